import { z } from 'zod';
import { entry } from './failure-entry.ts';

const name = { name: z.string() };

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
      `${f.holder === null ? `Another Rollcall on this computer is uploading to “${f.host}”` : holderWords(f.host, f.holder)}, so nothing was sent. Two uploads at once could create people twice: wait until that one has ended, or stop it there.`,
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
