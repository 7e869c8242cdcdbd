import type { AppUpdates } from './app-updates.ts';

/** Milliseconds after the start, when there is nothing more to hurry for. */
const FIRST = 60_000;
const DAY = 24 * 60 * 60_000;

/** Looks for a newer version a minute after the start and once a day, until the returned function is called. */
export function lookDaily(updates: Pick<AppUpdates, 'look'>): () => void {
  const look = (): void => void updates.look(false);
  const first = setTimeout(look, FIRST);
  const daily = setInterval(look, DAY);
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
