import type { CommandName } from '../../../shared/commands.ts';
import { chosenOrganization } from '../../organization/organizations.ts';
import type { SessionState } from '../session/state.ts';
import { isApplicable } from './is-available.ts';

const REASONS: Partial<Record<CommandName, string>> = {
  'file.doctor': 'The roster was not read from a file',
  'file.reading': 'The roster was not read from a file',
  'edit.undo': 'Nothing to undo',
  'edit.redo': 'Nothing to redo',
  'problems.compareDuplicates': 'No row is selected',
  'problems.fixSafe': 'No safe fixes',
  'view.filterAgain': 'Nothing is filtered',
  'view.filterClear': 'Every row is shown',
  'edit.putBack': 'Nothing is selected, or this is not a bulk update',
  'rows.deleteIncomplete': 'There are none in this bulk update, or this is not a bulk update',
  'view.filterChanged': 'This is not a bulk update',
  'columns.showAll': 'No column is hidden',
  'columns.reset': 'The columns are in their usual layout',
};

/** Why a command has nothing to work on, in a few words; null where it has. */
export function whyNot(state: SessionState, name: CommandName): string | null {
  if (isApplicable(state, name)) return null;
  if (name === 'organization.bulkUpdate' || name === 'organization.bulkCreate') return whyNotMode(state);
  if (name.startsWith('organization.'))
    return chosenOrganization(state.organizations) === null
      ? 'No organization is chosen'
      : 'Its current team is being read already';
  if (state.document === null) return 'No roster is open';
  return (
    REASONS[name] ?? (name.startsWith('rows.') ? 'No row is selected' : 'There is nothing it applies to')
  );
}

/** Why the roster cannot be for something else. */
function whyNotMode({ document, mode, organizations }: SessionState): string {
  if (document === null) return 'No roster is open';
  if (organizations.known !== null) return `This is a bulk ${mode} already`;
  return chosenOrganization(organizations) === null
    ? 'It needs an organization and its current team'
    : 'It needs the current team: pull it, or read its file';
}
