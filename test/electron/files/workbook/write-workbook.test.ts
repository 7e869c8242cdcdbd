import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readWorkbook, writeWorkbook } from '../../../../electron/files/workbook/run-workbook-thread.ts';

const text = 'Employee ID\tProfile\r\n0000017\t"two\nlines, and a\ttab"\r\n';

/** Writes with the given code as the thread. */
async function withThread(code: string, options: Parameters<typeof writeWorkbook>[2]) {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-thread-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'thread.mjs');
  await writeFile(path, code);
  return writeWorkbook(text, 'a.xlsx', { thread: pathToFileURL(path), ...options });
}

describe('writeWorkbook', () => {
  it('answers the bytes of a workbook, made in a thread of its own', async () => {
    const written = await writeWorkbook(text, 'a.xlsx');
    if (!written.ok) throw new Error(written.failure.code);
    const read = await readWorkbook(Buffer.from(written.value), 'a.xlsx', { sheet: null });
    expect(read).toMatchObject({ ok: true, value: { text } });
  });

  it('leaves the host free: its timers go on while a workbook is made', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    const written = await writeWorkbook('a\tb\tc\td\r\n'.repeat(20_000), 'a.xlsx');
    clearInterval(timer);
    expect(written.ok).toBe(true);
    expect(ticks).toBeGreaterThan(3);
  });

  it('write.cellTooLong: hands on what the thread refused', async () => {
    const written = await writeWorkbook(`a\r\n${'b'.repeat(32_768)}\r\n`, 'a.xlsx');
    const facts = { name: 'a.xlsx', line: 2, characters: 32_768, most: 32_767 };
    expect(written).toEqual({ ok: false, failure: { code: 'write.cellTooLong', facts } });
  });

  it('write.tooLargeForWorkbook: ends a thread that takes too long or too much memory', async () => {
    const slow = await withThread('for (;;);', { seconds: 0.2 });
    expect(slow).toMatchObject({ failure: { code: 'write.tooLargeForWorkbook', facts: { name: 'a.xlsx' } } });
    const code = 'const all = []; for (;;) all.push({ at: all.length, some: [all.length] });';
    const large = await withThread(code, { megabytes: 32 });
    expect(large).toMatchObject({ failure: { code: 'write.tooLargeForWorkbook' } });
  });

  it('host.failed: a bug in the thread is said, not hung on', async () => {
    for (const code of ['throw new Error("bug")', 'await Promise.reject(new Error("bug"))', '']) {
      expect(await withThread(code, {})).toMatchObject({ failure: { code: 'host.failed' } });
    }
  });

  it('cancelled: stops at once, before and while writing', async () => {
    const before = await writeWorkbook(text, 'a.xlsx', { signal: AbortSignal.abort() });
    expect(before).toMatchObject({ failure: { code: 'cancelled' } });
    const stop = new AbortController();
    const writing = withThread('for (;;);', { signal: stop.signal });
    setTimeout(() => {
      stop.abort();
    }, 20);
    expect(await writing).toMatchObject({ failure: { code: 'cancelled' } });
  });
});
