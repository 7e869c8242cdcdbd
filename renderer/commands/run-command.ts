import { AT } from '../../shared/columns/catalogue.ts';
import { DEFAULT_LAYOUT } from '../../shared/columns/grid-layout.ts';
import type { CommandName } from '../../shared/commands.ts';
import type { Change } from '../../shared/roster/change.ts';
import { deleteRows, duplicateRows, insertRows, leadersFirst } from '../../shared/roster/edits.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { safeFixes } from '../../shared/rules/safe-fixes.ts';
import { goToFound, openFind } from '../find/find-commands.ts';
import { hasHiddenColumns } from '../session/column-layout.ts';
import { chooseToOpen } from '../session/choose-file.ts';
import { whenSafe } from '../session/dialogs.ts';
import { edit, redoStep, reveal, undoStep } from '../session/edit-roster.ts';
import { newRoster, openFile } from '../session/open-roster.ts';
import { sayUndoable } from '../session/say-done.ts';
import { save, saveAs } from '../session/save-roster.ts';
import { selectedRows } from '../session/selected-rows.ts';
import type { Session } from '../session/session.ts';
import { type Document, isBusy, type SessionState } from '../session/state.ts';
import { clearFilter, filterAgain, filterProblems, openColumnPopup } from './filter-commands.ts';
import { asksGrid } from './ask-grid.ts';
import { fixHere, goToProblem } from './problem-commands.ts';
import { sortHere } from './sort-commands.ts';
import {
  changeWidths,
  hideSelected,
  moveSelected,
  pinSelected,
  resetLayout,
  showAllColumns,
} from './column-commands.ts';
import { insertBeside, moveRowsBy } from './row-commands.ts';
import { goToPart } from '../window/go-to-part.ts';

type Run = (session: Session) => void;

