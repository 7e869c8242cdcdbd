import { z } from 'zod';
import { entry } from './failure-entry.ts';

const name = { name: z.string() };
const count = (value: number): string => value.toLocaleString('en-US');

/** What people are matched by, with its article. */
const IDENTIFIER = {
  emailThenId: 'an email address or an employee ID',
  email: 'an email address',
  employeeId: 'an employee ID',
} as const;
const by = z.enum(['emailThenId', 'email', 'employeeId']);

/** The ways in which a file cannot be added to the open roster. */
export const MERGE_FAILURES = {
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
