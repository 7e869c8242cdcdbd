import { z } from 'zod';
import { AGENT_CONNECT_FAILURES } from './agent-connect-failures.ts';
import { APP_UPDATE_FAILURES } from './app-update-failures.ts';
import { DRAFT_FAILURES } from './draft-failures.ts';
import { entry, type Situation } from './failure-entry.ts';
import { MERGE_FAILURES } from './merge-failures.ts';
import { ORGANIZATION_FAILURES } from './organization-failures.ts';
import { RUN_FAILURES } from './run-failures.ts';
import { SUPPORT_FAILURES } from './support-failures.ts';
import { UPLOAD_FAILURES } from './upload-failures.ts';

const name = { name: z.string() };
const count = (value: number): string => value.toLocaleString('en-US');

/** What to do about an error inside Rollcall that comes again. */
const REPORTING = {
  app: 'the menu Help, Copy diagnostics… has what support needs',
  browser: 'F1, Copy diagnostics… has what support needs',
  commandLine: 'report it with this sentence',
  unknown: 'report it with this sentence',
} as const satisfies Record<Situation['program'], string>;

/**
 * Every way in which reading, writing or asking the host can fail: a code, its facts, and the one sentence that says
 * what happened, what is safe and what to do. The window, the host and the command line all speak from this table.
 */
