import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../electron/files/read-workbook.ts';
import { makeWorkbook } from './make-workbook.ts';

const plain = makeWorkbook({ sheet: '<row><c t="str"><v>a\tb</v></c><c t="str"><v>c</v></c></row>' });

/** Runs the given code as the thread. */
async function withThread(code: string, options: Partial<Parameters<typeof readWorkbook>[2]>) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-thread-'));
  const path = join(folder, 'thread.mjs');
  writeFileSync(path, code);
  const read = await readWorkbook(plain, 'a.xlsx', { sheet: null, thread: pathToFileURL(path), ...options });
  rmSync(folder, { recursive: true });
  return read;
}

describe('readWorkbook (security 7)', () => {
  it('answers the text of a sheet, from a thread', async () => {
    expect(await readWorkbook(plain, 'a.xlsx', { sheet: null })).toEqual({
      ok: true,
      value: {
        text: '"a\tb"\tc\r\n',
        isAll: true,
        form: {
          kind: 'workbook',
          sheet: 'Sheet1',
          sheets: ['Sheet1'],
          hidden: [],
          picked: 'first',
          merged: [],
        },
      },
    });
  });

  it('hands on why a workbook cannot be read', async () => {
    const read = await readWorkbook(plain.subarray(0, 99), 'a.xlsx', { sheet: null });
    expect(read).toEqual({ ok: false, failure: { code: 'workbook.damaged', facts: { name: 'a.xlsx' } } });
  });

  it('workbook.tooSlow: ends a thread that takes too long', async () => {
    const read = await withThread('for (;;);', { seconds: 0.2 });
    expect(read).toMatchObject({ failure: { code: 'workbook.tooSlow', facts: { seconds: 0.2 } } });
  });

  it('workbook.tooLarge: ends a thread that takes too much memory', async () => {
    const code = 'const all = []; for (;;) all.push({ at: all.length, some: [all.length] });';
    expect(await withThread(code, { megabytes: 32 })).toMatchObject({
      failure: { code: 'workbook.tooLarge' },
    });
  });

  it('host.failed: a bug in the thread is said, not hung on', async () => {
    expect(await withThread('throw new Error("bug")', {})).toMatchObject({
      failure: { code: 'host.failed' },
    });
  });

  it('cancelled: stops at once, before and while reading', async () => {
    const before = await readWorkbook(plain, 'a.xlsx', { sheet: null, signal: AbortSignal.abort() });
    expect(before).toMatchObject({ failure: { code: 'cancelled' } });
    const stop = new AbortController();
    const reading = withThread('for (;;);', { signal: stop.signal });
    stop.abort();
    expect(await reading).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('tells encrypted workbooks from those of the old format', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    const read = async (bytes: Buffer) => readWorkbook(bytes, 'a', { sheet: null });
    expect(await read(encrypted)).toMatchObject({ failure: { code: 'workbook.encrypted' } });
    expect(await read(compound)).toMatchObject({ failure: { code: 'workbook.oldFormat' } });
  });

  it('reads a cell of 10 MB', async () => {
    const long = 'a'.repeat(10_000_000);
    const read = await readWorkbook(
      makeWorkbook({ strings: `<si><t>${long}</t></si>`, sheet: '<row><c t="s"><v>0</v></c></row>' }),
      'a',
      { sheet: null },
    );
    expect(read.ok && read.value.text === `${long}\r\n`).toBe(true);
  });
});
