import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it, onTestFinished } from 'vitest';
import { examineFile } from '../../../electron/files/inspect-file.ts';

const SAID_NOTHING = { sheet: null, encoding: null, delimiter: null, quote: null, header: null };

/** What is found out about a file of such bytes, read as told. */
async function examine(bytes: Buffer, told: Partial<Parameters<typeof examineFile>[1]> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-examine-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'people.csv');
  await writeFile(path, bytes);
  const { signal } = new AbortController();
  const examined = await examineFile(path, { ...SAID_NOTHING, signal, ...told });
  if (!examined.ok) throw new Error(examined.failure.code);
  return examined.value;
}

const LIST = "Rang|Zahl|Ort\r\n'Agent|x'|7|Z\u00fcrich\r\n'Agent|y'|8|Bern\r\n";

it('examines a file as it is guessed to be where nobody has said how it is read', async () => {
  const { diagnosis } = await examine(Buffer.from(LIST));
  expect(diagnosis).toMatchObject({ delimiter: '|', columns: 4 });
});

it('examines it in the dialect, the encoding and with the header row that somebody has chosen', async () => {
  const semicolons = await examine(Buffer.from(LIST), { delimiter: ';', header: 1 });
  expect(semicolons.diagnosis).toMatchObject({ delimiter: ';', headerLine: 1, columns: 1 });
  const quoted = await examine(Buffer.from(LIST), { delimiter: '|', quote: 'single', header: 'none' });
  expect(quoted.diagnosis).toMatchObject({ columns: 3, headerLine: null });
  const cyrillic = await examine(iconv.encode(LIST, 'windows-1252'), { encoding: 'windows-1251' });
  expect(cyrillic.form).toMatchObject({ encoding: 'windows-1251', confidence: 'chosen' });
});
