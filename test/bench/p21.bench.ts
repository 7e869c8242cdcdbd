import { readFile, stat } from 'node:fs/promises';
import { previewSource } from '../../electron/files/inspect-file.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import { peopleEncoded } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

/** Encodings with as many people as make a file of about 50 MB. */
const FILES: readonly (readonly [TextEncoding, number])[] = [
  ['utf-8', 200_000],
  ['utf-16le', 100_000],
  ['windows-1252', 200_000],
  ['shift_jis', 200_000],
];
const MEGABYTE = 1024 * 1024;

const ratios: number[] = [];
const details: string[] = [];
for (const [encoding, count] of FILES) {
  const path = await peopleEncoded(count, encoding);
  const { shown, read } = await mediansOf({
    shown: () => show(path, encoding),
    read: () => readFile(path),
  });
  const { size } = await stat(path);
  ratios.push(shown / read);
  details.push(
    `${encoding} ${(size / MEGABYTE).toFixed(0)} MB: ${milliseconds(shown)}, read alone in ${milliseconds(read)}`,
  );
}
report({ figure: Math.max(...ratios), details: details.join('; ') });

async function show(path: string, encoding: TextEncoding): Promise<void> {
  const { signal } = new AbortController();
  const shown = await previewSource(path, { sheet: null, encoding: null, signal });
  if (!shown.ok) throw new Error(shown.failure.code);
  const { form } = shown.value;
  if (form.kind !== 'text' || form.encoding !== encoding) throw new Error(`Not found to be ${encoding}`);
}
