import type { CellCheck } from '../finding.ts';

/** A formula that is nothing but a text: exporters write IDs so, to keep their zeros. */
const FORMULA_OF_TEXT = /^="((?:[^"]|"")*)"$/;

/** An apostrophe before what is no name: an ID or a date with digits, an address, y or n, a list of groups. */
const BEFORE_VALUE = /^'(?=[yn]$|\{|[^\s']*[\d@])/i;

/** Names that do begin with an apostrophe: ’t Hooft, ’s-Gravenhage. */
const NAME_WITH_APOSTROPHE = /^'(?:[tnskmrd](?:[\s-]|$)|$)/i;

/** The value in a wrapping that surely does not belong to it, as in `="001002"` and `'001002`; else null. */
export function unwrapped(text: string): string | null {
  const first = text.charCodeAt(0);
  if (first === EQUALS_SIGN) return FORMULA_OF_TEXT.exec(text)?.[1]?.replaceAll('""', '"') ?? null;
  return first === APOSTROPHE && BEFORE_VALUE.test(text) ? withoutApostrophes(text) : null;
}

const EQUALS_SIGN = 0x3d;
const APOSTROPHE = 0x27;

/** Outlook puts addresses between two. */
function withoutApostrophes(text: string): string {
  return text.slice(1).replace(/'$/, '');
}

/** `text.wrapped`: a value as a spreadsheet's formula, or after its mark for text. */
export const checkWrapping: CellCheck = (typed, _context, field) => {
  const value = field === 'longText' && !typed.startsWith('=') ? null : unwrapped(typed);
  const isFormula = typed.startsWith('=');
  if (value !== null)
    return {
      code: 'text.wrapped',
      facts: { value: typed, inner: value, isFormula, sure: true },
      fixes: [{ safe: true, to: value }],
    };
  const isMarked = typed.startsWith("'") && field !== 'longText' && !NAME_WITH_APOSTROPHE.test(typed);
  if (!isMarked) return null;
  const inner = withoutApostrophes(typed);
  return {
    code: 'text.wrapped',
    facts: { value: typed, inner, isFormula, sure: false },
    fixes: [{ safe: false, to: inner }],
  };
};
