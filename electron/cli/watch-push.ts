import type { UploadProgress } from '../../shared/upload/journal/upload-progress.ts';
import type { Push } from '../agent-connect/push/upload-run.ts';
import { aboutTime } from '../../shared/upload/orders/upload-cost.ts';
import { countOf } from './print-problems.ts';
import { pauseWords, peopleOf } from './pull-here.ts';
import type { Streams } from './streams.ts';

/** Milliseconds between two lines of progress. */
const STEP = 5000;

/** Says on stderr every few seconds how far an upload is, where that has changed, until it is told to stop. */
export function watchPush(push: Pick<Push, 'progress'>, err: Streams['err']): { stop(): void } {
  let last = '';
  let at = 0;
  const timer = setInterval(() => {
    const progress = push.progress(at);
    ({ at } = progress);
    const line = [howFar(progress), ...waveOf(progress), whatNow(progress)].join('; ');
    if (line !== last) err.write(`  ${line}\n`);
    last = line;
  }, STEP);
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** “37 of 236 people: 35 created, 1 failed, 1 held”. */
function howFar({ waves, counts }: UploadProgress): string {
  const sum = (which: 'done' | 'total'): number => waves.reduce((all, wave) => all + wave[which], 0);
  const parts = (['created', 'updated', 'failed', 'held', 'unknown'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en-US')} ${outcome}`);
  const outcomes = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `${sum('done').toLocaleString('en-US')} of ${peopleOf(sum('total'))}${outcomes}`;
}

function waveOf({ waves }: UploadProgress): string[] {
  const wave = waves.findIndex(({ done, total }) => done < total) + 1;
  return waves.length > 1 && wave > 0 ? [`wave ${wave} of ${waves.length}`] : [];
}

function whatNow({ state, secondsLeft }: UploadProgress): string {
  if (state.kind === 'waiting') {
    const seconds = Math.max(1, Math.ceil((Date.parse(state.until) - Date.now()) / 1000));
    return `${pauseWords(state.why)}, going on in ${countOf(seconds, 'second')}`;
  }
  if (state.kind === 'pausing') return 'pausing';
  return secondsLeft === null ? 'beginning' : `${aboutTime(secondsLeft)} left`;
}
