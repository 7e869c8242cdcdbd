import { z } from 'zod';
import { count, entry, name } from './entry.ts';

/** Every way in which saving a file can fail. `name` is the file’s. */
export const WRITE_FAILURES = {
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
} as const;
