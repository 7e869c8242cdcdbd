/**
 * What neither the vendor's article nor its API description says, and Rollcall therefore assumes. Each stands here
 * once, so that one line changes it when Agent Connect is found to behave otherwise.
 */

/** Only lower-case `y` and `n` are taken as they are: an older vendor page says that the sheet is case sensitive. */
export const YES = 'y';
export const NO = 'n';

/** The vendor says that `y` in Deactivated deactivates in a bulk update, and of `n` nothing: it is taken for a slip. */
export const NO_IN_DEACTIVATED: 'slip' | 'fine' = 'slip';

/** Nothing says that a bulk update creates people whom Agent Connect does not have; its pages speak of changes alone. */
export const BULK_UPDATE_CREATES: 'yes' | 'no' = 'no';

/** Whoever leads everybody has no Team Leader, and the API leaves it out: an update of such a person must not need one. */
export const BULK_UPDATE_NEEDS = { teamLeader: false } as const;

/**
 * How a request sends its token: alone, as the vendor's own page and public clients do, or as HTTP bearer, as the API
 * description says. Where the first reading is forbidden the other form is tried once.
 */
export const TOKEN_FORM: 'alone' | 'bearer' = 'alone';

/** The words for employment status and license type, spelled as the article and the older template write them. */
export const EMPLOYMENT_STATUSES = ['Full Time', 'Part Time', 'Temp'] as const;
export const LICENSE_TYPES = ['Standard', 'Flexible'] as const;

/** Agent Connect shows the roles it comes with under this ending; whether a file needs it is not documented. */
export const DEFAULT_ROLE_ENDING = ' [Default]';

/** Groups go into one pair of braces, `{A, B}`; the article leaves open whether `{A},{B}` would be read as well. */
export const BRACES_OF_GROUPS: 'shared' | 'sharedOrOwn' = 'shared';

/** Addresses are plain ASCII: nothing says that Agent Connect sends mail to others, and most are slips. */
export const EMAIL_CHARACTERS: 'ascii' | 'any' = 'ascii';

/** Longest mail address and longest part before the @ that mail systems take (RFC 5321, 4.5.3.1, with erratum 1690). */
export const LONGEST_EMAIL = 254;
export const LONGEST_EMAIL_NAME = 64;

/** A fixed width of IDs is one that this share of the all-digit IDs have, of at least so many. */
export const FIXED_WIDTH_SHARE = 0.6;
export const FEWEST_IDS_FOR_WIDTH = 3;

/** A word that may be a name stands for nothing where so many cells, and this share of a column’s, hold it. */
export const FEWEST_REPEATED = 3;
export const REPEATED_SHARE = 0.1;

/** Digits that a spreadsheet keeps of a number; it writes zeros for those beyond. */
export const SPREADSHEET_DIGITS = 15;

/** Two-digit years from 00 to this one are of this century, later ones of the last, as Excel reads them. */
export const LAST_SHORT_YEAR = 29;

/** Start dates before this year, or more than so many years ahead, are likely slips. */
export const EARLIEST_YEAR = 1950;
export const YEARS_AHEAD = 2;

/** A universal time from this hour on may be the midnight of the next day where it was written (UTC+14 is the last zone). */
export const HOUR_THAT_MAY_BE_TOMORROW = 10;

/** Temporary passwords shorter than this are weak. */
export const SHORTEST_PASSWORD = 8;

/** Names shorter than this are not looked for in passwords: "Al" is in too many words. */
export const SHORTEST_NAME_IN_PASSWORD = 3;

/** Up to so many rows that share a value are named one by one; beyond it they are only said to be many. */
export const MOST_ROWS_NAMED = 50;
