import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AT } from '../../../../shared/person/catalogue.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { EMPTY_PROFILE, type OrganizationProfile } from '../../../../shared/organization/profile.ts';
import { failure, success } from '../../../../shared/failures/result.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { edit, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { followFile } from '../../../../renderer/app/session/hold-file.ts';
import { newRoster, openFile } from '../../../../renderer/app/session/open-roster.ts';
import { save, saveAs, saveTo, stemOf, suggestedName } from '../../../../renderer/app/session/save-roster.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { isUnsaved } from '../../../../renderer/app/session/document.ts';
import { type Answers, documentOf, openRows, testFile, testSession } from '../../test-session.ts';
import { countOf, hostedSession } from '../../hosted-session.ts';

const PEOPLE = ['Role\tEmail Address\tShirt', 'Agent\tana@acme.example\tM', 'Agent\tbob@acme.example\tL'];

/** A text as Save writes it. */
const unicodeText = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** A session in which a file with these people is open. */
async function opened(name: string, content: string | Uint8Array, instead: Answers = {}) {
  const made = await hostedSession(instead);
  await openFile(made.session, await made.file(name, content));
  const read = async (other = name): Promise<Buffer> => readFile(join(made.folder, other));
  return { ...made, read };
}

function type(session: Session, to: string, key: 'role' | 'email' = 'role'): void {
  const { roster } = documentOf(session);
  const row = roster.rows[0]?.id ?? -1;
  edit(session, `To ${to}`, setCells(roster, [{ row, position: AT[key], to }]));
}

const said = (session: Session): string | undefined => session.store.getState().done?.sentence;
const dialog = (session: Session) => session.store.getState().dialog;

describe('save', () => {
  it('writes the whole roster in place, unrecognised columns too, and knows that it is saved', async () => {
    const { session, read } = await opened('people.txt', unicodeText(PEOPLE.join('\n')));
    type(session, 'Admin');
    expect(isUnsaved(documentOf(session))).toBe(true);
    expect(await save(session)).toBe(true);
    const text = (await read()).toString('utf16le');
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\uFEFFRole\t.*\tShirt$/);
    expect(lines[1]).toMatch(/^Admin\t.*\tM$/);
    expect(said(session)).toBe('Saved to “people.txt”. Read back and compared: identical.');
    expect([isUnsaved(documentOf(session)), documentOf(session).saves]).toEqual([false, 1]);
    undoStep(session);
    expect(isUnsaved(documentOf(session))).toBe(true);
    expect(await save(session)).toBe(true);
    expect((await read()).toString('utf16le').split('\r\n')[1]).toMatch(/^Agent\t/);
    expect(documentOf(session)).toMatchObject({ saves: 2, savedAs: 'unicode-text', delimiter: '\t' });
  });

  it.each([
    ['commas', unicodeText(PEOPLE.join('\n').replaceAll('\t', ','))],
    ['UTF-8', PEOPLE.join('\n')],
    ['no byte order mark', Buffer.from(PEOPLE.join('\n'), 'utf16le')],
  ])('asks where to save a text that Save would turn into another: %s', async (_, content) => {
    const { session, asked } = await opened('people.txt', content);
    const saving = save(session);
    expect(session.store.getState().chooser).toMatchObject({ purpose: 'save', suggestedName: 'people.txt' });
    session.store.getState().chooser?.done(null);
    expect([await saving, countOf(asked, 'write.begin')]).toEqual([false, 0]);
  });

  it('asks where to save a name whose ending says something else, and a roster that never was a file', async () => {
    const { session } = await opened('people.csv', unicodeText(PEOPLE.join('\n')));
    void save(session);
    expect(session.store.getState().chooser).toMatchObject({ suggestedName: 'people.txt' });
    const other = testSession().session;
    expect(await save(other)).toBe(false);
    expect(await saveAs(other)).toBe(false);
    expect(await saveTo(other, { file: testFile('a.txt'), format: 'xlsx', overwrite: true })).toBe(false);
    newRoster(other);
    void save(other);
    expect(other.store.getState().chooser).toMatchObject({ suggestedName: 'New roster.txt' });
  });

  it('asks where to save a file that was dropped on a page and so has no place of its own', async () => {
    const { session, asked } = testSession();
    const document = await openRows(session, PEOPLE);
    const form = { kind: 'text', encoding: 'utf-16le', bom: true, confidence: 'sure', others: [] } as const;
    const file = testFile('people.txt', '');
    session.store.setState({ document: { ...document, form, delimiter: '\t', file } });
    const saving = save(session);
    const { chooser } = session.store.getState();
    expect(chooser).toMatchObject({ purpose: 'save', suggestedName: 'people.txt' });
    chooser?.done(null);
    expect(await saving).toBe(false);
    expect(asked).toEqual([]);
  });

  it('says how many broken characters no file can hold', async () => {
    const { session } = await opened('people.txt', unicodeText(PEOPLE.join('\n')));
    type(session, 'A\uD800');
    await save(session);
    expect(said(session)).toContain('identical but for one broken character');
    type(session, '\uD800\uD800');
    await save(session);
    expect(said(session)).toContain('identical but for 2 broken characters');
  });

  it('asks whose version stays when the file has changed on disk, and keeps to the answer', async () => {
    const { session, folder, read, asked } = await opened('people.txt', unicodeText(PEOPLE.join('\n')));
    await writeFile(join(folder, 'people.txt'), unicodeText('Something else of another length altogether'));
    type(session, 'Admin');
    expect(await save(session)).toBe(false);
    const asking = dialog(session);
    expect(asking).toMatchObject({ kind: 'changedOnDisk', target: { overwrite: false } });
    expect([countOf(asked, 'file.letGo'), isUnsaved(documentOf(session))]).toEqual([1, true]);
    if (asking?.kind === 'changedOnDisk') await saveTo(session, { ...asking.target, overwrite: true });
    expect((await read()).toString('utf16le')).toContain('Admin');
  });

  it('asks what to do about a file that another program holds, and says why else nothing was saved', async () => {
    const failures = [
      failed('write.held', { name: 'people.txt' }),
      failed('write.diskFull', { name: 'people.txt' }),
      failed('cancelled', {}),
    ];
    const { session } = await opened('people.txt', unicodeText(PEOPLE.join('\n')), {
      'write.begin': () => failure(failures.shift() ?? failed('host.gone', {})),
    });
    expect(await save(session)).toBe(false);
    expect(dialog(session)).toMatchObject({ kind: 'heldFile', target: { format: 'unicode-text' } });
    expect(await save(session)).toBe(false);
    expect(dialog(session)).toMatchObject({ kind: 'failure', title: 'Nothing was saved', tried: null });
    session.store.setState({ dialog: null });
    expect([await save(session), dialog(session)]).toEqual([false, null]);
  });
});