/** What each command does; menu, buttons, keys and palette all come through here. */
const RUN: Record<CommandName, Run> = {
  'file.new': (session) => {
    whenSafe(session, () => {
      newRoster(session);
    });
  },
  'file.open': (session) => void chooseAndOpen(session),
  'file.save': (session) => void save(session),
  'file.saveAs': (session) => void saveAs(session),
  'file.export': withRoster((session) => {
    session.store.setState({ dialog: { kind: 'export' } });
  }),
  'file.close': (session) => {
    whenSafe(session, () => {
      session.store.setState({ document: null, selection: null, dialog: null });
    });
  },
  'edit.undo': undoStep,
  'edit.redo': redoStep,
  'edit.find': withRoster((session) => {
    openFind(session, 'find');
  }),
  'edit.replace': withRoster((session) => {
    openFind(session, 'replace');
  }),
  'edit.findNext': withRoster((session) => {
    goToFound(session, 1, false);
  }),
  'edit.findPrevious': withRoster((session) => {
    goToFound(session, -1, false);
  }),
  'edit.setColumn': withRoster((session) => {
    const position = session.store.getState().selection?.anchor.position ?? AT.role;
    session.store.setState({ dialog: { kind: 'setColumn', position } });
  }),
  'edit.cut': asksGrid('cut'),
  'edit.copy': asksGrid('copy'),
  'edit.paste': asksGrid('paste'),
  'edit.clear': asksGrid('clear'),
  'edit.fillDown': asksGrid('fillDown'),
  'edit.fillRight': asksGrid('fillRight'),
  'columns.map': withRoster((session) => {
    session.store.setState({ dialog: { kind: 'columns' } });
  }),
  'rows.insertAbove': (session) => {
    insertBeside(session, 'above');
  },
  'rows.insertBelow': (session) => {
    insertBeside(session, 'below');
  },
  'rows.add': withRoster(addRow),
  'rows.duplicate': withRows('Duplicate', ({ roster }, rows) => duplicateRows(roster, rows)),
  'rows.delete': withRows('Delete', ({ roster }, rows) => deleteRows(roster, rows), 'deleted'),
  'rows.moveUp': (session) => {
    moveRowsBy(session, -1);
  },
  'rows.moveDown': (session) => {
    moveRowsBy(session, 1);
  },
  'rows.leadersFirst': withRoster((session, { roster }) => {
    edit(session, 'Move leaders first', leadersFirst(roster));
  }),
  'rows.sortAscending': withRoster((session, document) => {
    sortHere(session, document, 'ascending');
  }),
  'rows.sortDescending': withRoster((session, document) => {
    sortHere(session, document, 'descending');
  }),
  'problems.next': withRoster((session) => {
    goToProblem(session, 'next');
  }),
  'problems.previous': withRoster((session) => {
    goToProblem(session, 'previous');
  }),
  'problems.fixHere': withRoster(fixHere),
  'problems.fixSafe': withRoster((session, { roster, checker }) => {
    const count = checker.safeFixCount;
    edit(session, 'Apply all safe fixes', safeFixes(roster, checker));
    sayUndoable(
      session,
      count === 1 ? 'One safe fix applied.' : `${count.toLocaleString('en-US')} safe fixes applied.`,
    );
  }),
  'view.palette': ({ store }) => {
    store.setState({ dialog: { kind: 'palette' } });
  },
  'view.problems': ({ store }) => {
    store.setState({ problemsShown: !store.getState().problemsShown });
  },
  'view.columnMenu': withRoster((session) => {
    openColumnPopup(session, 'menu');
  }),
  'view.filterColumn': withRoster((session) => {
    openColumnPopup(session, 'filter');
  }),
  'view.filterProblems': withRoster((session) => {
    filterProblems(session, { severity: null, code: null });
  }),
  'view.filterErrors': withRoster((session) => {
    filterProblems(session, { severity: 'error', code: null });
  }),
  'view.filterWarnings': withRoster((session) => {
    filterProblems(session, { severity: 'warning', code: null });
  }),
  'view.filterAgain': filterAgain,
  'view.filterClear': clearFilter,
  'view.nextPart': () => {
    goToPart(1);
  },
  'view.previousPart': () => {
    goToPart(-1);
  },
  'columns.hide': hideSelected,
  'columns.showAll': showAllColumns,
  'columns.pin': pinSelected,
  'columns.moveLeft': (session) => {
    moveSelected(session, -1);
  },
  'columns.moveRight': (session) => {
    moveSelected(session, 1);
  },
  'columns.wider': (session) => {
    changeWidths(session, 1);
  },
  'columns.narrower': (session) => {
    changeWidths(session, -1);
  },
  'columns.reset': resetLayout,
  'help.shortcuts': ({ store }) => {
    store.setState({ dialog: { kind: 'shortcuts' } });
  },
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

/** Whether a command would do anything now; not while something is asked over the grid or long work runs. */
export function isAvailable(state: SessionState, name: CommandName): boolean {
  return !isBusy(state) && isApplicable(state, name);
}

/** Whether a command has something to work on; what has nothing is shown as unavailable. */
export function isApplicable({ document, selection, layout }: SessionState, name: CommandName): boolean {
  if (ALWAYS.has(name)) return true;
  if (document === null) return false;
  if (name === 'edit.undo') return document.history.done.length > 0;
  if (name === 'edit.redo') return document.history.undone.length > 0;
  if (name === 'view.filterAgain' || name === 'view.filterClear') return document.shown !== null;
  if (name === 'problems.fixSafe') return document.checker.safeFixCount > 0;
  // Whole columns reach every row, which nobody means to move or delete.
  if (name.startsWith('rows.') && NEEDS_ROWS.has(name) && selection?.kind === 'columns') return false;
  if (NEEDS_ROWS.has(name)) return selection !== null;
  if (name === 'columns.showAll') return hasHiddenColumns(document, layout);
  if (name === 'columns.reset') return layout !== DEFAULT_LAYOUT;
  return true;
}

const ALWAYS: ReadonlySet<CommandName> = new Set(['file.new', 'file.open', 'view.palette', 'help.shortcuts']);
const NEEDS_ROWS: ReadonlySet<CommandName> = new Set([
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.clear',
  'edit.fillDown',
  'edit.fillRight',
  'rows.insertAbove',
  'rows.insertBelow',
  'rows.duplicate',
  'rows.delete',
  'rows.moveUp',
  'rows.moveDown',
]);

function withRoster(run: (session: Session, document: Document) => void): Run {
  return (session) => {
    const { document } = session.store.getState();
    if (document !== null) run(session, document);
  };
}

/** A command on the selected rows; `done` is its participle, for one that says what it did and offers to undo it. */
function withRows(
  label: string,
  change: (document: Document, rows: readonly RowId[]) => Change,
  done?: string,
): Run {
  return withRoster((session, document) => {
    const rows = selectedRows(document, session.store.getState().selection);
    if (rows.length === 0) return;
    const what = rows.length === 1 ? 'row' : `${rows.length.toLocaleString('en-US')} rows`;
    edit(session, `${label} ${what}`, change(document, rows));
    if (done !== undefined) sayUndoable(session, `${rows.length === 1 ? 'One row' : what} ${done}.`);
  });
}

async function chooseAndOpen(session: Session): Promise<void> {
  const file = await chooseToOpen(session);
  if (file === null) return;
  whenSafe(session, () => void openFile(session, file));
}

/** Adds an empty row below the selection, or at the end, and goes there. */
function addRow(session: Session, { roster }: Document): void {
  const head = session.store.getState().selection?.head;
  const below = head && roster.byId.get(head.row);
  const index = below ? below.index + 1 : roster.rows.length;
  const change = insertRows(roster, index, [[]]);
  edit(session, 'Add row', change);
  const added = change.inserted[0];
  if (added) reveal(session, { row: added.row, position: 0 });
}