export const FAILURES = {
  'file.notFound': entry(
    name,
    (f, { program }) =>
      `“${f.name}” cannot be found. It may have been moved, renamed or deleted; ${program === 'commandLine' ? 'check its name and its folder' : 'choose it again'}.`,
  ),
  'file.notAllowed': entry(
    name,
    (f) =>
      `This computer does not let Rollcall read “${f.name}”. Check the permissions of the file and its folder, or copy it somewhere else.`,
  ),
  'file.locked': entry(name, (f) => `Another program is using “${f.name}”. Close it there and try again.`),
  'file.onlineOnly': entry(
    name,
    (f) =>
      `“${f.name}” could not be fetched from where it is stored: it seems to be available online only. Connect to the internet, see that OneDrive or whatever syncs its folder is running, and try again.`,
  ),
  'file.openElsewhere': entry(
    name,
    (f) =>
      `“${f.name}” is open in another Rollcall on this computer. Go on there, or close it there and try again.`,
  ),
  'file.isFolder': entry(name, (f) => `“${f.name}” is a folder. Choose a file in it.`),
  'file.empty': entry(name, (f) => `“${f.name}” is empty: there is nothing in it to read.`),
  'file.tooLarge': entry(
    { ...name, megabytes: z.number(), most: z.number() },
    (f) =>
      `“${f.name}” has ${count(f.megabytes)} MB; Rollcall opens files up to ${count(f.most)} MB. Split it and work with the parts.`,
  ),
  'file.notText': entry(
    name,
    (f) =>
      `“${f.name}” is not a spreadsheet or a text file. Save it from Excel as a workbook (.xlsx) or as Unicode Text and use that.`,
  ),
  'file.markup': entry(
    name,
    (f) =>
      `“${f.name}” is a web page or XML under the name of a table, as some systems export it. Open it in Excel, save it as a workbook (.xlsx), and use that.`,
  ),
  'file.wrongEncoding': entry(
    { ...name, encoding: z.string(), byte: z.number(), line: z.number() },
    (f) =>
      `“${f.name}” does not hold together as ${f.encoding}: byte ${count(f.byte)}, in line ${count(f.line)}, cannot be read. Save it again from Excel as Unicode Text (.txt) or as a workbook (.xlsx) and use that.`,
  ),
  'file.unusedEncoding': entry(
    { ...name, encoding: z.string() },
    (f) =>
      `“${f.name}” is written in ${f.encoding}, which spreadsheets do not use. Save it from Excel as Unicode Text (.txt) or as a workbook (.xlsx) and use that.`,
  ),
  'file.readFailed': entry(
    { ...name, reason: z.string() },
    (f) => `“${f.name}” could not be read (${f.reason}). Copy it to this computer and use the copy.`,
  ),
  'workbook.damaged': entry(
    name,
    (f) =>
      `“${f.name}” is not a complete Excel workbook. Open it in Excel, save it again as .xlsx, and use that.`,
  ),
  'workbook.encrypted': entry(
    name,
    (f) =>
      `“${f.name}” is protected with a password. Remove the password in Excel (File, Info, Protect Workbook) and try again.`,
  ),
  'workbook.oldFormat': entry(
    name,
    (f) => `“${f.name}” is in Excel’s old format (.xls). Open it in Excel, save it as .xlsx, and use that.`,
  ),
  'workbook.otherForm': entry(
    { ...name, form: z.string() },
    (f) =>
      `“${f.name}” is a spreadsheet in the form of ${f.form}, which Rollcall does not read. Open it in the program that wrote it, save it as an Excel workbook (.xlsx), and use that.`,
  ),
  'workbook.unsafe': entry(
    name,
    (f) =>
      `“${f.name}” holds parts that no Excel workbook needs, so it was not opened. Open it in Excel, copy the rows into a new workbook, and use that.`,
  ),
  'workbook.tooLarge': entry(
    { ...name, what: z.string() },
    (f) => `“${f.name}” is too large to open: ${f.what}. Keep only the sheet and the rows that you need.`,
  ),
  'workbook.tooSlow': entry(
    { ...name, seconds: z.number() },
    (f) =>
      `“${f.name}” could not be read within ${f.seconds} seconds, so reading was stopped. Copy its rows into a new workbook and use that.`,
  ),
  'workbook.noSuchSheet': entry(
    { ...name, sheet: z.string(), sheets: z.string() },
    (f) => `“${f.name}” has no sheet “${f.sheet}”. It has: ${f.sheets}.`,
  ),
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
  'write.diskFull': entry(
    name,
    (f) =>
      `The disk is full, so “${f.name}” was not saved. What was there before is untouched. Make room or choose another place.`,
  ),
  'write.notAllowed': entry(
    name,
    (f) => `“${f.name}” or its folder is read-only, so nothing was saved there. Choose another folder.`,
  ),
  'write.locked': entry(
    name,
    (f) =>
      `Another program, often Excel, has “${f.name}” open, so it was not saved. Close it there and try again.`,
  ),
  'write.held': entry(
    name,
    (f) =>
      `Another program, often Excel, has “${f.name}” open and does not let it be replaced, so it was not saved. Close it there and try again, or save under another name.`,
  ),
  'write.readOnly': entry(
    name,
    (f) =>
      `“${f.name}” is marked as read-only, so it was not replaced. Take the mark away in its properties, or save under another name.`,
  ),
  'write.blocked': entry(
    { folder: z.string() },
    (f) =>
      `Windows did not let Rollcall make a file in “${f.folder}”, so nothing was saved. Most likely controlled folder access protects it: allow Rollcall in Windows Security, Virus & threat protection, Manage ransomware protection, Allow an app through Controlled folder access; or choose another folder.`,
  ),
  'write.torn': entry(
    { ...name, copy: z.string() },
    (f) =>
      `“${f.name}” was written in part only. What was there before is in “${f.copy}” beside it. Save under another name.`,
  ),
  'write.noFolder': entry(
    name,
    (f) => `The folder of “${f.name}” is not there any more. Choose another place.`,
  ),
  'write.changedOnDisk': entry(
    name,
    (f) => `“${f.name}” has been changed by someone else since Rollcall read it. Nothing was saved.`,
  ),
  'write.differs': entry(
    name,
    (f) =>
      `“${f.name}” did not read back as it was written, so it was not put in place. What was there before is untouched. Save to another disk.`,
  ),
  'write.cellTooLong': entry(
    { ...name, line: z.number(), characters: z.number(), most: z.number() },
    (f) =>
      `“${f.name}” was not saved: a cell in line ${count(f.line)} has ${count(f.characters)} characters, and a workbook holds ${count(f.most)} in a cell. Shorten it or choose Unicode text.`,
  ),
  'write.tooLargeForWorkbook': entry(
    { ...name, what: z.string() },
    (f) => `“${f.name}” was not saved, as it is too large for a workbook: ${f.what}. Choose Unicode text.`,
  ),
  'write.notAsWorkbook': entry(
    { ...name, line: z.number() },
    (f) =>
      `“${f.name}” was not saved, as a workbook would not keep line ${count(f.line)} as it is. Choose Unicode text.`,
  ),
  'write.otherEnding': entry(
    { ...name, says: z.string(), what: z.string(), better: z.string() },
    (f) =>
      `“${f.name}” is the name of ${f.says}, and what is to be written is ${f.what}. Nothing was written; save it as “${f.better}”.`,
  ),
  'write.overWorkbook': entry(
    name,
    (f) =>
      `“${f.name}” is an Excel workbook or another packed document, whatever its name says, and text would destroy it. It is untouched; choose another name.`,
  ),
  'write.overSource': entry(
    { ...name, what: z.string() },
    (f) =>
      `“${f.name}” is the file that this roster was read from, and an export in its place would lose ${f.what}. It is untouched; write to another file.`,
  ),
  'write.notAFile': entry(
    { ...name, kind: z.enum(['device', 'pipe', 'socket']) },
    (f) =>
      `“${f.name}” is a ${f.kind} and not a file, so nothing was written: what Rollcall saves is read back and compared. Choose a file.`,
  ),
  'write.badName': entry(
    name,
    (f) =>
      `“${f.name}” cannot be the name of a file. Leave out / \\ : * ? " < > | and a dot or space at the end.`,
  ),
  'write.nameTooLong': entry(
    name,
    (f) =>
      `“${f.name}” was not saved: its name or its folder’s is too long for this disk. Choose a shorter one.`,
  ),
  'write.failed': entry(
    { ...name, reason: z.string() },
    (f) =>
      `“${f.name}” was not saved (${f.reason}). What was there before is untouched. Choose another place.`,
  ),
  'call.refused': entry(
    { what: z.string() },
    (f) => `Rollcall refused a call that it does not understand (${f.what}). Nothing was changed.`,
  ),
  /** Something to choose from is not known to the host any more. */
  'call.stale': entry({ what: z.string() }, (f) => `${f.what} is not open any more. Choose it again.`),
  /** Work that the window would go on with is over. */
  'call.ended': entry({ what: z.string() }, (f) => `${f.what} has ended already. Start it again.`),
  'call.unavailable': entry({ what: z.string() }, (f) => `${f.what} is not available here.`),
  'host.gone': entry(
    {},
    () =>
      'The window has lost its connection to Rollcall. Files that were saved are safe. Start Rollcall again.',
  ),
  'host.failed': entry(
    { what: z.string() },
    (f, { isRosterOpen, program }) =>
      `Something went wrong inside Rollcall (${f.what}). ${
        isRosterOpen
          ? 'Your rows are still here; save them and try again.'
          : `Try again; if it stays so, ${REPORTING[program]}.`
      }`,
  ),
  ...AGENT_CONNECT_FAILURES,
  ...MERGE_FAILURES,
  ...ORGANIZATION_FAILURES,
  ...RUN_FAILURES,
  ...UPLOAD_FAILURES,
  ...SUPPORT_FAILURES,
  ...DRAFT_FAILURES,
  ...APP_UPDATE_FAILURES,
  cancelled: entry({}, () => 'Stopped. Nothing was changed.'),
} as const;

