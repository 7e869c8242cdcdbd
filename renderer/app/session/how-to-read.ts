import type { HeaderChoice } from '../../../shared/roster/find-header.ts';
import type { TextEncoding } from '../../../shared/text/encodings.ts';
import type { Delimiter, Quote } from '../../../shared/text/formats.ts';

/**
 * What the user has said about a file: the sheet of a workbook; the encoding, delimiter and quotes of a text; the line
 * of the header. The rest is found out.
 */
export interface HowToRead {
  readonly sheet?: string | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly quote?: Quote | undefined;
  readonly header?: HeaderChoice | undefined;
}
