import { SPREADSHEET_DIGITS } from '../assumptions.ts';
import type { CellCheck } from '../finding.ts';
import { cleaned } from './clean-text.ts';
import { isPlaceholder } from './placeholders.ts';

/** A number as spreadsheets shorten it: 1.23E+11. A plain 1E5 may be an ID. */
const EXPONENT = /^\d(?:[.,]\d+E\+?\d+|E\+\d+)$/i;
const DIGITS = /^\d+$/;

/** `employeeId.numberDamage`: a spreadsheet took the ID for a number and rounded it. */
export const checkNumberDamage: CellCheck = (typed) => {
  const value = cleaned(typed);
  const damage = numberDamage(value);
  return damage === null ? null : { code: 'employeeId.numberDamage', facts: { value, damage }, fixes: [] };
};

/** How a spreadsheet has rounded a number: to scientific notation, or its last digits to zeros; null where it has not. */
export function numberDamage(value: string): 'exponent' | 'zeros' | null {
  if (EXPONENT.test(value)) return 'exponent';
  return isRounded(value) ? 'zeros' : null;
}

const DECIMAL = /^(\d+)[.,]0+$/;

/** Whether a text is a whole number as programs write numbers with decimals: 1002.0. */
export function isDecimal(text: string): boolean {
  return text.endsWith('0') && DECIMAL.test(text);
}

/** An ID as it is compared: 1002.0 is 1002, and a word for no value, which many people may have, is no ID. */
export function idKey(typed: string): string {
  const id = cleaned(typed);
  if (isDecimal(id)) return id.replace(DECIMAL, '$1');
  return isPlaceholder(id) ? '' : id;
}

/** `employeeId.decimal`: a program took the ID for a number that may have decimals. */
export const checkDecimal: CellCheck = (typed, { habits }, _field, key) => {
  const value = cleaned(typed);
  if (!isDecimal(value)) return null;
  const id = idKey(value);
  const all = habits.areDecimal(key);
  return { code: 'employeeId.decimal', facts: { value, id, all }, fixes: [{ safe: all, to: id }] };
};

function isRounded(value: string): boolean {
  if (value.length <= SPREADSHEET_DIGITS || !DIGITS.test(value)) return false;
  return /^0+$/.test(value.slice(SPREADSHEET_DIGITS)) && !value.startsWith('0');
}
