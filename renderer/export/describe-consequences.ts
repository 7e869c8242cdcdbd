import type { ExportPlan } from '../../shared/export/plan-export.ts';
import { isOlder, OLDER_SENTENCE } from '../../shared/export/describe-template.ts';
import type { Template } from '../../shared/export/template.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { People } from '../../shared/rules/messages.ts';
import type { Refusals } from './refusals.ts';

/** What Agent Connect would make of a planned file, in sentences: what it refuses, whom it would not find, what it never sees. */
export function describeConsequences(
  plan: ExportPlan,
  { rows }: Refusals,
  people: People,
  template: Template | null = null,
  mode: Settings['mode'] = 'create',
): string[] {
  const done = mode === 'create' ? 'created from' : 'changed by';
  const sentences = [
    plan.written.length === 0
      ? plan.unchanged > 0
        ? 'Everyone is as in Agent Connect: there is nothing to change.'
        : 'There is nobody in this file: it will hold the header row alone.'
      : rows === 0
        ? 'Rollcall knows of nothing in these rows that Agent Connect would refuse.'
        : rows === 1
          ? `Agent Connect’s preview would flag 1 row with errors. Mend it first, or leave it out: nobody can be ${done} it as it is.`
          : `Agent Connect’s preview would flag ${rows.toLocaleString('en-US')} rows with errors. Mend them first, or leave these rows out: nobody can be ${done} them as they are.`,
  ];
  const orphans = describeOrphans(plan, people);
  if (orphans !== null) sentences.push(orphans);
  if (plan.carriedLeftOut.length > 0)
    sentences.push(
      template === null
        ? `Not in the file, because Agent Connect does not take it there: ${nameSome(plan.carriedLeftOut)}.`
        : `Not in the file, because the template has no column for it: ${nameSome(plan.carriedLeftOut)}.`,
    );
  if (template !== null && isOlder(template)) sentences.push(OLDER_SENTENCE);
  return sentences;
}

function describeOrphans({ orphaned }: ExportPlan, people: People): string | null {
  if (orphaned.length === 0) return null;
  const leaders = [...new Set(orphaned.map(({ leader }) => leader))].map(
    (leader) => people.nameOf(leader) || `line ${people.lineOf(leader)}`,
  );
  const who = orphaned.length === 1 ? '1 row has' : `${orphaned.length.toLocaleString('en-US')} rows have`;
  return `${who} a Team Leader who is left out (${nameSome(leaders)}): unless Agent Connect has them already, it would refuse ${orphaned.length === 1 ? 'that row' : 'those rows'} too.`;
}

/** Names that a sentence lists before it only counts. */
const MOST_NAMED = 3;

function nameSome(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).map(shorten).join(', ');
  return rest > 0 ? `${named} and ${rest.toLocaleString('en-US')} more` : named;
}

/** Characters of a name that a sentence shows. */
const LONGEST_NAME = 40;

function shorten(name: string): string {
  const letters = Array.from(name);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
