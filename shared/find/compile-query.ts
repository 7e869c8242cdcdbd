import { failure, type Result, success } from '../failures/result.ts';

/** What is looked for in the texts of cells. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  /** The whole text of the cell, not a part of it. */
  readonly wholeCell: boolean;
  readonly isExpression: boolean;
}

/** A query as an expression that a thread of its own can compile too. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
}

/**
 * The expression that finds a query. It fails, with what the engine says of it, where a regular expression does not
 * compile. Expressions are read by the strict grammar of Unicode, or by the lenient one where that refuses them.
 */
export function compileQuery(query: FindQuery): Result<Expression, string> {
  const { text, matchCase, wholeCell, isExpression } = query;
  const part = isExpression ? text : text.replace(SIGNS, '\\$&');
  const source = wholeCell ? `^(?:${part})$` : part;
  const caseFlag = matchCase ? 'g' : 'gi';
  // Alone first: in the frame of a whole cell, an expression such as `a)|(b` would compile.
  const alone = compiles(part, `${caseFlag}u`) ?? compiles(part, caseFlag);
  if (alone === null) return failure(complaint(part, caseFlag));
  return success({ source, flags: alone });
}

/** Signs that mean something in a regular expression: https://tc39.es/ecma262/#prod-SyntaxCharacter, and the slash. */
const SIGNS = /[\\^$.*+?()[\]{}|/]/g;

function compiles(source: string, flags: string): string | null {
  try {
    new RegExp(source, flags);
    return flags;
  } catch {
    return null;
  }
}

/** What is wrong with an expression, as the engine says it after repeating the expression. */
function complaint(source: string, flags: string): string {
  try {
    new RegExp(source, flags);
    // Stryker disable next-line StringLiteral: only what does not compile is asked about
    return '';
  } catch (error) {
    // Stryker disable next-line StringLiteral,ConditionalExpression: engines throw errors
    const message = error instanceof Error ? error.message : '';
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}

/** Whether a text matches; the expression is a compiled one with the flag `g`, and always begins at the start. */
export function matches(expression: RegExp, text: string): boolean {
  expression.lastIndex = 0;
  return expression.test(text);
}
