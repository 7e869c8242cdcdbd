import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { isAllowed, MOST_LIMITS, type UploadLimits, USUAL_LIMITS } from '../uploads/upload-limits.ts';
import { addAddressOptions, addressOptions } from './connect.ts';
import { modeOption } from './mode-option.ts';
import { addRosterOptions, rosterOptions } from './rule-options.ts';

/** What commander hands over for the options of `rollcall upload`. */
export const uploadOptions = rosterOptions.extend({
  ...addressOptions.shape,
  mode: z.enum(['create', 'update']),
  welcome: z.enum(['now', 'delayed']),
  /** Requests a minute. */
  rate: z.number(),
  /** Requests at once. */
  concurrency: z.number(),
  /** Seconds. */
  settle: z.number(),
  journal: z.string().optional(),
  report: z.string().optional(),
  /** Whether each person is looked up right before something is sent. */
  careful: z.boolean().default(false),
  resume: z.boolean().default(false),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
});

export type UploadOptions = z.infer<typeof uploadOptions>;

/** Adds the options of `rollcall upload`. */
export function addUploadOptions(command: Command): Command {
  return addRosterOptions(addAddressOptions(command))
    .addOption(modeOption())
    .addOption(
      new Option('--welcome <when>', 'whether the people who are created are sent the welcome email at once')
        .choices(['now', 'delayed'])
        .default('delayed'),
    )
    .option('--journal <file>', 'where to keep what was done (default: beside the roster)')
    .option(
      '--resume',
      'go on with the upload of the journal, in its mode and with its welcome emails, instead of planning a new one',
    )
    .addOption(numberOption('--rate <n>', 'requests a minute', 'rate'))
    .addOption(numberOption('--concurrency <n>', 'requests at once', 'concurrency'))
    .addOption(
      numberOption(
        '--settle <seconds>',
        'how long to look for someone whose request got no answer before it is called unknown',
        'settle',
      ),
    )
    .option(
      '--careful',
      'look up each person right before sending, in place of reading the team again every 10 minutes: about three times the requests',
    )
    .option('--report <file>', 'save what became of each row, as .csv, .xlsx or Unicode text')
    .option('--yes', 'ask nothing: carry out the plan as it comes')
    .option('--json', 'print one JSON document on stdout');
}

function numberOption(flags: string, what: string, limit: keyof UploadLimits): Option {
  return new Option(flags, what).default(USUAL_LIMITS[limit]).argParser((text) => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (isAllowed(limit, number)) return number;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_LIMITS[limit]}.`);
  });
}
