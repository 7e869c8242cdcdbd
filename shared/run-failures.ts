import { z } from 'zod';
import { entry } from './failure-entry.ts';

const name = { name: z.string() };

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
} as const;
