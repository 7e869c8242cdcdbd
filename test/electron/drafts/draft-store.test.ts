import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import type { OpenLogFile } from '../../../electron/files/record-log/record-log.ts';
import { failingAt } from '../files/record-log/failing-log-file.ts';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { BEGINNING, draftWith, keyring, reopened, stepTo, textOf, worked } from './drafts-here.ts';
import { sample } from '../../tier.ts';

let userData = '';

beforeEach(async () => {
  userData = await temporaryFolder();
});

const pathOf = (id: string): string => join(userData, 'drafts', `${id}.jsonl`);
const filesOf = async (): Promise<string[]> => (await fs.readdir(join(userData, 'drafts'))).sort();

const TEXT = { format: 'unicode-text', delimiter: '\t' } as const;

describe('the drafts of a user', () => {
  it('security 4: are offered when nobody has them open, with how much is unsaved', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store, [stepTo('Ana', 'Bea'), stepTo('Bea', 'Cleo'), '{"kind":"undo"}']);
    expect(await store.list()).toEqual({ drafts: [], unreadable: [] });
    await draft.leave();
    const { drafts } = await store.list();
    expect(drafts.map(({ id, name, place, tally }) => [id, name, place, tally.changes])).toEqual([
      [draft.id, 'team.txt', null, 2],
    ]);
    expect(drafts[0]?.writtenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('are offered with the last one that was written first', async () => {
    const store = new DraftStore(userData, null);
    const ids: string[] = [];
    for (const day of [2, 3, 1]) {
      const draft = await draftWith(store, [stepTo('Ana', 'Bea')]);
      await draft.leave();
      const at = new Date(`2026-03-0${day}T10:00:00Z`);
      await fs.utimes(pathOf(draft.id), at, at);
      ids.push(draft.id);
    }
    const [second, first, third] = ids;
    const listed = (await new DraftStore(userData, null).list()).drafts.map(({ id }) => id);
    expect(listed).toEqual([first, second, third]);
  });

  it('are named where something else stands in their place, and none that are not drafts', async () => {
    const draft = await draftWith(new DraftStore(userData, null), [stepTo('Ana', 'Bea')]);
    await draft.leave();
    await fs.rm(pathOf(draft.id));
    await fs.mkdir(pathOf(draft.id));
    await fs.writeFile(join(userData, 'drafts', 'notes.jsonl'), 'x');
    const { drafts, unreadable } = await new DraftStore(userData, null).list();
    expect(drafts).toEqual([]);
    expect(unreadable).toMatchObject([
      {
        id: draft.id,
        path: pathOf(draft.id),
        why: { code: 'draft.unreadable', facts: { reason: 'a folder is in its place' } },
      },
    ]);
  });

  it('are offered to all who ask at once, and open meanwhile', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    await draft.leave();
    const [one, other, opened] = await Promise.all([store.list(), store.list(), reopened(store, draft.id)]);
    expect([one.drafts.length, other.drafts.length]).toEqual([1, 1]);
    expect(opened.draft.id).toBe(draft.id);
  });

  it('are read again where their files have changed, and only there', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    await draft.leave();
    const path = pathOf(draft.id);
    const { size, atime, mtime } = await fs.stat(path);
    await fs.utimes(path, atime, mtime);
    expect((await store.list()).drafts).toHaveLength(1);
    await fs.writeFile(path, 'x'.repeat(size));
    await fs.utimes(path, atime, mtime);
    expect((await store.list()).drafts).toHaveLength(1);
    await fs.utimes(path, atime, new Date(mtime.getTime() + 1000));
    expect((await store.list()).unreadable).toHaveLength(1);
  });

  it('security 6: are in files of the owner’s alone', async () => {
    const draft = await draftWith(new DraftStore(userData, null));
    if (process.platform === 'win32') return;
    expect((await fs.stat(join(userData, 'drafts'))).mode & 0o777).toBe(0o700);
    expect((await fs.stat(pathOf(draft.id))).mode & 0o777).toBe(0o600);
  });

  it('go on where they were left, and say where their roster belongs by then', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    const place = { path: '/rosters/June.txt', version: { size: 4, modified: '17' } };
    worked(await draft.saved({ name: 'June.txt', place }, { format: 'unicode-text', delimiter: ';' }));
    worked(await draft.add(`${stepTo('Ana', 'Bea')}\n`));
    await draft.leave();
    const again = await reopened(store, draft.id);
    expect(again).toMatchObject({ name: 'June.txt', place, isTorn: false });
    expect(again.text.trimEnd().split('\n')).toEqual([
      ...BEGINNING,
      '{"kind":"saved","format":"unicode-text","delimiter":";"}',
      stepTo('Ana', 'Bea'),
    ]);
    worked(await again.draft.add(`${stepTo('Bea', 'Cleo')}\n`));
    await again.draft.leave();
    expect((await store.list()).drafts[0]?.tally.changes).toBe(2);
  });

  it('are removed with their end, and by leaving with nothing unsaved', async () => {
    const store = new DraftStore(userData, null);
    await (await draftWith(store)).remove();
    expect(await filesOf()).toEqual([]);
    const draft = await draftWith(store);
    worked(await draft.saved({ name: 'June.txt', place: { path: '/June.txt', version: null } }, TEXT));
    await draft.leave();
    expect(await filesOf()).toEqual([]);
  });

  it('security 4: of a process that was killed after saving are removed, and offered where something came after', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    worked(await draft.saved({ name: 'June.txt', place: { path: '/June.txt', version: null } }, TEXT));
    const saved = await fs.readFile(pathOf(draft.id));
    worked(await draft.add('{"kind":"undo"}\n'));
    const undone = await fs.readFile(pathOf(draft.id));
    await draft.remove();
    await fs.writeFile(pathOf(draft.id), undone);
    expect((await store.list()).drafts.map(({ tally }) => tally.changes)).toEqual([0]);
    await fs.writeFile(pathOf(draft.id), saved);
    expect((await store.list()).drafts).toEqual([]);
    expect(await filesOf()).toEqual([]);
  });

  it('security 5: are opened by one alone, and discarded by nobody meanwhile', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    expect(await store.reopen(draft.id)).toMatchObject({ failure: { code: 'draft.held' } });
    expect(await store.discard(draft.id)).toMatchObject({ failure: { code: 'draft.held' } });
    await draft.leave();
    worked(await store.discard(draft.id));
    expect(await filesOf()).toEqual([]);
    expect(await store.reopen(draft.id)).toMatchObject({ failure: { code: 'draft.gone' } });
  });

  it('security 5: left on another computer are offered with its name, and opened or discarded where that is wanted', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    worked(await draft.add(`${stepTo('Ana', 'Bea')}\n`));
    await draft.leave();
    const leave = () =>
      fs.writeFile(`${pathOf(draft.id)}.lock`, JSON.stringify({ id: '0'.repeat(16), name: 'BERT-PC' }));
    await leave();
    const bytes = await fs.readFile(pathOf(draft.id));
    const offered = async () =>
      (await store.list()).drafts.map(({ lastUsedOn, tally }) => [lastUsedOn, tally.changes]);
    expect(await offered()).toEqual([['BERT-PC', 2]]);
    const refusal = { failure: { code: 'draft.heldElsewhere', facts: { computer: 'BERT-PC' } } };
    expect(await store.reopen(draft.id)).toMatchObject(refusal);
    expect(await store.discard(draft.id)).toMatchObject(refusal);
    expect(await fs.readFile(pathOf(draft.id))).toEqual(bytes);
    const opened = worked(await store.reopen(draft.id, true));
    worked(await opened.draft.add(`${stepTo('Bea', 'Cleo')}\n`));
    await opened.draft.leave();
    expect(await offered()).toEqual([[null, 3]]);
    await leave();
    worked(await store.discard(draft.id, true));
    expect(await filesOf()).toEqual([]);
  });

  it('take records that come in pieces, and none that only the host writes', async () => {
    const store = new DraftStore(userData, null);
    const draft = await draftWith(store);
    const line = `${stepTo('Ana', 'Bea')}\n${stepTo('Bea', 'Cleo')}\n`;
    for (const letter of line) worked(await draft.add(letter));
    expect(await draft.add('{"kind":"place","name":"x","place":{"path":"/etc/passwd"}}\n')).toMatchObject({
      failure: { code: 'call.refused' },
    });
    await draft.leave();
    expect((await reopened(store, draft.id)).text.endsWith(line)).toBe(true);
  });
});

