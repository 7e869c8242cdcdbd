import { OUTCOMES } from '../../../shared/upload/journal/outcome.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { countOf } from '../plan/plan-words.ts';
import { rowCount, sumOf } from '../run/run-words.ts';
import type { FollowedRun } from '../upload-state.ts';

const WORDS = {
  created: 'created',
  updated: 'changed',
  skipped: 'left as they were',
  failed: 'failed',
  held: 'held',
  unknown: 'with unknown result',
  notTried: 'not tried',
} as const satisfies Record<(typeof OUTCOMES)[number], string>;

/** How an upload has ended, in a line. */
export function headline({ state, counts }: Pick<UploadProgress, 'state' | 'counts'>): string {
  const how = state.kind === 'ended' ? state.how : null;
  if (how === 'forbidden') return 'Ended: Agent Connect refused the key';
  if (how === 'stopped') return 'Stopped';
  const missed = sumOf(counts, ['failed', 'held', 'unknown', 'notTried']);
  return missed === 0 ? 'All done' : `Done, except for ${countOf(missed, 'row', 'rows')}`;
}

/** The counts as a line: “236 rows: 230 created, 6 failed”. */
export function countsWords(counts: UploadProgress['counts']): string {
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${counts[outcome].toLocaleString('en-US')} ${WORDS[outcome]}`,
  );
  return `${countOf(rowCount(counts), 'row', 'rows')}: ${parts.join(', ')}`;
}

/** A few lines about an upload, for a message to somebody else; no names of people in it. */
export function summaryText({ kept, progress }: FollowedRun): string {
  const { name, host, startedAt, mode, welcome } = kept;
  return [
    `Upload of “${name}” to ${host}`,
    `Started ${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${mode} mode, welcome emails ${welcome === 'now' ? 'sent' : 'delayed'}`,
    `${headline(progress)}. ${countsWords(progress.counts)}.`,
  ].join('\n');
}
