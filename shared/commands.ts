/** One thing a user can ask for; the application menu, buttons, keys and the palette all read this table. */
export interface Command {
  readonly title: string;
  /** Electron's accelerator form: `Mod` is Cmd on a Mac and Ctrl elsewhere. Null where there is no key. */
  readonly keys: readonly string[];
  readonly menu: 'File' | 'Edit' | 'Rows' | 'Problems' | 'View' | 'Help';
}

export const COMMANDS = {
  'file.new': { title: 'New roster', keys: ['Mod+N'], menu: 'File' },
  'file.open': { title: 'Open…', keys: ['Mod+O'], menu: 'File' },
  'file.save': { title: 'Save', keys: ['Mod+S'], menu: 'File' },
  'file.saveAs': { title: 'Save as…', keys: ['Mod+Shift+S'], menu: 'File' },
  'file.export': { title: 'Export…', keys: ['Mod+E'], menu: 'File' },
  'file.close': { title: 'Close roster', keys: [], menu: 'File' },
  'edit.undo': { title: 'Undo', keys: ['Mod+Z'], menu: 'Edit' },
  'edit.redo': { title: 'Redo', keys: ['Mod+Y', 'Mod+Shift+Z'], menu: 'Edit' },
  'rows.add': { title: 'Add a row', keys: ['Mod+Shift+Enter'], menu: 'Rows' },
  'rows.duplicate': { title: 'Duplicate rows', keys: ['Mod+Shift+D'], menu: 'Rows' },
  'rows.delete': { title: 'Delete rows', keys: ['Mod+-'], menu: 'Rows' },
  'rows.moveUp': { title: 'Move rows up', keys: ['Alt+Shift+Up'], menu: 'Rows' },
  'rows.moveDown': { title: 'Move rows down', keys: ['Alt+Shift+Down'], menu: 'Rows' },
  'rows.leadersFirst': { title: 'Move leaders first', keys: [], menu: 'Rows' },
  'columns.map': { title: 'Columns…', keys: [], menu: 'Edit' },
  'problems.next': { title: 'Next problem', keys: ['F8'], menu: 'Problems' },
  'problems.previous': { title: 'Previous problem', keys: ['Shift+F8'], menu: 'Problems' },
  'problems.fixHere': { title: 'Fix here', keys: ['Mod+.'], menu: 'Problems' },
  'problems.fixSafe': { title: 'Apply all safe fixes', keys: ['Mod+Shift+.'], menu: 'Problems' },
  'view.problems': { title: 'Show or hide the problems panel', keys: ['Mod+Shift+M'], menu: 'View' },
  'help.shortcuts': { title: 'Keyboard shortcuts', keys: ['Mod+/'], menu: 'Help' },
} as const satisfies Record<string, Command>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;
