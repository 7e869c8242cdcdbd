import type { FieldKind } from '../../person/catalogue.ts';
import type { SpacePlace } from '../facts.ts';
import type { CellCheck } from '../finding.ts';
import { isRequired } from '../required-columns.ts';
import { isBlank } from './clean-text.ts';
import { unwrapped } from './wrapped-text.ts';
import {
  lostCharacters,
  onOneLine,
  singleSpaced,
  trimSpaces,
  withoutControl,
  withoutInvisible,
} from './mend-text.ts';

/** `required`: nothing that can be seen stands in a cell that must be filled. */
export const checkRequired: CellCheck = (typed, { settings }, _field, key) =>
  isBlank(typed) && isRequired(key, settings) ? { code: 'required', facts: {}, fixes: [] } : null;

/** `text.spaces`: spaces around, doubled or non-breaking; inside a password spaces are the user's own. */
export const checkSpaces: CellCheck = (typed, _context, field) => {
  const to = field === 'password' ? trimSpaces(typed) : singleSpaced(typed);
  if (to === typed) return null;
  return { code: 'text.spaces', facts: { places: spacePlaces(typed, field) }, fixes: [{ safe: true, to }] };
};

function spacePlaces(typed: string, field: FieldKind): SpacePlace[] {
  const places: SpacePlace[] = [];
  const trimmed = trimSpaces(typed);
  if (!typed.startsWith(trimmed)) places.push('start');
  if (!typed.endsWith(trimmed)) places.push('end');
  if (field === 'password') return places;
  if (/[\u00a0\u2007\u202f]/.test(trimmed)) places.push('nonBreaking');
  if (trimmed.includes('  ')) places.push('doubled');
  return places;
}

/** `text.control`: control characters; line breaks are the business of `text.lineBreak`. */
export const checkControl: CellCheck = (typed) => {
  const to = withoutControl(typed);
  if (to === typed) return null;
  const characters = lostCharacters(typed, to);
  return { code: 'text.control', facts: { characters }, fixes: [{ safe: true, to }] };
};

/** `text.invisible`: characters that cannot be seen and that the script does not need. */
export const checkInvisible: CellCheck = (typed) => {
  const to = withoutInvisible(typed);
  if (to === typed) return null;
  const characters = lostCharacters(typed, to);
  return { code: 'text.invisible', facts: { characters }, fixes: [{ safe: true, to }] };
};

/** `text.lineBreak`: more than one line where one is meant. */
export const checkLineBreaks: CellCheck = (typed, _context, field) => {
  const to = onOneLine(typed, field);
  return to === typed ? null : { code: 'text.lineBreak', facts: {}, fixes: [{ safe: true, to }] };
};

/** `text.formula`: a spreadsheet would take the text for a formula and run it. */
export const checkFormula: CellCheck = (typed) =>
  /^[=+\-@\t\r]/.test(typed) && unwrapped(typed) === null
    ? { code: 'text.formula', facts: { value: typed, first: typed.charAt(0) }, fixes: [] }
    : null;
