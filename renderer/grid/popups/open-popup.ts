import { columns } from '../../../shared/person/catalogue.ts';
import type { Document } from '../../app/session/document.ts';
import type { Session } from '../../app/session/session.ts';
import { documentOf } from '../view/grid-view.ts';
import { CalendarPopup } from './calendar-popup.ts';
import { ChoicePopup, GroupPopup } from './choice-popup.ts';
import { type Choice, hasChoices, knownChoices } from './choices.ts';
import { LeaderPopup } from './leader-popup.ts';
import type { Host, Popup } from './popup.ts';

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

type ByPosition = Map<number, readonly Choice[]>;

const remembered = new WeakMap<
  Document['roster'],
  { readonly version: number; readonly choices: ByPosition }
>();

/** What can be chosen for a column of a session's open roster; a column is gone through once while nothing changes. */
function choicesOf(session: Session, position: number): readonly Choice[] {
  const document = documentOf({ session });
  const choices = rememberedOf(document);
  const known = choices.get(position) ?? knownChoices(document.roster, document.checker.settings, position);
  choices.set(position, known);
  return known;
}

function rememberedOf({ roster, version }: Document): ByPosition {
  const last = remembered.get(roster);
  if (last?.version === version) return last.choices;
  const choices: ByPosition = new Map();
  remembered.set(roster, { version, choices });
  return choices;
}
