import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/files/decode-text.ts';
import { refuseMarkup } from '../../electron/files/read-source.ts';
import { buildWorkbook } from '../../electron/files/workbook/build-workbook.ts';
import { parseWorkbook } from '../../electron/files/workbook/parse-workbook.ts';
import { damageSentence, diagnosis, takenSentence, whatItIs } from '../../shared/import/diagnosis.ts';
import { Doctor } from '../../shared/import/doctor.ts';
import { READ_LATER } from '../../shared/failures/entry.ts';
import { failureSchema, failureSentence } from '../../shared/failures/failures.ts';
import { listSources } from '../../shared/import/mapping/sources.ts';
import { proposeMapping } from '../../shared/import/mapping/propose-mapping.ts';
import type { Result } from '../../shared/failures/result.ts';
import { noticeSentence } from '../../shared/roster/notices.ts';
import { createRosterReader, type ReadRoster } from '../../shared/roster/read-roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { check } from '../../shared/rules/checker.ts';
import { clipboardText, needsTable, readClipboard } from '../../shared/text/clipboard.ts';
import { type Dialect, resolveDialect } from '../../shared/text/dialect.ts';
import { DELIMITERS, QUOTES } from '../../shared/text/formats.ts';
import { createTextParser, parseText } from '../../shared/text/parse-text.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { sheetTraits, type SourceForm } from '../../shared/text/source-form.ts';
import { makeZip } from '../electron/files/make-zip.ts';
import { judgeWith, map } from '../shared/import/mapping/open-sources.ts';
import { SETTINGS } from '../shared/rules/build-roster.ts';
import { anyRows, asFilesHold, cutAt } from '../shared/text/arbitrary-rows.ts';
import { damagedBytes } from './damage.ts';
import { REAL_TEXTS, REAL_WORKBOOKS, WORKBOOK_PARTS } from './real-files.ts';
import { runCases, TIMEOUT } from './run-cases.ts';

/** The value of a result, or null of one that is refused in a way that can be said. */
function valueOf<Value>(result: Result<Value, unknown>): Value | null {
  if (result.ok) return result.value;
  expect(failureSentence(failureSchema.parse(result.failure), READ_LATER)).toMatch(/\.$/);
  return null;
}

/** Reads rows as a roster, checks it, and holds it equal to what its file would be read as. */
function readRows(rows: readonly (readonly string[])[], traits?: SourceTraits): ReadRoster | null {
  const reader = createRosterReader('a', { traits });
  reader.add(rows);
  const read = valueOf(reader.finish());
  if (read === null) return null;
  for (const notice of read.notices) expect(noticeSentence(notice)).not.toBe('');
  check(read.roster, SETTINGS);
  const cells = read.roster.rows.map((row) => row.cells);
  const written = parseText(serialize(cells, '\t'), '\t');
  expect(written).toEqual(cells.map((row) => row.map(asFilesHold)));
  return read;
}
type SourceTraits = Extract<SourceForm, { kind: 'workbook' }>['traits'];

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const textFile = fc.oneof(
  { weight: 5, arbitrary: damagedBytes(REAL_TEXTS) },
  { weight: 1, arbitrary: someBytes },
);
const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  quote: fc.constantFrom(...QUOTES),
  wrapped: fc.boolean(),
});
const cuts = fc.array(fc.nat(), { maxLength: 4 });

/** A text file's text with its form; null where it is refused. */
async function readText(bytes: Buffer) {
  const decoded = valueOf(await decodeText(bytes, 'a.csv'));
  if (decoded === null) return null;
  const markup = refuseMarkup(decoded.text, 'a.csv');
  return markup === null ? decoded : valueOf<never>(markup);
}

/** A workbook damaged as a whole, one whose parts are, and one whose parts are those of others. */
const workbookFile = fc.oneof(
  damagedBytes(REAL_WORKBOOKS),
  fc
    .constantFrom(...WORKBOOK_PARTS)
    .chain((parts) =>
      fc
        .constantFrom(...Object.keys(parts))
        .chain((name) =>
          damagedBytes(WORKBOOK_PARTS.flatMap((others) => others[name] ?? [])).map((part) =>
            makeZip({ ...parts, [name]: part }),
          ),
        ),
    ),
);

