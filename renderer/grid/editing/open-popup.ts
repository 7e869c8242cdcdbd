import { columns } from '../../../shared/person/catalogue.ts';
import { CalendarPopup } from './calendar/calendar-popup.ts';
import { ChoicePopup } from './choices/choice-popup.ts';
import { choicesOf } from './choices/choices-of.ts';
import { GroupPopup } from './choices/group-popup.ts';
import { hasChoices } from './choices/known-choices.ts';
import type { Popup, Host } from './popup.ts';
import { LeaderPopup } from './leaders/leader-popup.ts';

/** Whether something floats beside the editor of a column. */
export function hasPopup(position: number): boolean {
  const field = columns[position]?.field;
  return hasChoices(position) || field === 'leader' || field === 'date';
}

/** What floats beside the field of a column, closed as yet; null for a column of free text. */
export function openPopup(host: Host): Popup | null {
  const field = columns[host.position]?.field;
  if (field === 'leader') return new LeaderPopup(host);
  if (field === 'date') return new CalendarPopup(host);
  if (!hasChoices(host.position)) return null;
  const known = choicesOf(host.session, host.position);
  return field === 'groups' ? new GroupPopup(host, known) : new ChoicePopup(host, known);
}