/** The name of a way to fail. */
export type FailureCode = keyof typeof FAILURES;

/** A failure as a value: a code with its facts. */
export type Failure = {
  [Code in FailureCode]: { readonly code: Code; readonly facts: z.infer<(typeof FAILURES)[Code]['facts']> };
}[FailureCode];

/** The failure of a code with its facts. */
export function failed<Code extends FailureCode>(
  code: Code,
  facts: Extract<Failure, { code: Code }>['facts'],
): Failure {
  // The pair of a code and its own facts is a member of the union; TypeScript cannot see that for a type parameter.
  const pair: object = { code, facts };
  return pair as Failure;
}

/** The sentence that says a failure to a person, with advice that can be followed where it is read. */
export function failureSentence(failure: Failure, here: Situation): string {
  // Each code's sentence takes exactly that code's facts; the union of functions hides the pairing.
  const sentence = FAILURES[failure.code].sentence as (facts: Failure['facts'], here: Situation) => string;
  return sentence(failure.facts, here);
}

/** Parses a failure that came over the border between host and window. */
export const failureSchema: z.ZodType<Failure> = z.custom<Failure>((value) => {
  const shape = z.object({ code: z.string(), facts: z.unknown() }).safeParse(value);
  if (!shape.success || !Object.hasOwn(FAILURES, shape.data.code)) return false;
  return FAILURES[shape.data.code as FailureCode].facts.safeParse(shape.data.facts).success;
});
