import { assertNever } from '../../../shared/failures/result.ts';
import { ENCODINGS } from '../../../shared/text/encodings.ts';
import { delimiterName } from '../../../shared/text/formats.ts';
import type { Document } from '../session/document.ts';

/** The form of the open file in a few plain words, such as “UTF-16 · tab”. */
export function describeForm({ form, delimiter }: Document): string {
  switch (form?.kind) {
    case undefined:
      return 'No file yet';
    case 'workbook':
      return form.sheets.length > 1 ? `Excel workbook · ${form.sheet}` : 'Excel workbook';
    case 'text': {
      const encoding = ENCODINGS[form.encoding].name;
      return delimiter === null ? encoding : `${encoding} · ${delimiterName(delimiter)}`;
    }
    default:
      return assertNever(form);
  }
}
