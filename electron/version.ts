import { version } from '../package.json' with { type: 'json' };

/** The version of Rollcall. */
export const VERSION = version;
