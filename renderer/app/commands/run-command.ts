import type { CommandName } from '../../../shared/commands.ts';
import type { Session } from '../session/session.ts';
import { COLUMNS } from './areas/columns.ts';
import { EDIT } from './areas/edit.ts';
import { FILE } from './areas/file.ts';
import { HELP } from './areas/help.ts';
import { ORGANIZATION } from './areas/organization.ts';
import { PROBLEMS } from './areas/problems.ts';
import { ROWS } from './areas/rows.ts';
import { VIEW } from './areas/view.ts';

/** What each command does; menu, buttons, keys and palette all come through here. */
const RUN: Readonly<Record<CommandName, (session: Session) => void>> = {
  ...FILE,
  ...EDIT,
  ...ROWS,
  ...COLUMNS,
  ...PROBLEMS,
  ...ORGANIZATION,
  ...VIEW,
  ...HELP,
};

/** Carries out a command by its name. */
export function runCommand(session: Session, name: CommandName): void {
  keepTypedText();
  RUN[name](session);
}

/** A command works on what is in sight: a cell that is being typed in gives its text to the roster when it is left. */
function keepTypedText(): void {
  const { activeElement } = window.document;
  if (activeElement instanceof HTMLElement && activeElement.matches('.rc-editor')) activeElement.blur();
}
