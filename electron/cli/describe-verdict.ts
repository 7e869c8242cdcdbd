import type { ExportPlan } from '../../shared/export/plan-export.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { verdictSentences, verdictTitle } from '../../shared/rules/messages/verdict-sentences.ts';
import { judgingRows, type Verdict } from '../../shared/rules/verdict.ts';
import type { InspectedRoster } from './inspect-roster.ts';
import { peopleOfFile } from './people-of-file.ts';
import { showText } from './show-text.ts';

type Inspected = Pick<InspectedRoster, 'opened' | 'checker'>;

/** The verdict on the rows that a plan would write; without a plan, on all of the file. */
export function verdictOn({ opened, checker }: Inspected, plan: ExportPlan | null): Verdict {
  const { roster } = opened.read;
  const all = { written: roster.rows.map(({ id }) => id), unchanged: 0, orphaned: [] };
  return finish(judgingRows(plan ?? all, roster, checker));
}

/** A verdict for a person to read, one thing a line, with the options that would let the rest be checked. */
export function* describeVerdict(verdict: Verdict, { opened }: Inspected): Generator<string> {
  yield `${verdictTitle(verdict)}.\n`;
  for (const sentence of verdictSentences(verdict, peopleOfFile(opened.read), null))
    yield `  ${showText(sentence)}\n`;
  const unchecked = 'unchecked' in verdict ? verdict.unchecked : [];
  if (unchecked.length === 0) return;
  yield verdict.against.team === null
    ? '  To check that, give the current team: --team FILE.\n'
    : '  To check that, give --roles and --groups, or --profile FILE.\n';
}

/** A verdict as the JSON documents have it. */
export function verdictEntry(verdict: Verdict) {
  const { kind, rows, against } = verdict;
  return {
    kind,
    rows,
    refused: verdict.kind === 'errors' ? verdict.refused : 0,
    unchecked: 'unchecked' in verdict ? verdict.unchecked.map(({ what, count }) => ({ what, count })) : [],
    against,
  };
}
