import type { Directory } from './directory.ts';
import type { Person } from './person.ts';

/** Someone as an answer shows them: without the leader's number, which is a number in one answer and a text in others. */
function described(person: Person, directory: Directory) {
  const fields = { ...person.fields };
  delete fields.temporary_password;
  const email = directory.numbered(person.leader ?? 0)?.fields.email;
  return {
    ...fields,
    ...(email !== undefined && { team_leader_email: email }),
    channels: person.channels,
    groups: fields.groups ?? [],
  };
}

/** Someone as GET answers: no password, no number and no status. */
export function shownPerson(person: Person, directory: Directory): object {
  return {
    ...described(person, directory),
    ...(person.leader !== null && { team_leader_id: person.leader }),
    last_active: '2026-03-15T14:30:00Z',
  };
}

/** Someone as POST answers: the temporary password comes back. */
export function echoedPerson(person: Person, directory: Directory) {
  const { temporary_password: password } = person.fields;
  return {
    ...described(person, directory),
    ...(person.leader !== null && { team_leader_id: String(person.leader) }),
    ...(password !== undefined && { temporary_password: password }),
  };
}

/** Someone as PUT answers: the groups go by another name there, and the role's permissions come along. */
export function updatedPerson(person: Person, directory: Directory): object {
  const { groups, ...echoed } = echoedPerson(person, directory);
  return { ...echoed, reporting_groups: groups, permissions: [] };
}
