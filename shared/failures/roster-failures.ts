import { z } from 'zod';
import { count, entry, name } from './entry.ts';

/** What people are matched by, with its article. */
const IDENTIFIER = {
  emailThenId: 'an email address or an employee ID',
  email: 'an email address',
  employeeId: 'an employee ID',
} as const;
const by = z.enum(['emailThenId', 'email', 'employeeId']);

/** Every way in which the rows of a file cannot become a roster, or be added to the open one. */
export const ROSTER_FAILURES = {
  'roster.noHeader': entry(
    name,
    (f, { program }) =>
      `No header row was found in “${f.name}”: none of its first rows names columns such as Role, Email Address or First Name. ${
        program === 'commandLine'
          ? 'Say which line it is with --header-row, or add'
          : 'If it has one, say how the file is read; else add'
      } the header row of the template above the people and try again.`,
  ),
  'roster.noSuchHeader': entry(
    { ...name, line: z.number(), lines: z.number() },
    (f, { program }) =>
      `Line ${count(f.line)} of “${f.name}” cannot be the header row: ${f.line > f.lines ? `the file has ${count(f.lines)} lines` : 'it is blank'}. ${
        program === 'commandLine'
          ? 'Name the line with the columns by --header-row, or --header-row none.'
          : 'Choose the line that names the columns, or say that there is none.'
      }`,
  ),
  'roster.tooManyColumns': entry(
    { ...name, columns: z.number(), most: z.number() },
    (f) =>
      `“${f.name}” has ${count(f.columns)} columns; Rollcall opens up to ${count(f.most)}. Delete the columns that are not about people and try again.`,
  ),
  'roster.tooManyRows': entry(
    { ...name, rows: z.number(), most: z.number() },
    (f) =>
      `“${f.name}” has ${count(f.rows)} rows; Rollcall opens up to ${count(f.most)}. Split it and work with the parts.`,
  ),
  'merge.noPeople': entry(
    name,
    (f) =>
      `“${f.name}” has a header row, but nobody below it: there is nobody to add. Check that the right file was chosen.`,
  ),
  'merge.noIdentifierColumn': entry(
    { ...name, by },
    (f) =>
      `No column of “${f.name}” was understood as ${IDENTIFIER[f.by]}, so there is no way to tell who is in the roster already. Say under Columns… which column it is${f.by === 'emailThenId' ? '' : ', or match by the other'}.`,
  ),
  'merge.noIdentifiers': entry(
    { ...name, by },
    (f) =>
      `Nobody in “${f.name}” has ${IDENTIFIER[f.by]}, so there is no way to tell who is in the roster already. Fill it in and choose the file again${f.by === 'emailThenId' ? '' : ', or match by the other'}.`,
  ),
  'merge.nothingInCommon': entry(
    { ...name, by },
    (f) =>
      `“${f.name}” names people by ${IDENTIFIER[f.by]}, and nobody in the roster has one, so there is no way to tell who is in both. Match by the other, or fill it in first.`,
  ),
  'merge.tooManyRows': entry(
    { ...name, rows: z.number(), most: z.number() },
    (f) =>
      `With the new people of “${f.name}” the roster would have ${count(f.rows)} rows, and ${count(f.most)} is the most. Split the file and add a part of it.`,
  ),
} as const;
