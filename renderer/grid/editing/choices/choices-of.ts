import type { Session } from '../../../app/session/session.ts';
import type { Document } from '../../../app/session/document.ts';
import { documentOf } from '../../grid-view.ts';
import type { Choice } from './choice.ts';
import { knownChoices } from './known-choices.ts';

type ByPosition = Map<number, readonly Choice[]>;

const remembered = new WeakMap<
  Document['roster'],
  { readonly version: number; readonly choices: ByPosition }
>();

/** What can be chosen for a column of a session's open roster; a column is gone through once while nothing changes. */
export function choicesOf(session: Session, position: number): readonly Choice[] {
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
