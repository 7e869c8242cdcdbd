import type { ExportPlan } from '../../shared/export/plan-export.ts';
import { isOlder, OLDER_SENTENCE } from '../../shared/export/describe-template.ts';
import type { ExcludedRow } from '../../shared/roster/change.ts';
import type { Template } from '../../shared/export/template.ts';
import { nameSome } from '../../shared/rules/messages/verdict-sentences.ts';
import { listed } from '../../shared/rules/messages/words.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';

/** What becomes of rows with errors in Agent Connect, and what to do. */
export function errorsSentence(
  { refused }: Pick<Extract<Verdict, { kind: 'errors' }>, 'refused'>,
  mode: Settings['mode'],
): string {
  const done = mode === 'create' ? 'created from' : 'changed by';
  return refused === 1
    ? `Agent Connect would refuse this row. Fix it first, or leave it out: nobody can be ${done} it.`
    : `Agent Connect would refuse these rows. Fix them first, or leave them out: nobody can be ${done} them.`;
}

/** What of the roster is not in a planned file, and what else there is to know about the file, in sentences. */
export function describeOmissions(plan: ExportPlan, template: Template | null): string[] {
  const sentences: string[] = [];
  if (plan.excluded.length > 0) sentences.push(excludedSentence(plan.excluded));
  if (plan.carriedLeftOut.length > 0)
    sentences.push(
      template === null
        ? `Not in the file, because Agent Connect does not take it there: ${nameSome(plan.carriedLeftOut)}.`
        : `Not in the file, because the template has no column for it: ${nameSome(plan.carriedLeftOut)}.`,
    );
  if (template !== null && isOlder(template)) sentences.push(OLDER_SENTENCE);
  return sentences;
}

/** How many people a mapping leaves out, and why. */
function excludedSentence(excluded: readonly ExcludedRow[]): string {
  const headers = [...new Set(excluded.map(({ header }) => `“${header}”`))];
  const texts = [...new Set(excluded.map(({ text }) => `“${text}”`))];
  const one = excluded.length === 1;
  const who = one ? '1 person is' : `${excluded.length.toLocaleString('en-US')} people are`;
  return `${who} left out for what ${listed(headers)} ${headers.length === 1 ? 'says' : 'say'} (${nameSome(texts)}), and ${one ? 'goes' : 'go'} to a second file beside it.`;
}
