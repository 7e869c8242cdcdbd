import { describe, expect, it } from 'vitest';
import { chooseToOpen, chooseToSave, chooseToSaveAs } from '../../../../renderer/app/session/choose-file.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { failure, success } from '../../../../shared/failures/result.ts';
import { type Answers, testFile, testSession } from '../../test-session.ts';

/** A session with the system's own dialogs. */
function nativeSession(answers: Answers = {}) {
  const { session, asked } = testSession(answers);
  return { session: { ...session, app: { ...session.app, chooser: 'native' } } satisfies Session, asked };
}

const NO_DIALOG = failure(failed('call.unavailable', { what: 'Choosing' }));
const TEXT = { form: 'unicode-text', hasTemplate: false } as const;

/** Names files that are chosen to be saved to, one after the other. */
function choosing(...names: (string | null)[]): Answers {
  return {
    'file.chooseToSave': () => {
      const name = names.shift() ?? null;
      return success({ file: name === null ? null : testFile(name) });
    },
    'file.withEnding': () => success({ file: testFile('people.txt'), exists: true }),
  };
}

/** Waits until the window asks something, and answers what. */
async function question(session: Session) {
  await new Promise((resolve) => setTimeout(resolve));
  const { chooser } = session.store.getState();
  if (chooser === null) throw new Error('Nothing is asked');
  return chooser;
}

describe('chooseToOpen', () => {
  it('asks the system where it has a dialog, for what is to be opened', async () => {
    const file = testFile('people.txt');
    const { session, asked } = nativeSession({ 'file.chooseToOpen': () => success({ file }) });
    expect(await chooseToOpen(session)).toBe(file);
    expect(await chooseToOpen(session, 'team')).toBe(file);
    expect(asked.map(({ request }) => request)).toEqual([{ what: 'roster' }, { what: 'team' }]);
    expect(session.store.getState()).toMatchObject({ chooser: null, dialog: null });
  });

  it('says why the system cannot ask', async () => {
    const { session } = nativeSession({ 'file.chooseToOpen': () => NO_DIALOG });
    expect(await chooseToOpen(session)).toBeNull();
    expect(session.store.getState().dialog).toMatchObject({ title: 'No file was opened' });
  });

  it('asks in the window elsewhere, and closes the chooser with the answer', async () => {
    const { session, asked } = testSession();
    const choice = chooseToOpen(session, 'template');
    const chooser = await question(session);
    expect(chooser).toMatchObject({ purpose: 'open', what: 'template' });
    chooser.done(testFile('t.txt'));
    expect(await choice).toEqual(testFile('t.txt'));
    expect([session.store.getState().chooser, asked]).toEqual([null, []]);
  });
});

describe('chooseToSave', () => {
  it('asks the system with a name and the form, and takes a name that fits', async () => {
    const { session, asked } = nativeSession(choosing('team.txt'));
    expect(await chooseToSave(session, 'people.txt', TEXT)).toEqual(testFile('team.txt'));
    expect(asked).toEqual([
      { channel: 'file.chooseToSave', request: { suggestedName: 'people.txt', format: 'unicode-text' } },
    ]);
  });

  it('ends where nothing is chosen, or nothing can be', async () => {
    const { session } = nativeSession(choosing(null));
    expect(await chooseToSave(session, 'people.txt', TEXT)).toBeNull();
    expect(session.store.getState().dialog).toBeNull();
    const failing = nativeSession({ 'file.chooseToSave': () => NO_DIALOG });
    expect(await chooseToSave(failing.session, 'people.txt', TEXT)).toBeNull();
    expect(failing.session.store.getState().dialog).toMatchObject({ title: 'Nothing was saved' });
  });

  it.each([
    ['unicode-text', 'roster'],
    ['profile', 'profile'],
  ] as const)('asks in the window for a place for %s among such files', async (form, what) => {
    const { session } = testSession();
    const choice = chooseToSave(session, 'name', { form, hasTemplate: false });
    const chooser = await question(session);
    expect(chooser).toMatchObject({ purpose: 'save', suggestedName: 'name', what });
    chooser.done(null);
    expect([await choice, session.store.getState().chooser]).toEqual([null, null]);
  });

  it('asks about an ending that says something else, and takes the name beside it, or none', async () => {
    const { session, asked } = nativeSession(choosing('people.pdf'));
    const choice = chooseToSave(session, 'people.txt', TEXT);
    const chooser = await question(session);
    expect(chooser).toMatchObject({
      purpose: 'ending',
      chosen: testFile('people.pdf'),
      says: 'a PDF document',
      form: 'unicode-text',
      better: testFile('people.txt'),
      exists: true,
    });
    expect(asked.at(-1)?.request).toEqual({ file: 'a'.repeat(16), form: 'unicode-text' });
    chooser.done(testFile('people.txt'));
    expect(await choice).toEqual(testFile('people.txt'));
    expect(session.store.getState().chooser).toBeNull();
  });

  it('asks again from the name with the right ending, as often as it is wanted', async () => {
    const { session, asked } = nativeSession(choosing('team.csv', 'people.xlsx', 'all.txt'));
    const choice = chooseToSave(session, 'people.txt', TEXT);
    for (const _ of 'ab') {
      const chooser = await question(session);
      if (chooser.purpose === 'ending') chooser.done('again');
    }
    expect(await choice).toEqual(testFile('all.txt'));
    const suggested = asked.filter(({ channel }) => channel === 'file.chooseToSave');
    expect(suggested.map(({ request }) => request)).toMatchObject([
      { suggestedName: 'people.txt' },
      { suggestedName: 'team.txt' },
      { suggestedName: 'people.txt' },
    ]);
  });

  it('says why no name beside it can be had', async () => {
    const { session } = nativeSession({ ...choosing('people.pdf'), 'file.withEnding': () => NO_DIALOG });
    expect(await chooseToSave(session, 'people.txt', TEXT)).toBeNull();
    expect(session.store.getState()).toMatchObject({ chooser: null, dialog: { title: 'Nothing was saved' } });
  });
});

describe('chooseToSaveAs', () => {
  it('takes the form from the ending, and asks only about one that Rollcall does not write', async () => {
    const { session } = nativeSession(choosing('a.txt', 'b.csv', 'c.xlsx', null, 'd.pdf'));
    const choose = async () => (await chooseToSaveAs(session, 'people.txt', TEXT))?.format ?? null;
    expect([await choose(), await choose(), await choose(), await choose()]).toEqual([
      'unicode-text',
      'utf16-csv',
      'xlsx',
      null,
    ]);
    const asking = choose();
    expect((await question(session)).purpose).toBe('ending');
    session.store.getState().chooser?.done(null);
    expect(await asking).toBeNull();
  });

  it('lets a text with a template’s delimiter have any ending of text', async () => {
    const { session } = nativeSession(choosing('a.csv'));
    const chosen = await chooseToSaveAs(session, 'people.txt', { ...TEXT, hasTemplate: true });
    expect(chosen).toEqual({ file: testFile('a.csv'), format: 'unicode-text' });
  });
});
