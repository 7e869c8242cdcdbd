import { columns } from '../../../shared/columns/catalogue.ts';
import { CalendarCompanion } from './calendar/calendar-companion.ts';
import { ChoiceCompanion } from './choices/choice-companion.ts';
import { choicesOf } from './choices/choices-of.ts';
import { GroupCompanion } from './choices/group-companion.ts';
import { hasChoices } from './choices/known-choices.ts';
import type { Companion, Host } from './companion.ts';
import { LeaderCompanion } from './leaders/leader-companion.ts';

/** Whether something floats beside the editor of a column. */
export function hasCompanion(position: number): boolean {
  const field = columns[position]?.field;
  return hasChoices(position) || field === 'leader' || field === 'date';
}

/** What floats beside the field of a column, closed as yet; null for a column of free text. */
export function openCompanion(host: Host): Companion | null {
  const field = columns[host.position]?.field;
  if (field === 'leader') return new LeaderCompanion(host);
  if (field === 'date') return new CalendarCompanion(host);
  if (!hasChoices(host.position)) return null;
  const known = choicesOf(host.session, host.position);
  return field === 'groups' ? new GroupCompanion(host, known) : new ChoiceCompanion(host, known);
}
