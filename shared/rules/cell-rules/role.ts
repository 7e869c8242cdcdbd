import type { CellCheck } from '../finding.ts';
import { comparable, isBlank } from './clean-text.ts';

/** `role.unknown`: not one of the organization's roles; not looked for where they are not known. */
export const checkRole: CellCheck = (typed, { roles }) => {
  if (roles === null || isBlank(typed)) return null;
  const facts = roles.unknown(comparable(typed));
  if (facts === null) return null;
  const { nearest, sameLetters } = facts;
  return {
    code: 'role.unknown',
    facts,
    fixes: nearest === null ? [] : [{ safe: sameLetters, to: nearest }],
  };
};
