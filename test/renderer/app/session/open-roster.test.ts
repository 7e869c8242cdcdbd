import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { edit } from '../../../../renderer/app/session/edit-roster.ts';
import { newRoster, openFile, openFromDisk, openText } from '../../../../renderer/app/session/open-roster.ts';
import { lineInFile } from '../../../../renderer/app/session/people.ts';
import { describeSelection } from '../../../../renderer/app/status/describe-selection.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { initialState } from '../../../../renderer/app/session/state.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { EMPTY_PROFILE } from '../../../../shared/organization/profile.ts';
import { failure, success } from '../../../../shared/failures/result.ts';
import { putBlock } from '../../../../shared/roster/put-block.ts';
import { makeWorkbook } from '../../../electron/files/make-workbook.ts';
import { countOf, hostedSession } from '../../hosted-session.ts';
import { documentOf, openRows, testFile, testSession } from '../../test-session.ts';

const HEADER = 'First Name\tLast Name\tRole\tEmail Address\tTeam Leader';
const person = (at: number): string => `Ana\tRuiz ${at}\tAgent\tana${at}@acme.example\t`;
const PEOPLE = [HEADER, person(1), person(2), ''].join('\n');
/** A file of several slices. */
const LONG = [HEADER, ...Array.from({ length: 14_000 }, (_, at) => person(at)), ''].join('\n');

const names = (session: Session): unknown[] =>
  documentOf(session).roster.rows.map(({ cells }) => cells[AT.lastName]);

/** Follows the progress of what a session does. */
function followTask({ store }: Session) {
  const fractions: number[] = [];
  const heldRows = new Set<number>();
  store.subscribe(({ task, document }) => {
    if (task !== null && fractions.at(-1) !== task.fraction) fractions.push(task.fraction);
    if (document?.held === 'reading') heldRows.add(document.roster.rows.length);
  });
  return { fractions, heldRows };
}

describe('newRoster', () => {
  it('checks the people who are added as those of a file', () => {
    const { session } = testSession();
    newRoster(session);
    const { roster } = documentOf(session);
    const area = { rows: [], newRows: 1, positions: [AT.role, AT.email] };
    edit(session, 'Paste', putBlock(roster, area, [['Team Member', 'bob@@acme.com']]));

    const { counts, checker } = documentOf(session);
    const codes = roster.rows.flatMap(({ id }) => checker.problemsOf(id).map(({ code }) => code));
    expect(codes).toContain('email.invalid');
    expect(codes).toContain('required');
    expect(counts.error + counts.warning).toBe(codes.length);
  });

  it('has the optional columns of the template, is of no file, and asks nothing', () => {
    const { session } = testSession();
    const template = {
      file: 't.txt',
      headers: ['First Name', 'Photo URL'],
      delimiter: '\t' as const,
      takenAt: '2026-01-01T00:00:00Z',
    };
    const organizations = { ...initialState.organizations, profile: { ...EMPTY_PROFILE, template } };
    session.store.setState({ organizations, mode: 'update' });
    newRoster(session);
    expect(documentOf(session)).toMatchObject({
      name: 'New roster',
      file: null,
      held: null,
      roster: { columns: { optional: ['photoUrl'], carried: [] }, rows: [] },
      checker: { settings: { mode: 'create' } },
    });
    expect(session.store.getState()).toMatchObject({ dialog: null, mode: 'create', noticesShown: false });
  });
});

