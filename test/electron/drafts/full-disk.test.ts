import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { canMount, smallDisk } from '../files/small-disk.ts';
import { draftWith, reopened, stepTo, worked } from './drafts-here.ts';

const long = 'x'.repeat(1000);
const step = (nth: number): string => stepTo(`${nth}${long}`, `${nth + 1}${long}`);

describe.runIf(canMount)('a disk that is full', () => {
  it('security 2, 3: keeps all that it was said to keep, offers it while it is full, and opens it when it is not', async () => {
    const disk = smallDisk(128);
    const store = new DraftStore(disk.folder, null);
    const draft = await draftWith(store);
    await disk.fillTo(64 * 1024);
    let kept = 0;
    let refused = await draft.add(`${step(kept)}\n`);
    for (; refused.ok; refused = await draft.add(`${step(kept)}\n`)) kept += 1;
    expect(kept).toBeGreaterThan(20);
    expect(failureSentence(refused.failure, READ_LATER)).toContain(
      '(the disk is full). Save the roster soon.',
    );
    await draft.leave();
    await disk.fillTo(0);
    const { drafts, unreadable } = await store.list();
    expect(unreadable).toEqual([]);
    expect(drafts.map(({ tally }) => tally.changes)).toEqual([kept + 1]);
    const full = await store.reopen(draft.id);
    expect(full).toMatchObject({
      failure: { code: 'draft.notOpened', facts: { reason: 'the disk is full' } },
    });
    expect(await store.begin('other.txt', null)).toMatchObject({ failure: { code: 'draft.notKept' } });
    await disk.clear();
    const opened = await reopened(store, draft.id);
    expect(opened.text.trimEnd().split('\n').at(-1)).toBe(step(kept - 1));
    expect(opened.isTorn).toBe(true);
    worked(await opened.draft.add(`${step(kept)}\n`));
  });

  it('security 2: is no reason to leave a piece of a draft behind that never began', async () => {
    const disk = smallDisk(64);
    const folder = join(disk.folder, 'drafts');
    await mkdir(folder);
    for (let free = 0; free <= 4; free += 1) {
      await disk.fillTo(free * 4096);
      const begun = await new DraftStore(disk.folder, null).begin('team.txt', null);
      if (begun.ok) await begun.value.remove();
      expect(await readdir(folder)).toEqual([]);
      await disk.clear();
    }
  });
});

describe.runIf(canMount)('a disk that is read-only', () => {
  it('security 2, 3: keeps no new draft, says why, and offers what is on it', async () => {
    const disk = smallDisk(64);
    const store = new DraftStore(disk.folder, null);
    const draft = await draftWith(store);
    await draft.leave();
    disk.makeReadOnly();
    const begun = await store.begin('other.txt', null);
    expect(begun).toMatchObject({
      failure: { code: 'draft.notKept', facts: { reason: 'its own folder is read-only' } },
    });
    expect((await store.list()).drafts).toHaveLength(1);
    expect(await store.reopen(draft.id)).toMatchObject({ failure: { code: 'draft.notOpened' } });
    expect(await store.discard(draft.id)).toMatchObject({ failure: { code: 'draft.notOpened' } });
  });
});