describe('a draft cut at any byte', () => {
  it('security 3: opens up to the last whole record and says so, and goes on from there', async () => {
    const store = new DraftStore(userData, null);
    const large = [JSON.stringify({ kind: 'part', cells: [[2, 0, 'Bob', 'Bo']] }), stepTo('Bea', 'Cleo')];
    const draft = await draftWith(store, [stepTo('Ana', 'Bea'), ...large]);
    const lines = [...BEGINNING, stepTo('Ana', 'Bea'), ...large];
    const bytes = await fs.readFile(pathOf(draft.id));
    await draft.remove();
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1);
    // Each locks the draft six times; that a log opens at any byte is proven where no lock is needed.
    const nearEnds = ends.flatMap((end) => [end - 1, end, end + 1]).filter((at) => at <= bytes.length);
    for (const cut of new Set([0, 1, ...nearEnds, ...sample([...bytes.keys()])])) {
      await fs.writeFile(pathOf(draft.id), bytes.subarray(0, cut));
      // The head is a record, too.
      const whole = ends.filter((end) => end <= cut).length - 1;
      const { drafts, unreadable } = await store.list();
      if (whole < BEGINNING.length) {
        expect([drafts, unreadable.length]).toEqual([[], 1]);
        expect(unreadable[0]?.why.code).toBe(whole < 0 && cut > 0 ? 'draft.damaged' : 'draft.notBegun');
        expect((await fs.readFile(unreadable[0]?.path ?? '')).length).toBe(cut);
        await store.discard(draft.id);
        continue;
      }
      const opened = await reopened(store, draft.id);
      expect(opened.text.trimEnd().split('\n')).toEqual(lines.slice(0, whole));
      const hasLooseParts = lines[whole - 1] === large[0];
      expect(opened.isTorn).toBe(!ends.includes(cut) || hasLooseParts);
      worked(await opened.draft.add(`${stepTo('a', 'b')}\n`));
      await opened.draft.leave();
      const again = await reopened(store, draft.id);
      expect(again.text.trimEnd().split('\n')).toEqual([
        ...lines.slice(0, whole),
        ...(hasLooseParts ? ['{"kind":"drop"}'] : []),
        stepTo('a', 'b'),
      ]);
      await again.draft.remove();
    }
  });
});

