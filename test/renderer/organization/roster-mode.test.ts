import { describe, expect, it, onTestFinished } from 'vitest';
import { followTeam } from '../../../renderer/organization/follow-team.ts';
import { loadOrganizations } from '../../../renderer/organization/keep-organization.ts';
import { teamSettled } from '../../../renderer/organization/load-team.ts';
import { undoStep } from '../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { deleteIncomplete, setMode } from '../../../renderer/organization/roster-mode.ts';
import { differenceAt, differenceSentence, teamMarkOf } from '../../../renderer/grid/view/team-difference.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { OWNER } from '../../shared/rules/build-roster.ts';
import { hostWithTeam } from './host-with-team.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const BO = {
  ...OWNER,
  email: 'bo@acme.com',
  employeeId: 'B1',
  firstName: 'Bo',
  lastName: 'Ray',
  role: 'Coach',
  canManageTeams: false,
};
const HEADER =
  'Role\tCan Manage Teams\tEmail Address\tEmployee ID\tFirst Name\tLast Name\tPhone Channel\tChat Channel\tEmail Channel\tTeam Leader\tDeactivated';

/** A bulk update of some people against a current team of two. */
async function updating(...people: string[]): Promise<Session> {
  const { session } = testSession(
    hostWithTeam({ takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER, BO], untold: ['profile'] }),
  );
  onTestFinished(followTeam(session));
  await loadOrganizations(session);
  await teamSettled(session);
  await openRows(session, [HEADER, ...people]);
  setMode(session, 'update');
  await expect.poll(() => documentOf(session).checker.comparison).not.toBeNull();
  return session;
}

const id = (session: Session, index: number): number => documentOf(session).roster.rows[index]?.id ?? -1;

describe('a row of a bulk update', () => {
  it('has a mark by how it stands against the current team, and none where nothing differs', async () => {
    const session = await updating(
      'Agent\tn\tnew@acme.com\tN1\tNew\tOne\ty\tn\tn\towner@acme.com\tn',
      'Admin\tn\tbo@acme.com\tB1\tBo\tRay\ty\tn\tn\t\tn',
      'Coach\tn\tbo@acme.com\tB1\tBo\tRay\ty\tn\tn\t\tn',
    );
    const labels = [0, 1].map((index) => teamMarkOf(documentOf(session), id(session, index))?.label);
    expect(labels).toEqual(['Not in Agent Connect', 'Differs from Agent Connect']);
    setMode(session, 'create');
    await expect.poll(() => documentOf(session).checker.comparison).toBeNull();
    expect(teamMarkOf(documentOf(session), id(session, 1))).toBeNull();
  });

  it('says in each cell that differs what Agent Connect has', async () => {
    const session = await updating('Admin\tn\tbo@acme.com\tB1\tBo\tRay\ty\tn\tn\t\tn');
    const at = (position: number) => differenceAt(documentOf(session), id(session, 0), position);
    expect(at(AT.role)).toMatchObject({ column: 'role', from: 'Coach', to: 'Admin' });
    expect(at(AT.firstName)).toBeNull();
    expect(differenceAt(documentOf(session), 999, AT.role)).toBeNull();
  });

  it('has a sentence for what is known, for nothing and for what nobody knows', () => {
    const change = { column: 'role', from: 'Coach', to: 'Admin', permanent: false } as const;
    expect(differenceSentence(change)).toBe('Agent Connect has “Coach” here.');
    expect(differenceSentence({ ...change, from: '' })).toBe('Agent Connect has nothing here.');
    expect(differenceSentence({ ...change, from: null })).toMatch(/^It is not known/);
    expect(differenceSentence({ ...change, permanent: true })).toBe(
      'Agent Connect has “Coach” here. It never takes this change back.',
    );
  });
});

describe('rows of deactivated people with cells missing', () => {
  it('are deleted as one step, which says how many; where there are none nothing happens', async () => {
    const session = await updating(
      'Coach\tn\tbo@acme.com\tB1\tBo\tRay\ty\tn\tn\t\tn',
      'Admin\ty\towner@acme.com\tOWN1\tOlga\t\ty\tn\tn\t\ty',
    );
    const codes = (index: number) =>
      documentOf(session)
        .checker.problemsOf(id(session, index))
        .map(({ code }) => code);
    await expect.poll(() => codes(1)).toContain('deactivated.incomplete');
    expect(codes(0)).not.toContain('deactivated.incomplete');
    deleteIncomplete(session, documentOf(session));
    expect(documentOf(session).roster.rows).toHaveLength(1);
    expect(session.store.getState().done).toMatchObject({
      sentence: 'One row of deactivated people deleted.',
      step: { label: 'Delete row of deactivated people' },
    });
    deleteIncomplete(session, documentOf(session));
    expect(documentOf(session).history.done).toHaveLength(1);
    undoStep(session);
    expect(documentOf(session).roster.rows).toHaveLength(2);
  });
});
