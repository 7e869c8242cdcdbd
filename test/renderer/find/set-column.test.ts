import { expect, it } from 'vitest';
import { sayRows, setColumn } from '../../../renderer/find/set-column.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const ids = (session: Session): number[] => documentOf(session).roster.rows.map(({ id }) => id);
const said = (session: Session): string | undefined => session.store.getState().done?.sentence;
const texts = (session: Session, position: number): unknown[] =>
  documentOf(session).roster.rows.map(({ cells }) => cells[position]);

it('gives a column of some rows one text as one step, and says how many had another', async () => {
  const { session } = testSession();
  await openRows(session, ['Role\tFirst Name', 'Agent\tAna', 'Coach\tBen', 'Coach\tCleo']);
  const [ana = 0, ben = 0] = ids(session);
  setColumn(session, [ana, ben], AT.role, { text: 'Coach', also: [] });
  expect(texts(session, AT.role)).toEqual(['Coach', 'Coach', 'Coach']);
  expect([said(session), documentOf(session).history.done.length]).toEqual(['Role set in one row.', 1]);
  setColumn(session, ids(session), AT.role, { text: 'Coach', also: [] });
  expect([said(session), documentOf(session).history.done.length]).toEqual([
    'Every row already had that.',
    1,
  ]);
  // What must change with it is in the same step, and is not counted.
  const also = [{ row: ana, position: AT.canManageTeams, to: 'y' }];
  setColumn(session, ids(session), AT.role, { text: 'Lead', also });
  expect([said(session), texts(session, AT.canManageTeams)[0]]).toEqual(['Role set in 3 rows.', 'y']);
  expect(documentOf(session).history.done.map(({ label }) => label)).toEqual(['Set Role', 'Set Role']);
  session.store.setState({ document: null });
  setColumn(session, [ana], AT.role, { text: 'x', also: [] });
  expect(session.store.getState().document).toBeNull();
});

it('says how many rows', () => {
  expect([0, 1, 2, 1200].map(sayRows)).toEqual(['0 rows', 'one row', '2 rows', '1,200 rows']);
});
