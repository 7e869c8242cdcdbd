import { describe, expect, it, onTestFinished } from 'vitest';
import { followTeam } from '../../../renderer/organization/follow-team.ts';
import { loadOrganizations } from '../../../renderer/organization/keep-organization.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { openText } from '../../../renderer/app/session/open-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { currentSettings } from '../../../renderer/app/session/settings.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { knownNames } from '../../../shared/team/current-team.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { check } from '../../../shared/rules/checker.ts';
import { OWNER } from '../../shared/rules/build-roster.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';
import { hostWithTeam } from './host-with-team.ts';

const HEADER =
  '*Role\t*Can Manage Teams\tEmail Address\t*First Name\t*Last Name\t*Phone Channel\t*Chat Channel\t*Email Channel\tTeam Leader';
const BOB = 'Admin\tn\tbob@acme.com\tBob\tRay\ty\ty\ty\towner@acme.com';
const TEAM: CurrentTeam = { takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER], untold: [] };

function know({ store }: Session, team: CurrentTeam | null): void {
  const { organizations } = store.getState();
  const known = team && { team, ...knownNames(team) };
  store.setState({ organizations: { ...organizations, known } });
}

function followed(): Session {
  const { session } = testSession();
  onTestFinished(followTeam(session));
  return session;
}

const codes = (session: Session) =>
  documentOf(session).roster.rows.flatMap(({ id }) =>
    documentOf(session)
      .checker.problemsOf(id)
      .map(({ code, severity }) => `${code} ${severity}`),
  );

describe('the current team that becomes known while a roster is open', () => {
  it('changes the problems and nothing else', async () => {
    const session = followed();
    await openRows(session, [HEADER, BOB, 'Cook\tn\teve@acme.com\tEve\tOh\ty\ty\ty\tlea@acme.com']);
    const row = documentOf(session).roster.rows[0]?.id ?? 0;
    edit(session, 'Type', setCells(documentOf(session).roster, [{ row, position: AT.lastName, to: 'Rey' }]));
    expect(codes(session)).toEqual(['leader.notFound warning', 'leader.notFound warning']);
    const { history, version } = documentOf(session);
    know(session, TEAM);
    await expect.poll(() => codes(session)).toEqual(['role.unknown error', 'leader.notFound error']);
    expect(documentOf(session)).toMatchObject({ history, version: version + 1 });
    expect(documentOf(session).touched.structure).toBe(false);
    expect(documentOf(session).counts).toMatchObject({ error: 2, warning: 0 });
    know(session, null);
    await expect.poll(() => codes(session)).toEqual(['leader.notFound warning', 'leader.notFound warning']);
    undoStep(session);
    expect(documentOf(session).roster.rows[0]?.cells[AT.lastName]).toBe('Ray');
  });

  it('is what the roster is checked against whatever is edited meanwhile', async () => {
    const session = followed();
    const people = Array.from({ length: 5000 }, (_, at) => BOB.replace('bob@', `bob${at}@`));
    await openText(session, 'people.txt', [HEADER, ...people].join('\n'));
    know(session, TEAM);
    for (let at = 0; at < 5; at += 1) {
      const row = documentOf(session).roster.rows[at * 900]?.id ?? 0;
      edit(session, 'Type', setCells(documentOf(session).roster, [{ row, position: AT.role, to: 'Cook' }]));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await expect.poll(() => documentOf(session).checker.settings.team).toBe(TEAM);
    const { roster, checker, history } = documentOf(session);
    const fresh = check(roster, currentSettings(session.store.getState()));
    expect(checker.counts).toEqual(fresh.counts);
    expect(fresh.counts.error).toBe(5);
    expect(history.done).toHaveLength(5);
  });
});

describe('at the start', () => {
  it('the organization chosen last is chosen again, and a file that opens waits for its team', async () => {
    const { session } = testSession(hostWithTeam(TEAM));
    void loadOrganizations(session);
    const { checker } = await openRows(session, [HEADER, BOB]);
    expect(checker.settings).toMatchObject({ team: TEAM, roles: ['Admin'] });
    expect(session.store.getState().organizations).toMatchObject({ chosen: '0'.repeat(16), trouble: null });
  });

  it('a team that cannot be read is said, and nothing is known', async () => {
    const { session } = testSession(hostWithTeam(TEAM, (text) => text.slice(0, -5)));
    await loadOrganizations(session);
    expect(session.store.getState().organizations).toMatchObject({
      known: null,
      trouble: { code: 'team.damaged', facts: { name: 'Acme' } },
    });
  });
});
