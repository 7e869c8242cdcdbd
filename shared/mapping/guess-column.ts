import { columnOf, type ColumnKey } from '../person/catalogue.ts';
import type { ColumnContent } from './column-content.ts';
import { type Hint, hintOf, isAboutOther } from '../person/header-hints.ts';
import { isLeavingHeader } from './leaving-date.ts';

/** What a source may be, and why. */
export interface Guess {
  readonly what: Hint;
  /** From 0 to 1. */
  readonly confidence: number;
  /** A sentence without its subject’s header: “9 of 10 texts are mail addresses.” */
  readonly why: string;
}

/** What a source may be by its header and by its texts, the surest first. */
export function guessColumn(header: string, content: ColumnContent): Guess[] {
  if (content.texts === 0) return [];
  const hint = hintFor(header, content);
  const byHeader = hint === null ? [] : guessByHeader(hint, header, content);
  const byContent = guessesByContent(content).filter(
    ({ what }) => isOfSeveral(what) || !isOther(header, what),
  );
  return [...byHeader, ...byContent].sort((a, b) => b.confidence - a.confidence);
}

/** “Mail” over y and n is the channel, “Lead” over them says who manages, and “Nombre” over both names is a whole name. */
function hintFor(header: string, { looks }: ColumnContent): Hint | null {
  const hint = hintOf(header);
  if (hint === 'email' && looks.yesNo >= FEWEST) return 'emailChannel';
  if (hint === 'teamLeader' && looks.yesNo >= FEWEST) return 'canManageTeams';
  if ((hint === 'firstName' || hint === 'lastName') && looks.lastFirst >= FEWEST) return 'name';
  return hint;
}

/** The share of a column’s texts that must look like what its header hints at. */
const FEWEST = 0.5;

function guessByHeader(what: Hint, header: string, content: ColumnContent): Guess[] {
  const share = shareFor(what, content);
  if (share < FEWEST || (!isOfSeveral(what) && isOther(header, what))) return [];
  return [{ what, confidence: 0.75 + 0.2 * share, why: 'Its header suggests it.' }];
}

/** The last day of somebody looks like the first. */
function isOther(header: string, what: ColumnKey): boolean {
  return isAboutOther(header, what) || (what === 'startDate' && isLeavingHeader(header));
}

/** Whether several columns are made of one source. */
export function isOfSeveral(what: Hint): what is Exclude<Hint, ColumnKey> {
  return what === 'name' || what === 'channels';
}

/** How many of the texts could be what the header hints at; 1 where any text could. */
function shareFor(what: Hint, { looks }: ColumnContent): number {
  if (isOfSeveral(what)) return looks[what];
  switch (columnOf(what).field) {
    case 'email':
      return looks.email;
    case 'yesNo':
    case 'deactivated':
      return looks.yesNo;
    case 'employmentStatus':
      return looks.status;
    case 'date':
      return looks.date;
    case 'role':
    case 'groups':
      return 1 - Math.max(looks.email, looks.date);
    case 'employeeId':
      return 1 - Math.max(looks.email, looks.date, looks.words);
    default:
      return 1;
  }
}

/** Shares of the texts that must look alike before the texts alone say what a column is. */
const MOST = 0.8;

function guessesByContent(content: ColumnContent): Guess[] {
  const { looks, different, texts } = content;
  const guess = (what: Hint, share: number, sureness: number, are: string): Guess[] =>
    share < MOST ? [] : [{ what, confidence: share * sureness, why: whySo(share, texts, are) }];
  const isRepeated = different < REPEATED && texts >= ENOUGH;
  return [
    ...guess(isRepeated ? 'teamLeader' : 'email', looks.email, 0.7, isRepeated ? LEADERS : ADDRESSES),
    ...guess('groups', looks.braced, 0.9, 'are names in braces'),
    ...guess('groups', looks.group, 0.9, 'are groups of the organization'),
    ...guess('role', looks.role, 0.9, 'are roles of the organization'),
    ...guess('channels', looks.channels, 0.85, 'name channels'),
    ...guess('employmentStatus', looks.status, 0.85, 'say full time, part time or temp'),
    ...guess('startDate', looks.date, 0.6, 'are dates'),
    ...guess('name', looks.lastFirst, 0.7, 'are a last and a first name'),
    ...(different > DISTINCT ? guess('employeeId', looks.fixedWidth, 0.6, DIGITS) : []),
    ...(different > DISTINCT ? guess('name', looks.words, 0.55, 'are two or more words, as names are') : []),
  ];
}

/** Addresses that stand on several rows each are those of leaders. */
const REPEATED = 0.6;
const ENOUGH = 4;
/** What tells people apart is different on nearly every row. */
const DISTINCT = 0.9;

const ADDRESSES = 'are mail addresses';
const LEADERS = 'are mail addresses, and the same ones on several rows';
const DIGITS = 'are numbers with as many digits, each there once';

function whySo(share: number, texts: number, are: string): string {
  const count = Math.round(share * texts);
  return count === texts ? `All its texts ${are}.` : `${count} of ${texts} texts ${are}.`;
}