describe('a draft that cannot be opened', () => {
  const leave = async (store: DraftStore): Promise<string> => {
    const draft = await draftWith(store, [stepTo('Ana', 'Bea')]);
    await draft.leave();
    return draft.id;
  };

  it.each(['', 'garbage', '\0\0\0\0', 'ab\ncd\n'])(
    'security 3: is set aside where it is %j, and can be deleted',
    async (text) => {
      const store = new DraftStore(userData, null);
      const id = await leave(store);
      await fs.writeFile(pathOf(id), text);
      const path = join(userData, 'drafts', `${id}.damaged`);
      for (let times = 0; times < 2; times += 1)
        expect(await store.list()).toMatchObject({ drafts: [], unreadable: [{ id, path }] });
      expect(await fs.readFile(path, 'utf8')).toBe(text);
      worked(await store.discard(id));
      expect(await store.list()).toEqual({ drafts: [], unreadable: [] });
    },
  );

  it('is set aside where a bit of it has flipped, whichever', async () => {
    const store = new DraftStore(userData, null);
    const id = await leave(store);
    const bytes = await fs.readFile(pathOf(id));
    const last = bytes.lastIndexOf(0x0a, bytes.length - 2);
    for (const bit of sample([...Array(last * 8).keys()].filter((at) => at % 13 === 0))) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await fs.writeFile(pathOf(id), flipped);
      const { drafts, unreadable } = await store.list();
      // A line break that is lost at the end takes the last two records along.
      if (drafts.length === 0) expect(unreadable).toHaveLength(1);
      else expect(drafts[0]?.tally.changes).toBeLessThanOrEqual(1);
      await store.discard(id);
    }
  });

  it('security 3: of a newer Rollcall is refused and kept', async () => {
    const store = new DraftStore(userData, null);
    const { recordLine } = await import('../../../electron/files/record-log/read-records.ts');
    const id = await leave(store);
    const newer = recordLine({ number: 0, text: '{"kind":"head","version":99,"key":"other"}' });
    await fs.writeFile(pathOf(id), newer);
    expect(await store.list()).toMatchObject({
      drafts: [],
      unreadable: [{ id, why: { code: 'draft.newer' } }],
    });
    expect(await store.reopen(id)).toMatchObject({ failure: { code: 'draft.newer' } });
    expect(await textOf(pathOf(id))).toBe(newer);
  });
});

