import { describe, expect, it } from 'vitest';
import { setCells } from '../../../shared/roster/edits.ts';
import { failed } from '../../../shared/failures.ts';
import { failure, success } from '../../../shared/result.ts';
import { edit, undoStep } from '../../../renderer/session/edit-roster.ts';
import { save } from '../../../renderer/session/save-roster.ts';
import { isUnsaved } from '../../../renderer/session/state.ts';
import { documentOf, openRows, testFile, testSession } from '../test-session.ts';

const PEOPLE = ['Role\tEmail Address\tShirt', 'Agent\tana@acme.example\tM', 'Agent\tbob@acme.example\tL'];

function writingSession(finish = success({ file: testFile('people.txt'), bytes: 10, replaced: 0 })) {
  const texts: string[] = [];
  const made = testSession({
    'write.begin': () => success({ write: 'w'.repeat(16) }),
    'write.append': ({ text }: { text: string }) => {
      texts.push(text);
      return success({});
    },
    'write.finish': () => finish,
    'write.cancel': () => success({}),
  });
  return { ...made, texts };
}

/** Gives the open roster a file of its own in the form that Save writes. */
async function openFromFile(made: ReturnType<typeof writingSession>, folder?: string): Promise<void> {
  const { session } = made;
  const document = await openRows(session, PEOPLE);
  const form = { kind: 'text', encoding: 'utf-16le', bom: true, confidence: 'sure', others: [] } as const;
  session.store.setState({
    document: { ...document, form, delimiter: '\t', file: testFile('people.txt', folder) },
  });
}

describe('save', () => {
  it('writes the whole roster in place, unrecognised columns too, and knows that it is saved', async () => {
    const made = writingSession();
    await openFromFile(made);
    const { session, texts } = made;
    const [row] = documentOf(session).roster.rows;
    edit(
      session,
      'Edit',
      setCells(documentOf(session).roster, [{ row: row?.id ?? 0, position: 0, to: 'Admin' }]),
    );
    expect(isUnsaved(documentOf(session))).toBe(true);
    expect(await save(session)).toBe(true);
    const lines = texts.join('').split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Role\t.*\tShirt$/);
    expect(lines[1]).toMatch(/^Admin\t.*\tM$/);
    expect(isUnsaved(documentOf(session))).toBe(false);
    undoStep(session);
    expect(isUnsaved(documentOf(session))).toBe(true);
  });

  it('says how many broken characters no file can hold', async () => {
    const made = writingSession();
    await openFromFile(made);
    const { roster } = documentOf(made.session);
    const [row] = roster.rows;
    edit(made.session, 'Edit', setCells(roster, [{ row: row?.id ?? 0, position: 0, to: 'A\uD800' }]));
    await save(made.session);
    expect(made.session.store.getState().done?.sentence).toContain('identical but for one broken character');
  });

  it('asks whose version stays when the file has changed on disk', async () => {
    const made = writingSession();
    await openFromFile(made);
    const changed = testSession({
      'write.begin': () => failure(failed('write.changedOnDisk', { name: 'people.txt' })),
    });
    changed.session.store.setState(made.session.store.getState());
    expect(await save(changed.session)).toBe(false);
    expect(changed.session.store.getState().dialog).toMatchObject({ kind: 'changedOnDisk' });
  });

  it('asks where to save a file that was dropped on a page and so has no place of its own', async () => {
    const made = writingSession();
    await openFromFile(made, '');
    const saving = save(made.session);
    const { chooser } = made.session.store.getState();
    expect(chooser).toMatchObject({ purpose: 'save', suggestedName: 'people.txt' });
    chooser?.done(null);
    expect(await saving).toBe(false);
    expect(made.asked).toEqual([]);
  });
});
