import { expect, it } from 'vitest';
import { listColumns } from '../../../renderer/import/list-columns.ts';
import { noticeSentences } from '../../../renderer/import/notice-sentences.ts';
import { edit, undoStep } from '../../../renderer/session/edit-roster.ts';
import { mapColumn } from '../../../shared/roster/edits.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const PEOPLE = [
  'Role\tStation\tEmail Address\tTemporary Password',
  'Agent\tLyon\tana@acme.example\tsecret-1',
  'Agent\t\tbob@acme.example\tsecret-2',
];

it('lists the columns in the order of the file, with samples and passwords masked', async () => {
  const { session } = testSession();
  const listed = listColumns(await openRows(session, PEOPLE));
  expect(listed.map(({ header, key }) => [header, key])).toEqual([
    ['Role', 'role'],
    ['Station', null],
    ['Email Address', 'email'],
    ['Temporary Password', 'temporaryPassword'],
  ]);
  expect(listed[1]?.samples).toEqual(['Lyon']);
  expect(JSON.stringify(listed)).not.toContain('secret');
});

it('keeps a column in its place once it is taken for one of Agent Connect, and after undoing that', async () => {
  const { session } = testSession();
  const { roster } = await openRows(session, PEOPLE);
  edit(session, 'Take', mapColumn(roster, roster.columns.carried[0]?.position ?? -1, 'homeTown'));
  const keys = (): (string | null)[] => listColumns(documentOf(session)).map(({ key }) => key);
  expect(keys()).toEqual(['role', 'homeTown', 'email', 'temporaryPassword']);
  undoStep(session);
  expect(keys()).toEqual(['role', null, 'email', 'temporaryPassword']);
});

it('says doubts about columns before what was only set aside, and nothing twice', () => {
  const blank = { kind: 'blankRows', lines: [4] } as const;
  const doubt = { kind: 'claimedTwice', key: 'email', headers: ['Mail', 'E-mail'], taken: null } as const;
  const sentences = noticeSentences([blank, doubt, blank]);
  expect(sentences).toHaveLength(2);
  expect(sentences[0]).toContain('“Mail”');
});
