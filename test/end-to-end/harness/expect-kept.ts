import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Rollcall } from './rollcall.ts';

/**
 * Waits until a draft on disk holds the rows of a small roster, without which it needs their file as it was, and the step
 * that wrote a text: the rows may hold it before.
 */
export async function expectKept(rollcall: Pick<Rollcall, 'userData'>, text: string): Promise<void> {
  const folder = join(rollcall.userData, 'drafts');
  await expect(async () => {
    const names = await readdir(folder).catch(() => []);
    const drafts = names.filter((name) => name.endsWith('.jsonl'));
    const kept = (await Promise.all(drafts.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
    expect(kept).toMatch(new RegExp(`"kind":"(?:past|step)".*${text}`));
    expect(kept).toContain('"kind":"rows"');
  }).toPass();
}
