import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import {
  GROUP_WORDS,
  groupRows,
  REPORT_GROUPS,
  type RowsByGroup,
  STEP_GROUPS,
  stepCount,
} from '../../../shared/upload/report/report-groups.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import { countOf } from '../plan/plan-words.ts';
import type { FollowedRun } from '../upload-state.ts';

type Groups = RowsByGroup<ReportedRow>;

/** How an upload has ended, in a line, and for how many people something is left to do. */
export function headline({ state }: Pick<UploadProgress, 'state'>, groups: Groups): string {
  const how = state.kind === 'ended' ? state.how : null;
  if (how === 'forbidden') return 'Ended: Agent Connect refused the key';
  const left = stepCount(groups);
  if (left === 0) return how === 'stopped' ? 'Stopped' : 'All done';
  const people = countOf(left, 'person', 'people');
  return `${how === 'stopped' ? 'Stopped' : 'Done'}, with a next step for ${people}`;
}

/** The counts as a line: “236 rows: 6 failed, 230 created”. */
export function countsWords(groups: Groups): string {
  const shown = REPORT_GROUPS.filter((group) => groups[group].length > 0);
  const all = shown.reduce((sum, group) => sum + groups[group].length, 0);
  const parts = shown.map(
    (group) => `${groups[group].length.toLocaleString('en-US')} ${GROUP_WORDS[group].counted}`,
  );
  return `${countOf(all, 'row', 'rows')}: ${parts.join(', ')}`;
}

/** A few lines about an upload, with the steps that are left, for a message to somebody else; no names of people in it. */
export function summaryText({ kept, progress, rows }: FollowedRun): string {
  const { name, host, startedAt, mode, welcome } = kept;
  const groups = groupRows(rows);
  const steps = STEP_GROUPS.filter((group) => groups[group].length > 0).map(
    (group) =>
      `- ${GROUP_WORDS[group].title} (${groups[group].length.toLocaleString('en-US')}): ${GROUP_WORDS[group].advice}`,
  );
  return [
    `Upload of “${name}” to ${host}`,
    `Started ${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${mode} mode, welcome emails ${welcome === 'now' ? 'sent' : 'delayed'}`,
    `${headline(progress, groups)}. ${countsWords(groups)}.`,
    ...steps,
  ].join('\n');
}
