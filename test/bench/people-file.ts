import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { buildWorkbook } from '../../electron/files/workbook/build-workbook.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import { AT } from '../../shared/person/catalogue.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { generatePeople } from './generate-people.ts';

/** Where generated files wait for the next run; the generator is seeded, so they never change. */
const folder = join('out', 'bench', 'files');

/** The path of a file in Unicode Text with so many generated people. */
export async function peopleFile(count: number): Promise<string> {
  const path = join(folder, `people-${count}.txt`);
  if (!existsSync(path)) await writeWhole(path, Buffer.from(`\u{FEFF}${peopleText(count, '\t')}`, 'utf16le'));
  return path;
}

/** Of so many people one has a Team Leader whom nobody knows, each another. */
const PEOPLE_TO_A_STRANGER = 5;

/** The path of the same people, of whom every fifth has a leader of their own whom nobody knows, by address or by name. */
export async function strangersFile(count: number): Promise<string> {
  const path = join(folder, `strangers-${count}.txt`);
  if (existsSync(path)) return path;
  const text = serialize(withStrangers(count), '\t');
  await writeWhole(path, Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
  return path;
}

function* withStrangers(count: number): Generator<string[]> {
  let line = -1;
  for (const cells of generatePeople(count)) {
    if (line >= 0 && line % PEOPLE_TO_A_STRANGER === 1) cells[AT.teamLeader] = strangerOf(line);
    line += 1;
    yield cells;
  }
}

/** Neither near to a leader's address nor to anybody's name; some share the letters of a leader's. */
function strangerOf(line: number): string {
  const letters = line.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  return line % 2 === 0 ? `Ghost${letters}, Nobody` : `leder.${letters}${line}@acme.example`;
}

/** The path of so many people without any error, or with six problems each of the kinds that whole columns have. */
export async function checkedFile(count: number, kind: 'clean' | 'troubled'): Promise<string> {
  const path = join(folder, `${kind}-${count}.txt`);
  if (existsSync(path)) return path;
  const text = serialize(kind === 'clean' ? generatePeople(count, 1, 0) : withTroubles(count), '\t');
  await writeWhole(path, Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
  return path;
}

function* withTroubles(count: number): Generator<string[]> {
  let line = -1;
  for (const cells of generatePeople(count, 1, 0)) {
    if (line >= 0)
      for (const [position, spoiled] of TROUBLES) cells[position] = spoiled(cells[position] ?? '', line);
    line += 1;
    yield cells;
  }
}

/** Texts that differ from row to row, so that what was found in one is no answer for the next. */
const TROUBLES: readonly (readonly [number, (cell: string, line: number) => string])[] = [
  [AT.firstName, (cell, line) => ` ${cell} ${line}`],
  [AT.lastName, (cell, line) => `${cell}  ${line}`],
  [AT.homeTown, (cell, line) => `${cell}\u200b${line}`],
  [AT.phoneChannel, () => 'Yes'],
  [AT.employmentStatus, (_, line) => `Contractor ${line}`],
  [AT.startDate, (cell) => cell.replace(/^(\d+)-(\d+)-(\d+)$/, '$3.$2.$1')],
];

/** The path of the same people as CSV in UTF-8 without BOM, as databases and LibreOffice write it. */
export async function peopleCsv(count: number): Promise<string> {
  const path = join(folder, `people-${count}.csv`);
  if (!existsSync(path)) await writeWhole(path, Buffer.from(peopleText(count, ','), 'utf8'));
  return path;
}

/** The path of the same people as CSV in any encoding; what it cannot hold is a question mark. */
export async function peopleEncoded(count: number, encoding: TextEncoding): Promise<string> {
  const path = join(folder, `people-${count}.${encoding}.csv`);
  const addBOM = encoding.startsWith('utf-16');
  if (!existsSync(path)) await writeWhole(path, iconv.encode(peopleText(count, ','), encoding, { addBOM }));
  return path;
}

/** The path of the same people as an .xlsx workbook. */
export async function peopleWorkbook(count: number): Promise<string> {
  const path = join(folder, `people-${count}.xlsx`);
  if (existsSync(path)) return path;
  const built = await buildWorkbook([...generatePeople(count)], path);
  if (!built.ok) throw new Error(built.failure.code);
  await writeWhole(path, built.value);
  return path;
}

function peopleText(count: number, delimiter: '\t' | ','): string {
  return serialize(generatePeople(count), delimiter);
}

/** A run that is cut short leaves no half file behind. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