describe('opening a file', () => {
  it('shows its people, with what the host found it to be, and lets its text go', async () => {
    const { session, asked, file } = await hostedSession();
    const people = await file('people.txt', PEOPLE);
    session.store.setState({
      selection: { kind: 'cells', anchor: { row: 9, position: 1 }, head: { row: 9, position: 1 } },
    });
    await openFile(session, people);
    expect(documentOf(session)).toMatchObject({
      name: 'people.txt',
      file: people,
      form: { kind: 'text', encoding: 'utf-8' },
      delimiter: '\t',
      how: {},
      held: null,
      savedStep: null,
    });
    expect(names(session)).toEqual(['Ruiz 1', 'Ruiz 2']);
    expect(session.store.getState()).toMatchObject({
      task: null,
      dialog: null,
      selection: null,
      noticesShown: false,
    });
    expect([countOf(asked, 'file.hold'), countOf(asked, 'text.close')]).toEqual([1, 1]);
  });

  it('knows the line of the file for each row where it is another here, until that is saved', async () => {
    const { session, file } = await hostedSession();
    await openFile(session, await file('people.txt', PEOPLE));
    expect(documentOf(session).fileLines).toBeNull();
    const titled = `Staff, as of May\n\n${PEOPLE}`;
    await openFile(session, await file('titled.txt', titled), { delimiter: '\t' });
    const document = documentOf(session);
    const [first, second] = document.roster.rows;
    if (!first || !second) throw new Error('Nobody was read');
    expect([lineInFile(document, first), lineInFile(document, second)]).toEqual([4, 5]);
    expect(lineInFile({ ...document, savedAs: 'unicode-text' }, first)).toBeNull();
    expect(lineInFile(document, { ...first, id: 99 })).toBeNull();
    const head = { row: second.id, position: 2 };
    expect(describeSelection(document, { kind: 'rows', anchor: head, head }, [2])).toBe(
      'Line 3 (5 in the file)',
    );
  });

  it('reads it as the user has said', async () => {
    const { session, file } = await hostedSession();
    const text = `x;y\n${PEOPLE.replaceAll('\t', ';')}`;
    const people = await file('people.txt', text);
    await openFile(session, people, { delimiter: ';', header: 2, encoding: 'windows-1252' });
    expect(names(session)).toEqual(['Ruiz 1', 'Ruiz 2']);
    expect(documentOf(session)).toMatchObject({
      delimiter: ';',
      form: { encoding: 'windows-1252', confidence: 'chosen' },
      how: { header: 2 },
    });
    // An encoding that was chosen can be chosen otherwise.
    expect(session.store.getState().noticesShown).toBe(true);
  });

  it('opens the sheet of a workbook that was asked for, and says that there are others', async () => {
    const row = (name: string): string =>
      ['Last Name', name]
        .map(
          (text, at) =>
            `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
        )
        .join('');
    const { session, file } = await hostedSession();
    const workbook = makeWorkbook({ sheets: { One: row('Ruiz'), Two: row('Okoro') } });
    const people = await file('people.xlsx', workbook);
    await openFile(session, people, { sheet: 'Two', delimiter: ';' });
    expect(names(session)).toEqual(['Okoro']);
    expect(documentOf(session)).toMatchObject({ delimiter: null, form: { kind: 'workbook', sheet: 'Two' } });
    expect(session.store.getState().noticesShown).toBe(true);
    const single = await file('single.xlsx', makeWorkbook({ sheets: { One: row('Ruiz') } }));
    await openFile(session, single);
    expect(session.store.getState().noticesShown).toBe(false);
  });

  it('says what there is to say: doubtful bytes, and dates that could be two', async () => {
    const { session, file } = await hostedSession();
    const latin = Buffer.from(PEOPLE.replaceAll('Ruiz', 'Ruíz'), 'latin1');
    await openFile(session, await file('latin.txt', latin));
    expect(session.store.getState().noticesShown).toBe(true);
    await openFile(session, await file('plain.txt', PEOPLE));
    expect(session.store.getState().noticesShown).toBe(false);
    const dated = PEOPLE.replace(HEADER, `${HEADER}\tStart Date`).replaceAll(
      '.example\t',
      '.example\t\t03/04/2026',
    );
    await openFile(session, await file('dated.txt', dated));
    expect(documentOf(session).notices).toEqual([]);
    expect(session.store.getState().noticesShown).toBe(true);
  });

  it('asks which column is what where that is in doubt', async () => {
    const { session, file } = await hostedSession();
    await openFile(session, await file('odd.txt', 'First Name\tLast Name\tPost\nAna\tRuiz\tAgent\n'));
    expect(session.store.getState().dialog).toEqual({ kind: 'columns', isFirst: true });
  });

  it('shows how far it is: reading first, then checking, never backwards', async () => {
    const { session, file } = await hostedSession();
    const long = await file('long.txt', LONG);
    const { fractions } = followTask(session);
    await openFile(session, long);
    expect(names(session)).toHaveLength(14_000);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    const slices = fractions.filter((fraction) => fraction > 0 && fraction < 0.6);
    expect(slices.length).toBeGreaterThan(0);
    expect(fractions).toContain(0.6);
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
  });

  it('shows the first people of a long file where no roster is open, which cannot be written', async () => {
    const { session, file } = await hostedSession();
    const long = await file('long.txt', LONG);
    const first = followTask(session);
    const typed: unknown[] = [];
    session.store.subscribe(({ document }, before) => {
      if (document?.held !== 'reading' || before.document !== null) return;
      edit(session, 'Type', putBlock(document.roster, { rows: [], newRows: 1, positions: [0] }, [['no']]));
      typed.push(document.history.done.length);
      const place = { row: document.roster.rows[3]?.id ?? 0, position: 1 };
      session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
    });
    await openFile(session, long);
    expect(typed).toEqual([0]);
    expect(first.heldRows.size).toBeGreaterThan(0);
    expect(documentOf(session)).toMatchObject({ held: null, history: { done: [] } });
    // What was selected meanwhile stays, and is in sight.
    const { selection, reveal } = session.store.getState();
    expect(selection?.anchor.position).toBe(1);
    expect(reveal).toEqual({ place: selection?.anchor, head: selection?.head });
  });

  it('leaves the open roster in sight until the file has taken its place', async () => {
    const { session, file } = await hostedSession();
    const before = await openRows(session, [HEADER, person(1)]);
    const long = await file('long.txt', LONG);
    const first = followTask(session);
    await openFile(session, long);
    expect(first.heldRows.size).toBe(0);
    expect(documentOf(session)).not.toBe(before);
    expect(session.store.getState()).toMatchObject({ selection: null, reveal: null });
  });

  it.each(['new', 'over a roster'])('is as it was where it is stopped (%s)', async (kind) => {
    const { session, asked, file } = await hostedSession();
    if (kind !== 'new') await openRows(session, [HEADER, person(1)]);
    const before = session.store.getState().document;
    const long = await file('long.txt', LONG);
    const stop = session.store.subscribe(({ task }) => {
      if (task !== null && task.fraction > 0) task.stop();
    });
    await openFile(session, long);
    stop();
    expect(session.store.getState()).toMatchObject({ task: null, dialog: null });
    expect(session.store.getState().document).toBe(before);
    expect([countOf(asked, 'text.close'), countOf(asked, 'file.letGo')]).toEqual([1, 1]);
  });

  it('that is not there says so, and how it was to be read', async () => {
    const { session, file, folder, asked } = await hostedSession();
    const before = await openRows(session, [HEADER, person(1)]);
    const people = await file('people.txt', PEOPLE);
    await rm(`${folder}/people.txt`);
    await openFile(session, people, { header: 2 });
    expect(session.store.getState().dialog).toMatchObject({
      kind: 'failure',
      failure: { code: 'file.notFound' },
      tried: { file: people, how: { header: 2 }, purpose: 'open' },
    });
    expect(documentOf(session)).toBe(before);
    expect(countOf(asked, 'file.letGo')).toBe(1);
  });

  it('that another window holds is not opened, and one of which nobody can tell is', async () => {
    const taken = { current: true };
    const elsewhere = failure(failed('file.openElsewhere', { name: 'people.txt' }));
    const unknown = failure(failed('file.notAllowed', { name: 'people.txt' }));
    const { session, file } = await hostedSession({
      'file.hold': () => (taken.current ? elsewhere : unknown),
    });
    const people = await file('people.txt', PEOPLE);
    await openFile(session, people);
    expect(session.store.getState()).toMatchObject({
      document: null,
      dialog: { failure: { code: 'file.openElsewhere' } },
    });
    taken.current = false;
    session.store.setState({ dialog: null });
    await openFile(session, people);
    expect(names(session)).toHaveLength(2);
  });

  it('that breaks off while it is read takes its first people away again', async () => {
    const answers = { left: 1 };
    const gone = failure(failed('host.gone', {}));
    const { session, file, asked } = await hostedSession({
      'text.read': () => ((answers.left -= 1) < 0 ? gone : (undefined as never)),
    });
    const long = await file('long.txt', LONG);
    const { heldRows } = followTask(session);
    await openFile(session, long);
    expect(heldRows.size).toBe(1);
    expect(session.store.getState()).toMatchObject({
      document: null,
      dialog: { kind: 'failure', failure: { code: 'host.gone' } },
    });
    expect(countOf(asked, 'text.close')).toBe(1);
  });

  it('of which changes were left unsaved asks whether to go on with them', async () => {
    const people = testFile('people.txt');
    const draft = {
      id: 'd'.repeat(36),
      name: 'people.txt',
      file: people,
      changes: 2,
      writtenAt: '2026-01-01T00:00:00Z',
      lastUsedOn: null,
    };
    const { session, asked } = testSession({
      'draft.list': () => success({ drafts: [{ ...draft, file: null }, draft], unreadable: [] }),
    });
    await openFile(session, people, { header: 2 });
    expect(session.store.getState().dialog).toEqual({
      kind: 'leftDraft',
      draft,
      file: people,
      how: { header: 2 },
    });
    expect(countOf(asked, 'file.open')).toBe(0);
    await openFile(session, { ...people, handle: 'b'.repeat(16) });
    expect(session.store.getState().dialog).toMatchObject({ kind: 'failure' });
  });

  it('keeps what the same file is for when it is read again in another way, and no other', async () => {
    const { session, file } = await hostedSession();
    const people = await file('people.txt', PEOPLE);
    await openFile(session, people);
    const known = {
      team: { takenAt: '2026-03-01T00:00:00Z', people: [], untold: [] },
      roles: null,
      groups: null,
    };
    session.store.setState({ organizations: { ...initialState.organizations, known }, mode: 'update' });
    await openFromDisk(session, people, { header: 1 });
    expect(session.store.getState().mode).toBe('update');
    expect(documentOf(session).checker.settings.mode).toBe('update');
    await openFromDisk(session, await file('others.txt', PEOPLE), {});
    expect(session.store.getState().mode).toBe('create');
  });

  it('is not begun while other long work runs', async () => {
    const { session, file } = await hostedSession();
    const people = await file('people.txt', PEOPLE);
    await Promise.all([
      openFromDisk(session, people, {}),
      openText(session, 'sample', `${HEADER}\n${person(7)}`),
    ]);
    expect(names(session)).toEqual(['Ruiz 1', 'Ruiz 2']);
    expect(session.store.getState().dialog).toBeNull();
  });

  it('that the window holds and that has no people says so', async () => {
    const { session } = testSession();
    await openText(session, 'empty.txt', '');
    expect(session.store.getState()).toMatchObject({
      document: null,
      dialog: { kind: 'failure', title: '“empty.txt” was not opened', tried: null },
    });
  });
});
