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
  /** The heading beneath which it stands in a long menu. The commands of a group follow each other. */
  readonly group?: string;
}

export const COMMANDS = {
  'file.new': { title: 'New roster', keys: ['Mod+N'], menu: 'File', group: 'Open' },
  'file.open': { title: 'Open…', keys: ['Mod+O'], menu: 'File', group: 'Open' },
  'file.merge': { title: 'Add people from a file…', keys: ['Mod+Shift+O'], menu: 'File', group: 'Open' },
  'file.save': { title: 'Save', keys: ['Mod+S'], menu: 'File', group: 'Save and hand over' },
  'file.saveAs': { title: 'Save as…', keys: ['Mod+Shift+S'], menu: 'File', group: 'Save and hand over' },
  'file.export': { title: 'Export…', keys: ['Mod+E'], menu: 'File', group: 'Save and hand over' },
  'file.upload': { title: 'Upload…', keys: ['Mod+Shift+U'], menu: 'File', group: 'Save and hand over' },
  'file.doctor': { title: 'What is this file?', keys: [], menu: 'File', group: 'This file' },
  'file.reading': { title: 'How this file is read…', keys: [], menu: 'File', group: 'This file' },
  'file.close': { title: 'Close roster', keys: [], menu: 'File', group: 'This file' },
  'edit.undo': { title: 'Undo', keys: ['Mod+Z'], menu: 'Edit', group: 'Steps' },
  'edit.redo': {
    title: 'Redo',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    macKeys: ['Mod+Shift+Z', 'Mod+Y'],
    menu: 'Edit',
    group: 'Steps',
  },
  'edit.find': { title: 'Find…', keys: ['Mod+F'], menu: 'Edit', group: 'Find' },
  // A Mac hides the app by Cmd+H.
  'edit.replace': {
    title: 'Replace…',
    keys: ['Mod+H', 'Mod+Alt+F'],
    macKeys: ['Mod+Alt+F'],
    menu: 'Edit',
    group: 'Find',
  },
  'edit.findNext': { title: 'Find next', keys: ['F3'], menu: 'Edit', group: 'Find' },
  'edit.findPrevious': { title: 'Find previous', keys: ['Shift+F3'], menu: 'Edit', group: 'Find' },
  'edit.setColumn': { title: 'Set this column for several rows…', keys: [], menu: 'Edit', group: 'Cells' },
  'edit.cut': { title: 'Cut', keys: ['Mod+X'], native: true, menu: 'Edit', group: 'Cells' },
  'edit.copy': { title: 'Copy', keys: ['Mod+C'], native: true, menu: 'Edit', group: 'Cells' },
  'edit.paste': { title: 'Paste', keys: ['Mod+V'], native: true, menu: 'Edit', group: 'Cells' },
  'edit.clear': { title: 'Clear cells', keys: [], menu: 'Edit', group: 'Cells' },
  'edit.fillDown': { title: 'Fill down', keys: ['Mod+D'], menu: 'Edit', group: 'Cells' },
  'edit.fillRight': { title: 'Fill right', keys: ['Mod+R'], menu: 'Edit', group: 'Cells' },
  'edit.putBack': { title: 'Put back what Agent Connect has', keys: [], menu: 'Edit', group: 'Cells' },
  'columns.map': { title: 'Columns…', keys: [], menu: 'Edit', group: 'Cells' },
  'rows.insertAbove': {
    title: 'Insert rows above',
    keys: ['Mod+Plus', 'Mod+Shift+Plus'],
    menu: 'Rows',
    group: 'Add and remove',
  },
  'rows.insertBelow': { title: 'Insert rows below', keys: [], menu: 'Rows', group: 'Add and remove' },
  'rows.add': { title: 'Add a row', keys: ['Mod+Shift+Enter'], menu: 'Rows', group: 'Add and remove' },
  'rows.duplicate': { title: 'Duplicate rows', keys: ['Mod+Shift+D'], menu: 'Rows', group: 'Add and remove' },
  'rows.delete': { title: 'Delete rows', keys: ['Mod+-'], menu: 'Rows', group: 'Add and remove' },
  'rows.deleteIncomplete': {
    title: 'Delete deactivated people with cells missing',
    keys: [],
    menu: 'Rows',
    group: 'Add and remove',
  },
  'rows.moveUp': { title: 'Move rows up', keys: ['Alt+Shift+Up'], menu: 'Rows', group: 'Order' },
  'rows.moveDown': { title: 'Move rows down', keys: ['Alt+Shift+Down'], menu: 'Rows', group: 'Order' },
  'rows.leadersFirst': { title: 'Move leaders first', keys: [], menu: 'Rows', group: 'Order' },
  'rows.sortAscending': { title: 'Sort by this column, ascending', keys: [], menu: 'Rows', group: 'Order' },
  'rows.sortDescending': { title: 'Sort by this column, descending', keys: [], menu: 'Rows', group: 'Order' },
  'problems.next': { title: 'Next problem', keys: ['F8'], menu: 'Problems' },
  'problems.previous': { title: 'Previous problem', keys: ['Shift+F8'], menu: 'Problems' },
  'problems.fixHere': { title: 'Fix here', keys: ['Mod+.'], menu: 'Problems' },
  'problems.resolveLeaders': { title: 'Resolve leaders…', keys: ['Mod+F8'], menu: 'Problems' },
  'problems.compareDuplicates': { title: 'Compare duplicates…', keys: [], menu: 'Problems' },
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
  'view.palette': { title: 'All commands…', keys: ['Mod+Shift+P', 'F1'], menu: 'View', group: 'Go to' },
  'view.problems': {
    title: 'Show or hide the problems panel',
    keys: ['Mod+Shift+M'],
    menu: 'View',
    group: 'Go to',
  },
  'view.nextPart': { title: 'Go to the next part of the window', keys: ['F6'], menu: 'View', group: 'Go to' },
  'view.previousPart': {
    title: 'Go to the previous part of the window',
    keys: ['Shift+F6'],
    menu: 'View',
    group: 'Go to',
  },
  'view.filterColumn': {
    title: 'Filter by this column…',
    keys: ['Mod+Shift+L'],
    menu: 'View',
    group: 'Rows shown',
  },
  'view.filterProblems': {
    title: 'Show only rows with problems',
    keys: [],
    menu: 'View',
    group: 'Rows shown',
  },
  'view.filterErrors': { title: 'Show only rows with errors', keys: [], menu: 'View', group: 'Rows shown' },
  'view.filterWarnings': {
    title: 'Show only rows with warnings',
    keys: [],
    menu: 'View',
    group: 'Rows shown',
  },
  'view.filterChanged': { title: 'Show only changed rows', keys: [], menu: 'View', group: 'Rows shown' },
  'view.filterAgain': {
    title: 'Apply the filter again',
    keys: ['Mod+Alt+L'],
    menu: 'View',
    group: 'Rows shown',
  },
  'view.filterClear': { title: 'Show all rows', keys: [], menu: 'View', group: 'Rows shown' },
  'view.columnMenu': { title: 'Menu of this column…', keys: [], menu: 'View', group: 'Columns' },
  'columns.hide': { title: 'Hide columns', keys: [], menu: 'View', group: 'Columns' },
  'columns.showAll': { title: 'Show all columns', keys: [], menu: 'View', group: 'Columns' },
  'columns.pin': { title: 'Pin or unpin columns', keys: [], menu: 'View', group: 'Columns' },
  'columns.holdNames': {
    title: 'Keep names and email in sight, or let them scroll',
    keys: [],
    menu: 'View',
    group: 'Columns',
  },
  'columns.moveLeft': {
    title: 'Move columns left',
    keys: ['Alt+Shift+Left'],
    menu: 'View',
    group: 'Columns',
  },
  'columns.moveRight': {
    title: 'Move columns right',
    keys: ['Alt+Shift+Right'],
    menu: 'View',
    group: 'Columns',
  },
  'columns.wider': { title: 'Make columns wider', keys: [], menu: 'View', group: 'Columns' },
  'columns.narrower': { title: 'Make columns narrower', keys: [], menu: 'View', group: 'Columns' },
  'columns.fit': { title: 'Fit columns to the texts in sight', keys: [], menu: 'View', group: 'Columns' },
  'columns.reset': { title: 'Reset the column layout', keys: [], menu: 'View', group: 'Columns' },
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
