import { z } from 'zod';
import { count, entry, name } from './entry.ts';

/** Every way in which reading a file can fail. `name` is the file’s. */
export const FILE_FAILURES = {
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
} as const;