describe('temporary passwords', () => {
  const secret = stepTo('Ana', 'Canary-4711 Zoë');

  it('security 18: stand in no file but encrypted, with a key that the keyring keeps', async () => {
    const store = new DraftStore(userData, keyring());
    const draft = await draftWith(store, [secret]);
    expect(draft.passwords).toBe('kept');
    await draft.leave();
    const text = await textOf(pathOf(draft.id));
    for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const)
      for (const word of ['Canary-4711', 'Bob', 'To Canary'])
        expect(text).not.toContain(
          Buffer.from(word, encoding === 'utf16le' ? encoding : 'utf8').toString(
            encoding === 'utf16le' || encoding === 'utf8' ? 'latin1' : encoding,
          ),
        );
    const opened = await reopened(store, draft.id);
    expect(opened.text.trimEnd().split('\n').at(-1)).toBe(secret);
    await opened.draft.leave();
  });

  it('stay encrypted and kept where the keyring does not give the key back', async () => {
    const draft = await draftWith(new DraftStore(userData, keyring()), [secret]);
    await draft.leave();
    for (const other of [null, keyring(0x33)]) {
      const store = new DraftStore(userData, other);
      const { drafts, unreadable } = await store.list();
      expect(drafts).toEqual([]);
      expect(unreadable).toHaveLength(1);
      if (other === null) expect(unreadable[0]?.why.code).toBe('draft.sealed');
    }
  });

  it('security 18: are not to be handed over where nothing protects them', async () => {
    const disguise = { ...keyring(), getSelectedStorageBackend: () => 'basic_text' };
    for (const protection of [null, disguise])
      expect((await draftWith(new DraftStore(userData, protection))).passwords).toBe('blanked');
  });
});

describe('a call of the file system that fails', () => {
  it('security 2, 3: is said whichever it is, and what was kept before opens', async () => {
    const ways = (['write', 'datasync'] as const).flatMap((call) =>
      (['rejects', 'throws'] as const).map((how) => ({ call, how })),
    );
    for (const { call, how } of ways)
      for (let nth = 1; nth <= 4; nth += 1) {
        const store = new DraftStore(userData, null, failingAt(call, nth, how));
        const begun = await store.begin('team.txt', null);
        const results = [];
        if (begun.ok)
          for (const line of [BEGINNING.join('\n'), stepTo('Ana', 'Bea'), stepTo('Bea', 'Cleo')])
            results.push(await begun.value.add(`${line}\n`));
        const refused = begun.ok ? results.find(({ ok }) => !ok) : begun;
        if (refused?.ok === false)
          expect(failureSentence(refused.failure, READ_LATER)).toContain('Save the roster soon.');
        expect(results.filter(({ ok }) => ok)).toHaveLength(Math.max(0, nth - 2));
        if (!begun.ok) {
          expect(await filesOf()).toEqual([]);
          continue;
        }
        await begun.value.leave();
        const plain = new DraftStore(userData, null);
        const { drafts, unreadable } = await plain.list();
        expect(drafts.length + unreadable.length).toBe(1);
        if (nth > 2) expect(drafts[0]?.tally.changes).toBeGreaterThanOrEqual(nth - 2);
        await plain.discard(begun.value.id);
      }
  });
});

describe('a draft that is opened again', () => {
  it.each(['open', 'truncate', 'datasync', 'write'] as const)(
    'security 2, 3: stays as it is where %s fails, and opens the next time',
    async (call) => {
      const store = new DraftStore(userData, null);
      const loose = JSON.stringify({ kind: 'part', cells: [[2, 0, 'Bob', 'Bo']] });
      const draft = await draftWith(store, [stepTo('Ana', 'Bea'), loose]);
      await draft.leave();
      await fs.appendFile(pathOf(draft.id), 'torn');
      const failing: OpenLogFile = async (...args) => {
        if (call === 'open') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        const file = await fs.open(...args);
        Object.defineProperty(file, call, {
          value: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
        });
        return file;
      };
      const tried = await new DraftStore(userData, null, failing).reopen(draft.id);
      if (tried.ok) {
        expect(await tried.value.draft.add(`${stepTo('Bea', 'Cem')}\n`)).toMatchObject({
          failure: { code: 'draft.notKept' },
        });
        await tried.value.draft.leave();
      } else expect(tried.failure.code).toBe('draft.notOpened');
      expect((await store.list()).drafts.map(({ tally }) => tally.changes)).toEqual([2]);
      const again = await reopened(store, draft.id);
      expect(again.text).toContain(stepTo('Ana', 'Bea'));
      worked(await again.draft.add(`${stepTo('Bea', 'Cleo')}\n`));
    },
  );
});
