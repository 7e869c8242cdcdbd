import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { AT, type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import type { Rollcall } from './rollcall.ts';

/** One column for each kind of editor. */
export const KINDS = [
  'homeTown',
  'role',
  'phoneChannel',
  'profile',
  'teamLeader',
  'employmentStatus',
  'startDate',
  'groups',
] as const satisfies readonly ColumnKey[];

/** The grid as a test reads it. Rows count from 0; the empty last row comes after all people. */
export interface GridPage {
  cell(row: number, key: ColumnKey): Locator;
  gutter(row: number): Locator;
  /** Texts of a column, from the first row on, as many as given. */
  texts(key: ColumnKey, rows: number): Promise<string[]>;
  /** All texts of a column in a small roster, the empty last row's too, with a space between. */
  column(key: ColumnKey): Promise<string>;
  /** The cell with the focus, such as `2 email`, with ` editing` while its editor is open; else what has it. */
  focus(): Promise<string>;
}

type Person = Partial<Record<ColumnKey, string>>;

/** A person without problems, led by the first one. */
const PERSON: Person = {
  role: 'Team Member',
  canManageTeams: 'n',
  homeTown: 'Cork',
  phoneChannel: 'y',
  chatChannel: 'y',
  emailChannel: 'y',
  teamLeader: 'person0@acme.example',
};
const LEADER: Person = { role: 'Team Leader', canManageTeams: 'y', teamLeader: '' };

/** Starts the app with people without problems but for what is given for each; the first leads the others. */
export async function openPeople(
  rollcall: Pick<Rollcall, 'folder' | 'start'>,
  ...people: Person[]
): Promise<GridPage> {
  const shown = columns.filter(({ key, standard }) => standard || people.some((person) => key in person));
  const lines = people.map((changes, index) => {
    const person: Person = {
      ...PERSON,
      ...(index === 0 && LEADER),
      email: `person${index}@acme.example`,
      firstName: 'Person',
      lastName: String.fromCharCode(65 + index),
      ...changes,
    };
    return shown.map(({ key }) => person[key] ?? '').join('\t');
  });
  const text = [shown.map(({ header }) => header).join('\t'), ...lines, ''].join('\r\n');
  const file = join(rollcall.folder, 'people.txt');
  await writeFile(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
  const page = await rollcall.start(file);
  const grid = gridOf(page);
  await grid.cell(0, 'role').waitFor();
  return grid;
}

/** Runs a command by the window's own menu of all commands. */
export async function chooseCommand(page: Page, menu: string, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'All commands' }).click();
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** The grid of a page. */
export function gridOf(page: Page): GridPage {
  const at = (row: number, column: string): Locator =>
    page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`);
  const cell = (row: number, key: ColumnKey): Locator => at(row, `cell-${AT[key]}`);
  return {
    cell,
    gutter: (row) => at(row, 'gutter'),
    texts: (key, rows) =>
      Promise.all(Array.from({ length: rows }, async (_, row) => (await cell(row, key).textContent()) ?? '')),
    column: (key) =>
      page.locator(`.ag-row .ag-cell[col-id="cell-${AT[key]}"]`).evaluateAll((cells) => {
        // The grid keeps its rows in no order in the document.
        const index = (cell: Element): number => Number(cell.closest('.ag-row')?.getAttribute('row-index'));
        return cells
          .sort((a, b) => index(a) - index(b))
          .map((cell) => cell.textContent)
          .join(' ');
      }),
    focus: async () => {
      const { row, column, tag } = await focused(page);
      const key = column?.startsWith('cell-') === true && columns[Number(column.slice('cell-'.length))]?.key;
      if (!row || !key) return tag;
      return `${row} ${key}${tag === 'TEXTAREA' || tag === 'INPUT' ? ' editing' : ''}`;
    },
  };
}

async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const cell = element?.closest('.ag-cell');
    return {
      tag: element?.tagName ?? '',
      row: cell?.closest('.ag-row')?.getAttribute('row-index') ?? null,
      column: cell?.getAttribute('col-id') ?? null,
    };
  });
}
