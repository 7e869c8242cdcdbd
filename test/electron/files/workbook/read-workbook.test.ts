import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../electron/files/workbook/run-workbook-thread.ts';
import { makeWorkbook } from '../make-workbook.ts';
import { PLAIN_SHEET } from '../../../shared/roster/plain-sheet.ts';

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

describe('security 7: readWorkbook', () => {
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
          traits: PLAIN_SHEET,
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

  it('workbook.tooLarge: ends the real thread when a real workbook takes too much memory', async () => {
    const row = `<row>${'<c><v>1.5</v></c>'.repeat(400)}</row>`;
    const large = makeWorkbook({ sheet: row.repeat(20_000) });
    expect(await readWorkbook(large, 'a.xlsx', { sheet: null, megabytes: 24 })).toMatchObject({
      failure: { code: 'workbook.tooLarge', facts: { what: expect.stringContaining('memory') as string } },
    });
  });

  it('workbook.tooSlow: ends the real thread, and the process that started it goes on all the while', async () => {
    const row = `<row>${'<c><v>1.5</v></c>'.repeat(400)}</row>`;
    const large = makeWorkbook({ sheet: row.repeat(20_000) });
    let beats = 0;
    const beating = setInterval(() => (beats += 1), 5);
    const read = await readWorkbook(large, 'a.xlsx', { sheet: null, seconds: 0.4 });
    clearInterval(beating);
    expect(read).toMatchObject({ failure: { code: 'workbook.tooSlow' } });
    expect(beats).toBeGreaterThan(10);
  });

  it('workbook.tooLarge: a text that is longer than the engine can hold', async () => {
    const code = 'const half = "a".repeat(5e8); half + half;';
    expect(await withThread(code, {})).toMatchObject({ failure: { code: 'workbook.tooLarge' } });
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
