import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { addAddressOptions, addressOptions } from './connect.ts';
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
  resume: z.boolean().default(false),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
});

export type UploadOptions = z.infer<typeof uploadOptions>;

/** Limits of the numbers; the defaults are what Agent Connect publishes for reading, with room for others (100 a minute). */
const RATE = { least: 1, most: 6000, default: 60 };
const CONCURRENCY = { least: 1, most: 16, default: 2 };
const SETTLE = { least: 1, most: 3600, default: 40 };

/** Adds the options of `rollcall upload`. */
export function addUploadOptions(command: Command): Command {
  return addRosterOptions(addAddressOptions(command))
    .addOption(
      new Option(
        '--mode <mode>',
        'whether people who are in Agent Connect already are left as they are or updated',
      )
        .choices(['create', 'update'])
        .default('create'),
    )
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
    .addOption(numberOption('--rate <n>', 'requests a minute', RATE))
    .addOption(numberOption('--concurrency <n>', 'requests at once', CONCURRENCY))
    .addOption(
      numberOption(
        '--settle <seconds>',
        'how long to look for someone whose request got no answer before it is called unknown',
        SETTLE,
      ),
    )
    .option('--report <file>', 'save what became of each row, as .csv, .xlsx or Unicode text')
    .option('--yes', 'ask nothing: carry out the plan as it comes')
    .option('--json', 'print one JSON document on stdout');
}

function numberOption(flags: string, what: string, limits: typeof RATE): Option {
  return new Option(flags, what).default(limits.default).argParser((text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= limits.least && number <= limits.most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${limits.least} to ${limits.most}.`);
  });
}
