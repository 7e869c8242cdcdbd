import type { TeamMember } from '../../../shared/current-team/current-team.ts';
import { quoted } from '../../../shared/rules/messages/words.ts';

/** Who people are, in words: “Ana Ruiz” (ana@acme.com, E1). */
export function namesOf(members: readonly TeamMember[]): string {
  return members.map(nameOf).join(' and ');
}

function nameOf({ firstName, lastName, email, employeeId }: TeamMember): string {
  const ids = [email, employeeId].filter((id) => id !== '').join(', ');
  return `${quoted(`${firstName} ${lastName}`.trim())} (${ids})`;
}