describe('whatever comes in is a result, never an exception, a hang or a half', () => {
  it('text', { timeout: TIMEOUT }, () =>
    runCases('text', fc.tuple(textFile, cuts, fc.option(dialect)), async ([bytes, places, told]) => {
      const source = await readText(bytes);
      if (source === null) return;
      const { delimiter, quote, wrapped } = told ?? resolveDialect(source.text);
      const rows = parseText(source.text, delimiter, quote, wrapped);
      const parser = createTextParser(delimiter, quote, wrapped);
      const inSlices = cutAt(source.text, places).flatMap((slice) => parser.push(slice));
      expect(inSlices.concat(parser.end())).toEqual(rows);
      readRows(rows);
    }),
  );

  it('workbooks', { timeout: TIMEOUT }, () =>
    runCases('workbooks', fc.tuple(workbookFile, fc.integer({ min: 0, max: 20 })), async ([bytes, turn]) => {
      const read = valueOf(parseWorkbook(bytes, 'a.xlsx', null));
      if (read === null) return;
      const text = serialize(read.rows, '\t');
      expect(parseText(text, '\t')).toEqual(
        read.rows.map((row) => (row.length > 0 ? row.map(asFilesHold) : [''])),
      );
      readRows(read.rows, sheetTraits.parse(read.traits));
      // Making a workbook takes many times as long as reading one.
      if (turn === 0) valueOf(await buildWorkbook(read.rows, 'a.xlsx'));
    }),
  );

  it('mapping', { timeout: TIMEOUT }, () =>
    runCases('mapping', fc.oneof(textFile, anyRows), async (from) => {
      const source = Buffer.isBuffer(from) ? await readText(from) : null;
      const rows = Buffer.isBuffer(from)
        ? parseText(source?.text ?? '', resolveDialect(source?.text ?? '').delimiter)
        : [['Role', 'Email', 'Name'], ...from];
      const read = readRows(rows);
      if (read === null) return;
      const sources = listSources(read.roster, read.columns);
      const { mapping } = finish(proposeMapping(read.roster, sources, judgeWith()));
      expect(new Set(mapping.map(({ key }) => key)).size).toBe(mapping.length);
      const people = read.roster.rows.length;
      map(read.roster, sources, mapping);
      expect(read.roster.rows).toHaveLength(people);
    }),
  );

  it('the clipboard', { timeout: TIMEOUT }, () =>
    runCases(
      'clipboard',
      fc.tuple(anyRows, anyRows, fc.string({ unit: 'binary' })),
      ([rows, shown, html]) => {
        const text = clipboardText(rows);
        const table = shown.map((row) => row.map((cell) => ({ text: cell, digits: null })));
        for (const given of [text, html]) {
          expect(needsTable(given, html)).toBeTypeOf('boolean');
          for (const beside of [null, table]) {
            const read = readClipboard(given, beside);
            expect(new Set(read.map((row) => row.length)).size).toBeLessThanOrEqual(1);
          }
        }
      },
    ),
  );

  it('the file doctor', { timeout: TIMEOUT }, () =>
    runCases('doctor', fc.tuple(textFile, cuts, fc.option(dialect)), async ([bytes, places, told]) => {
      const source = await readText(bytes);
      if (source === null) return;
      const { delimiter, quote, wrapped } = told ?? resolveDialect(source.text);
      const parser = createTextParser(delimiter, quote, wrapped);
      const doctor = new Doctor(source.form, delimiter);
      for (const slice of cutAt(source.text, places)) doctor.add(slice, parser.push(slice));
      doctor.add('', parser.end());
      const found = diagnosis.parse(doctor.finish());
      const sentences = [...whatItIs(source.form, found), takenSentence(source.form, found)];
      for (const sentence of [...sentences, ...found.damage.map(damageSentence)])
        expect(sentence).toMatch(/\.$/);
    }),
  );
});
