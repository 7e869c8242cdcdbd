import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What all files below a folder hold, by their paths within it; one that goes meanwhile is left out. */
export async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder, { recursive: true })) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile() === true) files.set(name, await readFile(join(folder, name)));
  }
  return files;
}

/** A way in which a text may stand in bytes. */
interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The forms in which a text is looked for, whatever stands before and after it. */
export function formsOf(text: string): Form[] {
  const utf8 = Buffer.from(text);
  const little = Buffer.from(text, 'utf16le');
  const encodings = [
    { name: 'UTF-8', bytes: utf8 },
    { name: 'UTF-16LE', bytes: little },
    { name: 'UTF-16BE', bytes: Buffer.from(little).swap16() },
  ];
  const percent = encodeURIComponent(text);
  const written = [
    ['in an address', percent],
    ['in an address, lower case', percent.replace(/%../g, (escape) => escape.toLowerCase())],
    ['in a form', new URLSearchParams([['', text]]).toString().slice(1)],
    ['in JSON', JSON.stringify(text).slice(1, -1)],
    ['in JSON, as escapes', text.replace(/[^ -~]/g, escaped)],
    ['in HTML', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')],
  ] as const;
  return [
    ...encodings,
    ...written.map(([name, form]) => ({ name, bytes: Buffer.from(form) })),
    ...encodings.flatMap(({ name, bytes }) => [...inBase64(name, bytes), ...inHex(name, bytes)]),
  ];
}

/** The name of a form in which one of the texts stands in the bytes, after the text itself; null where none does. */
export function traceIn(bytes: Buffer, texts: readonly string[]): string | null {
  for (const text of texts)
    for (const { name, bytes: form } of formsOf(text)) if (bytes.includes(form)) return `${text} as ${name}`;
  return null;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Of each place in a group of three bytes where it may begin, the characters that its own bytes alone make. */
function inBase64(name: string, bytes: Buffer): Form[] {
  return [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    const [start, end] = [Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6)];
    return (['base64', 'base64url'] as const).map((alphabet) => ({
      name: `${alphabet} of ${name}, ${before} on`,
      bytes: Buffer.from(all.toString(alphabet).slice(start, end)),
    }));
  });
}

function inHex(name: string, bytes: Buffer): Form[] {
  const hex = bytes.toString('hex');
  return [hex, hex.toUpperCase()].map((digits) => ({ name: `hex of ${name}`, bytes: Buffer.from(digits) }));
}
