import { teamLines } from '../../../shared/team/team-text.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import { success } from '../../../shared/failures/result.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import type { testSession } from '../test-session.ts';

const TEXT = 'b'.repeat(16);
const SLICE = 50;

/** A host that keeps one organization, chosen, with a current team; `spoil` changes the team's text. */
export function hostWithTeam(
  team: CurrentTeam,
  spoil = (text: string): string => text,
): NonNullable<Parameters<typeof testSession>[0]> {
  const from = { file: 'team.txt' };
  const text = spoil([...teamLines(team, from)].join(''));
  const organization: Organization = {
    id: '0'.repeat(16),
    name: 'Acme',
    address: { subdomain: 'acme' },
    environment: 'test',
    host: 'acme.api.stellaconnect.net',
    team: { takenAt: team.takenAt, people: team.people.length, from },
  };
  return {
    'organization.list': () =>
      success({
        organizations: [organization],
        chosen: organization.id,
        testServers: false,
        setAside: false,
      }),
    'team.read': () => success({ text: TEXT, length: text.length }),
    'text.read': ({ from: at }: { from: number }) => {
      const end = Math.min(at + SLICE, text.length);
      return success({ slice: text.slice(at, end), next: end < text.length ? end : null });
    },
    'text.close': () => success({}),
  };
}
