import { AT } from '../person/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { YES } from '../rules/assumptions.ts';
import { makeMember, type TeamMember } from './current-team.ts';
import { saidGroups, saidText } from './said-text.ts';

/** What a row says about a person. A cell that says nothing clear is no, none, or the text that it has. */
export function readMember(row: Row): TeamMember {
  return makeMember({
    text: (key) => saidText(key, cellAt(row, AT[key])),
    flag: (key) => saidText(key, cellAt(row, AT[key])) === YES,
    names: (key) => saidGroups(cellAt(row, AT[key])),
  });
}