describe('saving as', () => {
  /** Saves under another name that the window’s chooser is answered. */
  async function saveUnder(name: string, profile: Partial<OrganizationProfile> = {}) {
    const made = await opened('people.txt', PEOPLE.join('\n'));
    const { session } = made;
    const { organizations } = session.store.getState();
    session.store.setState({
      organizations: { ...organizations, profile: { ...EMPTY_PROFILE, ...profile } },
    });
    const unfollow = followFile(session);
    const target = await made.file(name, 'old');
    const saving = saveAs(session);
    session.store.getState().chooser?.done(target);
    expect(await saving).toBe(true);
    unfollow();
    return { ...made, target, written: await made.read(name) };
  }

  it('belongs to the new file from then on, which stays held, and lets the old one go', async () => {
    const { session, target, asked } = await saveUnder('team.txt');
    expect(documentOf(session)).toMatchObject({
      file: target,
      name: 'team.txt',
      form: { encoding: 'utf-16le' },
    });
    expect(asked.findLast(({ channel }) => channel === 'file.letGo')?.request).toEqual({
      but: target.handle,
    });
  });

  it('writes a workbook where the name says so, and says that it did', async () => {
    const { session, written } = await saveUnder('team.xlsx');
    expect(written.subarray(0, 2).toString()).toBe('PK');
    expect(said(session)).toMatch(/^Saved to “team\.xlsx” as an Excel workbook\. /);
    expect(documentOf(session)).toMatchObject({
      form: { kind: 'workbook' },
      delimiter: null,
      savedAs: 'xlsx',
    });
    // From then on it is written again without a question.
    type(session, 'Admin');
    expect(await save(session)).toBe(true);
  });

  it('writes the columns of the template with its delimiter, and says whose form that is', async () => {
    const template = {
      file: 'ours.csv',
      headers: ['Email Address', 'Role'],
      delimiter: ';' as const,
      takenAt: '2026-01-01T00:00:00Z',
    };
    const { session, written } = await saveUnder('team.csv', { template });
    const [header, first] = written.toString('utf16le').slice(1).split('\r\n');
    expect(header).toMatch(/^Email Address;Role/);
    expect(first).toMatch(/^ana@acme\.example;Agent/);
    expect(said(session)).toContain(' in the form of “ours.csv”. ');
    expect(documentOf(session).delimiter).toBe(';');
    expect(await save(session)).toBe(true);
  });
});

