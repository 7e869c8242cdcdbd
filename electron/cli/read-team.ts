import { stat } from 'node:fs/promises';
import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import { readCurrentTeam } from '../../shared/current-team/read-current-team.ts';
import type { Failure } from '../../shared/failures.ts';
import { type Result, success } from '../../shared/result.ts';
import { openRoster } from './open-roster.ts';

/** Reads the file of “Download Current Team”; the time of its last change is taken for the team's. */
export async function readTeam(path: string): Promise<Result<CurrentTeam, Failure>> {
  const opened = await openRoster(path);
  if (!opened.ok) return opened;
  const { mtime } = await stat(path);
  return success(readCurrentTeam(opened.value.read, mtime.toISOString()));
}
