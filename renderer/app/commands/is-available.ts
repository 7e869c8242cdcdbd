import { DEFAULT_LAYOUT } from '../../../shared/roster/grid-layout.ts';
import { type CommandName, WITHOUT_ROSTER } from '../../../shared/commands.ts';
import { chosenOrganization, isTeamBusy } from '../../organization/organizations.ts';
import { hasHiddenColumns } from '../session/column-layout.ts';
import type { Document, Selection } from '../session/document.ts';
import { isBusy, type SessionState } from '../session/state.ts';

/** Whether a command would do anything now; not while something is asked over the grid or long work runs. */
export function isAvailable(state: SessionState, name: CommandName): boolean {
  return !isBusy(state) && isApplicable(state, name);
}

/** Whether a command exists here at all; what does not is shown nowhere. */
export function isOffered({ appUpdate }: SessionState, name: CommandName): boolean {
  return name !== 'help.update' || appUpdate.kind !== 'off';
}

/** Whether a command has something to work on; what has nothing is shown as unavailable. */
export function isApplicable(state: SessionState, name: CommandName): boolean {
  if (WITHOUT_ROSTER.has(name)) return true;
  if (name === 'help.update') return isOffered(state, name);
  const { document, organizations } = state;
  if (name === 'organization.bulkUpdate' || name === 'organization.bulkCreate')
    return document !== null && organizations.known !== null && state.mode !== MODE_OF[name];
  if (name.startsWith('organization.'))
    return chosenOrganization(organizations) !== null && !isTeamBusy(organizations);
  return document !== null && isOfUse(state, document, name);
}

/** Whether a command on the open roster has something to work on. */
function isOfUse({ selection, layout }: SessionState, document: Document, name: CommandName): boolean {
  if (name === 'file.doctor' || name === 'file.reading') return document.file !== null;
  if (name === 'edit.undo') return document.history.done.length > 0;
  if (name === 'edit.redo') return document.history.undone.length > 0;
  if (name === 'view.filterAgain' || name === 'view.filterClear') return document.shown !== null;
  if (OF_UPDATE.has(name) && !isOfUseInUpdate(document, name)) return false;
  if (name === 'problems.fixSafe') return document.checker.safeFixCount > 0;
  if (NEEDS_ROWS.has(name)) return selection !== null && isMeant(name, selection);
  if (name === 'columns.showAll') return hasHiddenColumns(document, layout);
  if (name === 'columns.reset') return layout !== DEFAULT_LAYOUT;
  return true;
}

/** Whole columns reach every row, which nobody means to move or delete. */
function isMeant(name: CommandName, { kind }: Selection): boolean {
  return !name.startsWith('rows.') || kind !== 'columns';
}

/** Whether what only a bulk update has is there to be had. */
function isOfUseInUpdate({ checker, counts }: Document, name: CommandName): boolean {
  if (checker.comparison === null) return false;
  return name !== 'rows.deleteIncomplete' || counts.byCode.has('deactivated.incomplete');
}

const MODE_OF = { 'organization.bulkUpdate': 'update', 'organization.bulkCreate': 'create' } as const;

/** What only a bulk update has. */
const OF_UPDATE: ReadonlySet<CommandName> = new Set([
  'edit.putBack',
  'rows.deleteIncomplete',
  'view.filterChanged',
]);
const NEEDS_ROWS: ReadonlySet<CommandName> = new Set([
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.clear',
  'edit.fillDown',
  'edit.fillRight',
  'edit.putBack',
  'problems.compareDuplicates',
  'rows.insertAbove',
  'rows.insertBelow',
  'rows.duplicate',
  'rows.delete',
  'rows.moveUp',
  'rows.moveDown',
]);
