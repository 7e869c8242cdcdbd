import { z } from 'zod';
import type { Column } from '../columns/catalogue.ts';
import { RULE_CODES, ruleOf } from './rules.ts';
import type { CellContext, CellFinding, CellLook } from './finding.ts';

/** The zod schema of a column's cells: the cell rules that look at it, as checks whose issues carry what was found. */
export function cellSchema(column: Column, context: () => CellContext): z.ZodType<string> {
  const looks = RULE_CODES.map(ruleOf).flatMap((rule) =>
    rule.scope === 'cell' && rule.looksAt.includes(column.key) ? [rule.look] : [],
  );
  return z.string().check(...looks.map((look) => checkOf(look, column, context)));
}

function checkOf(look: CellLook, column: Column, context: () => CellContext): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const finding = look(value, context(), column.field, column.key);
    if (finding === null) return;
    // Of an empty cell that must be filled nothing else is worth saying.
    const goesOn = finding.code !== 'required';
    issues.push({
      code: 'custom',
      message: finding.code,
      input: value,
      params: { finding },
      continue: goesOn,
    });
  };
}

/** What the rules of a schema find in a text. */
export function findingsIn(schema: z.ZodType<string>, typed: string): readonly CellFinding[] {
  const result = schema.safeParse(typed);
  return result.success ? [] : result.error.issues.map(findingOf);
}

function findingOf(issue: z.core.$ZodIssue): CellFinding {
  if (issue.code !== 'custom') throw new Error(`A cell rule raised ${issue.code}`);
  // Zod types the parameters of a custom issue as unknown values; `checkOf` above is the only one to write them.
  return issue.params?.['finding'] as CellFinding;
}
