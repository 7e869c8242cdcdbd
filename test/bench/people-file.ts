import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { buildWorkbook } from '../../electron/files/workbook/build-workbook.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
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
