import { type ColumnKey, columnOf } from '../../person/catalogue.ts';
import { type Hint, hintOf, isAboutOther } from '../../person/header-hints.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { employmentStatusMeaning } from '../../rules/cell-rules/choices.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import { isEmail } from '../../rules/cell-rules/email.ts';
import { readDate } from '../../rules/cell-rules/read-date.ts';
import { yesNoMeaning } from '../../rules/cell-rules/yes-no.ts';
import type { Settings } from '../../rules/settings.ts';
import { foldText } from '../../text/plain-text.ts';
import { channelsOf, listEntries, standingOf } from './known-words.ts';
import type { Source } from './sources.ts';

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
const MAX_COUNT = 0.8;

function guessesByContent(content: ColumnContent): Guess[] {
  const { looks, different, texts } = content;
  const guess = (what: Hint, share: number, sureness: number, are: string): Guess[] =>
    share < MAX_COUNT ? [] : [{ what, confidence: share * sureness, why: whySo(share, texts, are) }];
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

/** Texts of a column that are looked at to tell what it holds. */
const MAX_SAMPLED = 500;

/** What the texts of a column look like, as shares from 0 to 1 of those that were looked at. */
export interface ColumnContent {
  /** Texts that were looked at. */
  readonly texts: number;
  /** Share of them that is there once only. */
  readonly different: number;
  readonly looks: Readonly<Record<Look, number>>;
}

const LOOKS = {
  email: isEmail,
  braced: (text: string) => /^\{.*\}$/s.test(text),
  date: (text: string) => isDate(text),
  yesNo: (text: string) => yesNoMeaning(text) !== null,
  status: (text: string) => employmentStatusMeaning(text) !== null,
  digits: (text: string) => /^\d{3,9}$/.test(text),
  lastFirst: (text: string) => /^[\p{L}\p{M}'’ .-]+,\s*[\p{L}\p{M}'’ .-]+$/u.test(text),
  /** Whole names in either order, and those that lost letters to question marks on their way. */
  name: (text: string) =>
    LOOKS.lastFirst(text.replaceAll('?', 'x')) || LOOKS.words(text.replaceAll('?', 'x')),
  /** Lists of channels of which every entry is known. */
  channels: (text: string) => {
    const named = listEntries(text).map(channelsOf);
    return !named.includes(null) && named.some((channels) => channels !== null && channels.length > 0);
  },
  /** How somebody stands with the employer, or how much they work. */
  standing: (text: string) => standingOf(text) !== null || employmentStatusMeaning(text) !== null,
  words: (text: string) => /^[\p{L}\p{M}'’.-]+(?:\s+[\p{L}\p{M}'’.-]+){1,3}$/u.test(text),
} as const;
type Look = keyof typeof LOOKS | 'fixedWidth' | 'role' | 'group';

/** Looks at the first texts of a column. */
export function lookAtContent(roster: Roster, position: number, settings: Settings): ColumnContent {
  const texts = sampleOf(roster, position);
  const shareOf = (is: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(is).length / texts.length;
  const [roles, groups] = [namesOf(settings.roles), namesOf(settings.groups)];
  const width = usualLength(texts);
  return {
    texts: texts.length,
    different: new Set(texts).size / Math.max(1, texts.length),
    looks: {
      email: shareOf(LOOKS.email),
      braced: shareOf(LOOKS.braced),
      date: shareOf(LOOKS.date),
      yesNo: shareOf(LOOKS.yesNo),
      status: shareOf(LOOKS.status),
      digits: shareOf(LOOKS.digits),
      fixedWidth: shareOf((text) => LOOKS.digits(text) && text.length === width),
      lastFirst: shareOf(LOOKS.lastFirst),
      words: shareOf(LOOKS.words),
      name: shareOf(LOOKS.name),
      channels: shareOf(LOOKS.channels),
      standing: shareOf(LOOKS.standing),
      role: shareOf((text) => roles.has(text.toLowerCase())),
      group: shareOf((text) => groups.has(text.toLowerCase())),
    },
  };
}

function sampleOf({ rows }: Roster, position: number): string[] {
  const texts: string[] = [];
  for (const row of rows) {
    const text = comparable(cellAt(row, position));
    if (text !== '') texts.push(text);
    if (texts.length === MAX_SAMPLED) break;
  }
  return texts;
}

function isDate(text: string): boolean {
  const { form, readings } = readDate(text);
  return (form === 'iso' || form === 'other') && readings.length > 0;
}

function namesOf(names: readonly string[] | null): ReadonlySet<string> {
  return new Set(names?.map((name) => comparable(name).toLowerCase()));
}

function usualLength(texts: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const { length } of texts) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual?.[0] ?? 0;
}

/** What the last day of somebody is called, folded, in the languages of the usual exports. */
const LEAVING = new RegExp(
  `(?<!\\p{L})(?:${[
    'leav(?:e|er|ers|ing)\\s+(?:date|day|on)|date\\s+(?:left|of\\s+leaving)|left\\s+on|terminat(?:ion|ed)(?!\\p{L})',
    'separation|exit\\s+(?:date|day)|date\\s+of\\s+exit|resign(?:ation|ed)|departure|offboard\\p{L}*',
    'last\\s+(?:working\\s+|work\\s+)?day|employment\\s+end|end\\s+of\\s+employment|end\\s+date',
    'austritt\\p{L}*|ausscheid\\p{L}*|ausgeschieden|kundigung\\p{L}*|letzter\\s+(?:arbeits)?tag|beschaftigt\\s+bis',
    'date\\s+de\\s+(?:sortie|depart|fin)|sortie|fin\\s+de\\s+contrat|fecha\\s+(?:de\\s+)?(?:baja|salida|cese|fin|egreso)',
    'baja|cese|data\\s+(?:di\\s+)?(?:uscita|cessazione|dimissioni|fine)|cessazione|uit\\s?dienst\\p{L}*|datum\\s+uit',
    'data\\s+(?:de\\s+)?(?:saida|desligamento|demissao|rescisao)|desligamento|einddatum|slutdat\\p{L}*',
    'data\\s+(?:zwolnienia|odejscia|rozwiazania)|avslutsdatum|fratraedelsesdato|дата\\s+увольнения|離職日|退職日',
    '离职日期|퇴사일',
  ].join('|')})`,
  'u',
);

/** Whether a header says that a column has the last days of those who leave. */
export function isLeavingHeader(header: string): boolean {
  return LEAVING.test(foldText(header).replace(/[^\p{L}\p{M}]+/gu, ' '));
}

/** Whether a date has come by a day (YYYY-MM-DD), in whichever order its day and month stand. */
export function hasCome(text: string, day: string): boolean {
  const { readings } = readDate(text.trim());
  return readings.length > 0 && readings.every(({ date }) => date <= day);
}

/** The share of texts that must be dates. */
const MIN_DATES = 0.8;

/** The first source with the last days of those who leave, by its index; null where there is none. */
export function findLeavingDate(
  roster: Roster,
  sources: readonly Source[],
  settings: Settings,
): number | null {
  const found = sources.findIndex(
    ({ key, header, position }) =>
      key === null &&
      isLeavingHeader(header) &&
      lookAtContent(roster, position, settings).looks.date >= MIN_DATES,
  );
  return found === -1 ? null : found;
}

/** Whether a column with last days says of anybody that they are gone by a day (YYYY-MM-DD). */
export function isAnybodyGone(
  { rows }: Pick<Roster, 'rows'>,
  { header, position }: Pick<Source, 'header' | 'position'>,
  day: string,
): boolean {
  return isLeavingHeader(header) && rows.some((row) => hasCome(cellAt(row, position), day));
}
