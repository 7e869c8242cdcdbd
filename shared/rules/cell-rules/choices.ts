import { EMPLOYMENT_STATUSES, LICENSE_TYPES } from '../assumptions.ts';
import type { CellCheck } from '../finding.ts';
import { nearestOf } from '../name-list.ts';
import { cleaned, comparable, isBlank } from './clean-text.ts';

/** What people write for the three, without case, spaces and marks. */
const STATUS_WORDS: Readonly<Record<(typeof EMPLOYMENT_STATUSES)[number], string>> = {
  'Full Time':
    'fulltime ft full fulltimer vollzeit tempsplein tempscomplet tiempocompleto completa completo jornadacompleta tempopieno tempointegral voltijd voltijds heltid',
  'Part Time':
    'parttime pt part parttimer teilzeit tempspartiel tiempoparcial parcial jornadaparcial mediajornada tempoparcial tempoparziale parziale deeltijd deltid',
  Temp: 'temp temporary tmp temps temporaire temporal temporär befristet aushilfe tijdelijk',
};

const STATUS_OF = new Map(
  EMPLOYMENT_STATUSES.flatMap((status) =>
    STATUS_WORDS[status].split(' ').map((word) => [word, status] as const),
  ),
);

/** Longer texts are none of these words, with whatever marks in between. */
const LONGEST_STATUS = 100;

/** Which of the three a text means, however it is written; null where it is none. */
export function employmentStatusMeaning(typed: string): (typeof EMPLOYMENT_STATUSES)[number] | null {
  const text = cleaned(typed);
  if (text.length > LONGEST_STATUS) return null;
  return STATUS_OF.get(text.toLowerCase().replace(/[\s\-_/.]/g, '')) ?? null;
}

/** `employmentStatus.invalid`: none of the three words, though often one of them in other clothes. */
export const checkEmploymentStatus: CellCheck = (typed) => {
  const value = comparable(typed);
  if (isOneOf(EMPLOYMENT_STATUSES, value) || isBlank(typed)) return null;
  const means = employmentStatusMeaning(typed);
  return {
    code: 'employmentStatus.invalid',
    facts: { value, means },
    fixes: means === null ? [] : [{ safe: true, to: means }],
  };
};

/** Which license a text names in whatever case; null where it names none. */
export function licenseTypeMeaning(typed: string): (typeof LICENSE_TYPES)[number] | null {
  const lower = cleaned(typed).toLowerCase();
  return LICENSE_TYPES.find((type) => type.toLowerCase() === lower) ?? null;
}

/** `licenseType.invalid`: neither Standard nor Flexible. */
export const checkLicenseType: CellCheck = (typed) => {
  const value = comparable(typed);
  if (isOneOf(LICENSE_TYPES, value) || isBlank(typed)) return null;
  const lower = cleaned(typed).toLowerCase();
  const same = licenseTypeMeaning(typed);
  const begun = LICENSE_TYPES.find((type) => lower.length > 2 && type.toLowerCase().startsWith(lower));
  const means = same ?? begun ?? nearestOf(value, LICENSE_TYPES);
  return {
    code: 'licenseType.invalid',
    facts: { value, means },
    fixes: means === null ? [] : [{ safe: same !== null, to: means }],
  };
};

function isOneOf(choices: readonly string[], value: string): boolean {
  return choices.includes(value);
}
