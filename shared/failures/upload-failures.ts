import { z } from 'zod';
import { count, entry, name } from './entry.ts';

/** Every way in which carrying out an upload and keeping its journal can fail. `name` is the file's. */
export const UPLOAD_FAILURES = {
  'record.held': entry(
    name,
    (f) => `“${f.name}” is in use by another Rollcall. Go on there, or end it first.`,
  ),
  'record.heldElsewhere': entry(
    { ...name, computer: z.string(), lock: z.string() },
    (f, here) =>
      `“${f.name}” was last used on the computer “${f.computer}”, where Rollcall may still have it open. Close it there first; if Rollcall is not running there any more, ${here.program === 'commandLine' ? `delete “${f.lock}” beside it and try again` : 'resume it here anyway'}.`,
  ),
  'record.damaged': entry(
    { ...name, line: z.number() },
    (f) =>
      `“${f.name}” is damaged in line ${count(f.line)}, so nothing was sent and it was left as it is. Make a new plan against the current team: who is in Agent Connect by now is in it.`,
  ),
  'record.newer': entry(
    name,
    (f) =>
      `“${f.name}” was written by a newer Rollcall. It was left as it is; update Rollcall and open it there.`,
  ),
  'record.notWritten': entry(
    { ...name, reason: z.string() },
    (f) =>
      `“${f.name}” could not be written (${f.reason}), so nothing more was sent. Make room or repair the disk, then resume the upload.`,
  ),
  'upload.notBegun': entry(
    name,
    (f) =>
      `“${f.name}” ends before anything was sent, so there is nothing to resume. Delete it and upload the roster again.`,
  ),
  'upload.otherAccount': entry(
    { ...name, host: z.string() },
    (f) =>
      `“${f.name}” is planned for “${f.host}” with another API key than the one that is set now, so nothing was sent. Set that key again, or make a new plan.`,
  ),
  'upload.noPasswords': entry(
    { ...name, count: z.number() },
    (f) =>
      `${count(f.count)} ${f.count === 1 ? 'person' : 'people'} of “${f.name}” ${f.count === 1 ? 'is' : 'are'} to be created with a temporary password, and an upload’s journal keeps none. Open the roster as it was and resume from there.`,
  ),
  'upload.noTerminal': entry(
    {},
    () =>
      'Nothing was sent: there is no terminal to ask for confirmation at. Look at the plan above, and say --yes to carry it out unasked.',
  ),
  'upload.notConfirmed': entry({}, () => 'Nothing was sent: the plan was not confirmed.'),
  'upload.unfinished': entry(
    name,
    (f) =>
      `An upload was begun and is not finished: “${f.name}” has what was done. Say --resume to go on with it, or --journal FILE to keep that of a new upload in another file.`,
  ),
  'upload.nothingToResume': entry(
    name,
    (f) =>
      `There is no journal “${f.name}”, so there is no upload to resume. Name it with --journal, or leave out --resume to make a new plan.`,
  ),
  'upload.otherAddress': entry(
    { ...name, host: z.string(), other: z.string() },
    (f) =>
      `“${f.name}” is the journal of an upload to “${f.host}”, not to “${f.other}”, so nothing was sent. Name that organization, or make a new plan.`,
  ),
  'upload.otherRoster': entry(
    { ...name, roster: z.string() },
    (f) =>
      `“${f.roster}” is not as it was when the upload of “${f.name}” was planned, so nothing was sent. Put it back as it was to go on, or make a new plan with another --journal.`,
  ),
} as const;

/** A run that has an organization to itself: where it runs, of which roster it is, and since when (ISO date and time). */
export const runHolder = z.strictObject({
  where: z.enum(['window', 'commandLine']),
  name: z.string(),
  since: z.iso.datetime(),
});
export type RunHolder = z.infer<typeof runHolder>;

const PLACES = {
  window: 'in a window of Rollcall',
  commandLine: 'on a command line',
} as const satisfies Record<RunHolder['where'], string>;

/** Every way in which the window cannot start, resume or follow an upload. `name` is the roster's. */
export const RUN_FAILURES = {
  'run.stale': entry(
    {},
    () =>
      'The roster, the current team or the organization has changed since this plan was made, so nothing was sent. Plan again.',
  ),
  'run.noOrganization': entry(
    { ...name, host: z.string() },
    (f) =>
      `“${f.name}” was being uploaded to “${f.host}”, and no organization there is kept here any more. Add it with its key, then resume.`,
  ),
  'run.gone': entry(
    {},
    () => 'This upload is not kept here any more. Make a new plan: it shows what is left to do.',
  ),
  'run.busy': entry(
    name,
    (f) => `The upload of “${f.name}” is still running. Wait until it has ended, or stop it first.`,
  ),
  'run.elsewhere': entry(
    { host: z.string(), holder: runHolder.nullable() },
    (f) =>
      `${f.holder === null ? `Another Rollcall on this computer is uploading to “${f.host}”` : holderWords(f.host, f.holder)}, so nothing was sent just now. Two uploads at once could create people twice: try again when that one has ended, or stop it there.`,
  ),
} as const;

/** “spring.txt” is being uploaded to “acme.api.stellaconnect.net” on a command line of this computer, since 30 Nov, 10:42 */
function holderWords(host: string, { where, name: roster, since }: RunHolder): string {
  const at = new Date(since).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `“${roster}” is being uploaded to “${host}” ${PLACES[where]} on this computer, since ${at}`;
}
