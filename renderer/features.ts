import { ABOUT_COMMANDS } from './about/about-commands.ts';
import { MODE_COMMANDS } from './organization/roster-mode.ts';
import { APP_COMMANDS } from './app/commands/app-commands.ts';
import { BULK_EDIT_COMMANDS } from './find/set-column.ts';
import { EXPORT_COMMANDS } from './export/export-commands.ts';
import { FILTER_COMMANDS } from './find/filter-commands.ts';
import { FIND_COMMANDS } from './find/find-commands.ts';
import { CELL_COMMANDS } from './grid/commands/cell-commands.ts';
import { COLUMN_COMMANDS } from './grid/commands/column-commands.ts';
import { ROW_COMMANDS } from './grid/commands/row-commands.ts';
import { IMPORT_COMMANDS } from './import/import-commands.ts';
import { ORGANIZATION_COMMANDS } from './organization/organization-commands.ts';
import { PROBLEM_COMMANDS } from './problems/problem-commands.ts';
import { UPLOAD_COMMANDS } from './upload/show-upload.ts';

/** What the features register with the app. In a group of a menu, commands stand in this order. */
export const COMMAND_TABLES = [
  APP_COMMANDS,
  IMPORT_COMMANDS,
  EXPORT_COMMANDS,
  UPLOAD_COMMANDS,
  FIND_COMMANDS,
  BULK_EDIT_COMMANDS,
  CELL_COMMANDS,
  ROW_COMMANDS,
  PROBLEM_COMMANDS,
  ORGANIZATION_COMMANDS,
  MODE_COMMANDS,
  FILTER_COMMANDS,
  COLUMN_COMMANDS,
  ABOUT_COMMANDS,
];

type KeysOf<Table> = Table extends unknown ? keyof Table : never;

declare module './app/session/session.ts' {
  interface Names {
    readonly commandId: KeysOf<(typeof COMMAND_TABLES)[number]>;
  }
}
