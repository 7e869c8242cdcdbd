import { expect, it } from 'vitest';
import { setCells } from '../../../../shared/roster/edits.ts';
import { describeUnsaved } from '../../../../renderer/app/dialogs/describe-unsaved.ts';
import { edit, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

it('says how many changes would be lost, the last of them, and what undoing since the save means', async () => {
  const { session } = testSession();
  const { roster } = await openRows(session, ['Role\tEmail Address', 'Agent\tana@acme.example']);
  const type = (label: string, to: string): void => {
    edit(session, label, setCells(roster, [{ row: roster.rows[0]?.id ?? 0, position: 0, to }]));
  };
  type('Edit Role', 'A');
  expect(describeUnsaved(documentOf(session))).toBe('One change would be lost: Edit Role.');
  type('Clear Role', '');
  expect(describeUnsaved(documentOf(session))).toBe(
    '2 changes since you opened it would be lost, the last of them: Clear Role.',
  );
  const document = documentOf(session);
  session.store.setState({ document: { ...document, savedStep: document.history.done.at(-1) ?? null } });
  undoStep(session);
  expect(describeUnsaved(documentOf(session))).toBe('What you have undone since it was saved would be back.');
});
