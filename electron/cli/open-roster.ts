import { basename } from 'node:path';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { createRosterReader, type ReadRoster } from '../../shared/roster/read-roster.ts';
import type { HeaderChoice } from '../../shared/roster/find-header.ts';
import { resolveDialect, TABS } from '../../shared/text/dialect.ts';
import type { Delimiter } from '../../shared/text/formats.ts';
import { createTextParser } from '../../shared/text/parse-text.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { readSource } from '../files/read-source.ts';
import type { MappedFile } from './map-columns.ts';
import type { ReadingOptions } from './reading-options.ts';

/** A roster with what its file was found to be. */
export interface OpenedRoster {
  readonly name: string;
  readonly read: ReadRoster;
  readonly form: SourceForm;
  /** Null for a workbook, whose cells have none. */
  readonly delimiter: Delimiter | null;
  /** How its columns were mapped; null where they stand as they were read. */
  readonly mapped: MappedFile | null;
}

/** Told what a file was found to be as soon as it is read, and then its text in slices with the rows of each. */
export type Watch = (
  form: SourceForm,
  delimiter: Delimiter,
  header: HeaderChoice | null,
) => (slice: string, rows: readonly (readonly string[])[]) => void;

/** Characters parsed at once: enough to be fast, few enough to keep the rows of a large file from doubling in memory. */
const SLICE = 1 << 20;

/** Reads a file into a roster the way the window does: decode, find the delimiter, parse. */
export async function openRoster(
  path: string,
  options: ReadingOptions = {},
  watch?: Watch,
): Promise<Result<OpenedRoster, Failure>> {
  const source = await readSource(path, options);
  if (!source.ok) return source;
  const { text, form } = source.value;
  const name = basename(path);
  const { delimiter, quote, wrapped } = form.kind === 'workbook' ? TABS : resolveDialect(text, options);
  const parser = createTextParser(delimiter, quote, wrapped);
  const traits = form.kind === 'workbook' ? form.traits : undefined;
  const reader = createRosterReader(name, { header: options.headerRow, traits });
  const examined = watch?.(form, delimiter, options.headerRow ?? null);
  const take = (slice: string, rows: string[][]): void => {
    reader.add(rows);
    examined?.(slice, rows);
  };
  for (let from = 0; from < text.length; from += SLICE) {
    const slice = text.slice(from, from + SLICE);
    take(slice, parser.push(slice));
  }
  take('', parser.end());
  const read = reader.finish(parser.problems);
  if (!read.ok) return read;
  return success({
    name,
    read: read.value,
    form,
    delimiter: form.kind === 'workbook' ? null : delimiter,
    mapped: null,
  });
}
