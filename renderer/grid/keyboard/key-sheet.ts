/** A line of the sheet of shortcuts: what some keys of the grid do, in the words of the command table. */
export interface KeyLine {
  readonly title: string;
  readonly keys: readonly string[];
}

/** The keys of the grid that are no commands, for the sheet of shortcuts. Shift with a way to move selects on the way. */
export const KEY_SHEET: Readonly<Record<string, readonly KeyLine[]>> = {
  'Moving about': [
    { title: 'One cell', keys: ['Up', 'Down', 'Left', 'Right'] },
    { title: 'To the edge of what is filled in', keys: ['Mod+Up', 'Mod+Down', 'Mod+Left', 'Mod+Right'] },
    { title: 'First and last column', keys: ['Home', 'End'] },
    { title: 'First and last cell', keys: ['Mod+Home', 'Mod+End'] },
    { title: 'One screen', keys: ['PageUp', 'PageDown'] },
    { title: 'Next and previous cell', keys: ['Tab', 'Shift+Tab'] },
  ],
  Selecting: [
    { title: 'Up to another cell', keys: ['Shift+Down', 'Mod+Shift+Down'] },
    { title: 'Whole rows', keys: ['Shift+Space'] },
    { title: 'Whole columns', keys: ['Ctrl+Space'] },
    { title: 'Everything', keys: ['Mod+A'] },
    { title: 'Back to one cell', keys: ['Escape'] },
    { title: 'Menu of the selection', keys: ['Shift+F10'] },
  ],
  'In a cell': [
    { title: 'Edit', keys: ['F2'] },
    { title: 'Open the list', keys: ['Alt+Down'] },
    { title: 'Put one value in the whole selection', keys: ['Mod+Enter'] },
    { title: 'Empty', keys: ['Delete', 'Backspace'] },
    { title: 'Switch y and n', keys: ['Space'] },
    { title: 'Keep and go down, up', keys: ['Enter', 'Shift+Enter'] },
    { title: 'Break the line', keys: ['Alt+Enter'] },
    { title: 'Leave it as it was', keys: ['Escape'] },
  ],
};
