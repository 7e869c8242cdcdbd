import { cellAt, type Roster } from '../roster/roster.ts';
import { employmentStatusMeaning } from '../rules/cell-rules/choices.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { isEmail } from '../rules/cell-rules/email.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { Settings } from '../rules/settings.ts';
import { channelsOf, listEntries, standingOf } from './known-words.ts';

/** Texts of a column that are looked at to tell what it holds. */
const MOST_SAMPLED = 500;

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
    if (texts.length === MOST_SAMPLED) break;
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