describe('writing', () => {
  const written = success({ file: testFile('people.txt'), bytes: 10, replaced: 3 });
  /** A host that takes all that is written, and ends as a test says. */
  function takingSession(more: Answers = {}) {
    const texts: string[] = [];
    const made = testSession({
      'write.begin': () => success({ write: 'w'.repeat(16) }),
      'write.append': ({ text }: { text: string }) => {
        texts.push(text);
        return success({});
      },
      'write.finish': () => written,
      'write.cancel': () => success({}),
      ...more,
    });
    return { ...made, texts };
  }
  const target = { file: testFile('people.txt'), format: 'unicode-text', overwrite: true } as const;
  const many = (count: number): string[] => [
    'Role\tShirt',
    ...Array.from({ length: count }, (_, at) => `Agent\t${at}`),
  ];

  it('sends rows in batches, showing how far it is, and counts what the host replaced', async () => {
    const { session, texts, asked } = takingSession();
    await openRows(session, many(1000));
    const fractions: number[] = [];
    session.store.subscribe(({ task }) => {
      if (task?.kind === 'saving') fractions.push(task.fraction);
    });
    expect(await saveTo(session, target)).toBe(true);
    expect(texts.join('').split('\r\n')).toHaveLength(1002);
    expect(texts).toHaveLength(3);
    expect(fractions).toEqual([0, 400 / 1001, 800 / 1001, 0.9]);
    expect(said(session)).toContain('3 broken characters');
    expect(asked.find(({ channel }) => channel === 'write.begin')?.request).toEqual({
      file: target.file.handle,
      format: 'unicode-text',
      overwrite: true,
      inPlace: false,
    });
    await saveTo(session, { ...target, inPlace: true });
    expect(asked.findLast(({ channel }) => channel === 'write.begin')?.request).toMatchObject({
      inPlace: true,
    });
  });

  it('is given up where it is stopped, or the host does not take it', async () => {
    const stopped = takingSession();
    await openRows(stopped.session, many(1000));
    stopped.session.store.setState({ dialog: null });
    stopped.session.store.subscribe(({ task }) => {
      if (task !== null && task.fraction > 0.5) task.stop();
    });
    expect(await saveTo(stopped.session, target)).toBe(false);
    expect(stopped.texts).toHaveLength(2);
    expect([countOf(stopped.asked, 'write.cancel'), countOf(stopped.asked, 'write.finish')]).toEqual([1, 0]);
    expect(dialog(stopped.session)).toBeNull();

    const refused = takingSession({ 'write.append': () => failure(failed('host.gone', {})) });
    await openRows(refused.session, many(3));
    expect(await saveTo(refused.session, target)).toBe(false);
    expect(countOf(refused.asked, 'write.cancel')).toBe(1);
    expect(dialog(refused.session)).toMatchObject({ failure: { code: 'host.gone' } });
  });

  it('says when the file is held by another program meanwhile, and can be stopped then', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const ending: { end?: (value: typeof written | ReturnType<typeof failure>) => void } = {};
      const { session, asked } = takingSession({
        'write.state': () => success({ held: countOf(asked, 'write.state') > 1 }),
        'write.finish': () => new Promise((resolve) => (ending.end = resolve as never)) as never,
      });
      await openRows(session, many(3));
      const saving = saveTo(session, target);
      await vi.waitFor(() => {
        expect(countOf(asked, 'write.finish')).toBe(1);
      });
      const task = () => session.store.getState().task;
      await vi.advanceTimersByTimeAsync(500);
      expect(task()).toMatchObject({ isHeld: false });
      await vi.advanceTimersByTimeAsync(500);
      expect(task()).toMatchObject({ isHeld: true, fraction: 1 });
      task()?.stop();
      expect(countOf(asked, 'write.cancel')).toBe(1);
      ending.end?.(failure(failed('cancelled', {})));
      expect(await saving).toBe(false);
      const polls = countOf(asked, 'write.state');
      await vi.advanceTimersByTimeAsync(5000);
      expect(countOf(asked, 'write.state')).toBe(polls);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the name of a file', () => {
  it('is that of the roster without the ending of a roster’s file', () => {
    const stems = ['a.txt', 'a.b.CSV', 'a.tsv', 'a.xlsx', 'a.pdf', 'txt', '.txt'].map(stemOf);
    expect(stems).toEqual(['a', 'a.b', 'a', 'a', 'a.pdf', 'txt', 'roster']);
    expect(suggestedName('a.txt', 'xlsx')).toBe('a.xlsx');
  });
});
