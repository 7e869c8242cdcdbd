/** One thing a user can ask for; the application menu, buttons, keys and the palette all read this table. */
export interface Command {
  readonly title: string;
  /** Electron's accelerator form: `Mod` is Cmd on a Mac and Ctrl elsewhere. Null where there is no key. */
  readonly keys: readonly string[];
  /** The keys on a Mac, where they are others. */
  readonly macKeys?: readonly string[];
  /** For keys that the browser answers with an event of its own, by which they are heard. */
  readonly native?: true;
  readonly menu: 'File' | 'Edit' | 'Rows' | 'Problems' | 'Organization' | 'View' | 'Help';
}

export const COMMANDS = {
  'file.new': { title: 'New roster', keys: ['Mod+N'], menu: 'File' },
  'file.open': { title: 'Open…', keys: ['Mod+O'], menu: 'File' },
  'file.merge': { title: 'Add people from a file…', keys: ['Mod+Shift+O'], menu: 'File' },
  'file.save': { title: 'Save', keys: ['Mod+S'], menu: 'File' },
  'file.saveAs': { title: 'Save as…', keys: ['Mod+Shift+S'], menu: 'File' },
  'file.export': { title: 'Export…', keys: ['Mod+E'], menu: 'File' },
  'file.upload': { title: 'Upload…', keys: ['Mod+Shift+U'], menu: 'File' },
  'file.doctor': { title: 'What is this file?', keys: [], menu: 'File' },
  'file.reading': { title: 'How this file is read…', keys: [], menu: 'File' },
  'file.close': { title: 'Close roster', keys: [], menu: 'File' },
  'edit.undo': { title: 'Undo', keys: ['Mod+Z'], menu: 'Edit' },
  'edit.redo': {
    title: 'Redo',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    macKeys: ['Mod+Shift+Z', 'Mod+Y'],
    menu: 'Edit',
  },
  'edit.find': { title: 'Find…', keys: ['Mod+F'], menu: 'Edit' },
  // A Mac hides the app by Cmd+H.
  'edit.replace': { title: 'Replace…', keys: ['Mod+H', 'Mod+Alt+F'], macKeys: ['Mod+Alt+F'], menu: 'Edit' },
  'edit.findNext': { title: 'Find next', keys: ['F3'], menu: 'Edit' },
  'edit.findPrevious': { title: 'Find previous', keys: ['Shift+F3'], menu: 'Edit' },
  'edit.setColumn': { title: 'Set this column for several rows…', keys: [], menu: 'Edit' },
  'edit.cut': { title: 'Cut', keys: ['Mod+X'], native: true, menu: 'Edit' },
  'edit.copy': { title: 'Copy', keys: ['Mod+C'], native: true, menu: 'Edit' },
  'edit.paste': { title: 'Paste', keys: ['Mod+V'], native: true, menu: 'Edit' },
  'edit.clear': { title: 'Clear cells', keys: [], menu: 'Edit' },
  'edit.fillDown': { title: 'Fill down', keys: ['Mod+D'], menu: 'Edit' },
  'edit.fillRight': { title: 'Fill right', keys: ['Mod+R'], menu: 'Edit' },
  'edit.putBack': { title: 'Put back what Agent Connect has', keys: [], menu: 'Edit' },
  'rows.insertAbove': { title: 'Insert rows above', keys: ['Mod+Plus', 'Mod+Shift+Plus'], menu: 'Rows' },
  'rows.insertBelow': { title: 'Insert rows below', keys: [], menu: 'Rows' },
  'rows.add': { title: 'Add a row', keys: ['Mod+Shift+Enter'], menu: 'Rows' },
  'rows.duplicate': { title: 'Duplicate rows', keys: ['Mod+Shift+D'], menu: 'Rows' },
  'rows.delete': { title: 'Delete rows', keys: ['Mod+-'], menu: 'Rows' },
  'rows.moveUp': { title: 'Move rows up', keys: ['Alt+Shift+Up'], menu: 'Rows' },
  'rows.moveDown': { title: 'Move rows down', keys: ['Alt+Shift+Down'], menu: 'Rows' },
  'rows.deleteIncomplete': {
    title: 'Delete deactivated people with cells missing',
    keys: [],
    menu: 'Rows',
  },
  'rows.leadersFirst': { title: 'Move leaders first', keys: [], menu: 'Rows' },
  'rows.sortAscending': { title: 'Sort by this column, ascending', keys: [], menu: 'Rows' },
  'rows.sortDescending': { title: 'Sort by this column, descending', keys: [], menu: 'Rows' },
  'columns.map': { title: 'Columns…', keys: [], menu: 'Edit' },
  'problems.next': { title: 'Next problem', keys: ['F8'], menu: 'Problems' },
  'problems.previous': { title: 'Previous problem', keys: ['Shift+F8'], menu: 'Problems' },
  'problems.fixHere': { title: 'Fix here', keys: ['Mod+.'], menu: 'Problems' },
  'problems.resolveLeaders': { title: 'Resolve leaders…', keys: ['Mod+F8'], menu: 'Problems' },
  'problems.fixSafe': { title: 'Apply all safe fixes', keys: ['Mod+Shift+.'], menu: 'Problems' },
  'organization.show': { title: 'Organization details…', keys: [], menu: 'Organization' },
  'organization.pull': { title: 'Pull the current team', keys: [], menu: 'Organization' },
  'organization.readTeam': {
    title: 'Read the current team from a file…',
    keys: [],
    menu: 'Organization',
  },
  'organization.bulkUpdate': { title: 'Prepare a bulk update', keys: [], menu: 'Organization' },
  'organization.bulkCreate': { title: 'Prepare a bulk create', keys: [], menu: 'Organization' },
  'organization.add': { title: 'Add an organization…', keys: [], menu: 'Organization' },
  'view.palette': { title: 'All commands…', keys: ['Mod+Shift+P', 'F1'], menu: 'View' },
  'view.problems': { title: 'Show or hide the problems panel', keys: ['Mod+Shift+M'], menu: 'View' },
  'view.columnMenu': { title: 'Menu of this column…', keys: [], menu: 'View' },
  'view.filterColumn': { title: 'Filter by this column…', keys: ['Mod+Shift+L'], menu: 'View' },
  'view.filterProblems': { title: 'Show only rows with problems', keys: [], menu: 'View' },
  'view.filterErrors': { title: 'Show only rows with errors', keys: [], menu: 'View' },
  'view.filterWarnings': { title: 'Show only rows with warnings', keys: [], menu: 'View' },
  'view.filterChanged': { title: 'Show only changed rows', keys: [], menu: 'View' },
  'view.filterAgain': { title: 'Apply the filter again', keys: ['Mod+Alt+L'], menu: 'View' },
  'view.filterClear': { title: 'Show all rows', keys: [], menu: 'View' },
  'view.nextPart': { title: 'Go to the next part of the window', keys: ['F6'], menu: 'View' },
  'view.previousPart': { title: 'Go to the previous part of the window', keys: ['Shift+F6'], menu: 'View' },
  'columns.hide': { title: 'Hide columns', keys: [], menu: 'View' },
  'columns.showAll': { title: 'Show all columns', keys: [], menu: 'View' },
  'columns.pin': { title: 'Pin or unpin columns', keys: [], menu: 'View' },
  'columns.holdNames': {
    title: 'Keep names and email in sight, or let them scroll',
    keys: [],
    menu: 'View',
  },
  'columns.moveLeft': { title: 'Move columns left', keys: ['Alt+Shift+Left'], menu: 'View' },
  'columns.moveRight': { title: 'Move columns right', keys: ['Alt+Shift+Right'], menu: 'View' },
  'columns.wider': { title: 'Make columns wider', keys: [], menu: 'View' },
  'columns.narrower': { title: 'Make columns narrower', keys: [], menu: 'View' },
  'columns.fit': { title: 'Fit columns to the texts in sight', keys: [], menu: 'View' },
  'columns.reset': { title: 'Reset the column layout', keys: [], menu: 'View' },
  'help.shortcuts': { title: 'Keyboard shortcuts', keys: ['Mod+/'], menu: 'Help' },
  'help.update': { title: 'Check for updates…', keys: [], menu: 'Help' },
  'help.diagnostics': { title: 'Copy diagnostics…', keys: [], menu: 'Help' },
  'help.removeData': { title: 'Remove local data…', keys: [], menu: 'Help' },
} as const satisfies Record<string, Command>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The keys of a command on a Mac or elsewhere, the one to show first. */
export function keysOf(
  { keys, macKeys }: Pick<Command, 'keys' | 'macKeys'>,
  isMac: boolean,
): readonly string[] {
  return (isMac ? macKeys : undefined) ?? keys;
}

/** Commands that need no open roster. */
export const WITHOUT_ROSTER: ReadonlySet<CommandName> = new Set([
  'file.new',
  'file.open',
  'organization.show',
  'organization.add',
  'view.palette',
  'help.shortcuts',
  'help.diagnostics',
  'help.removeData',
]);

/**
 * Commands whose keys the window does not always answer: a text field that has the focus keeps them for itself, and
 * those that zoom are the rows' only while whole rows are selected. Finding works from text fields as well.
 */
export const FIELD_COMMANDS = /^(edit\.(?!find|replace)|rows\.)/;
