import type { PullProgress } from '../../shared/contract/organization-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { type PulledTeam, pullTeam } from '../agent-connect/client/pull-team.ts';
import type { Report } from '../system/support-log.ts';
import { createHandles } from '../system/handles.ts';

/** The pulls of one window. */
export interface Pulls {
  /** Begins a pull and answers its handle; what was pulled is kept by `keep`, whose answer is how the pull ends. */
  start(connection: Connection, keep: Keep): string;
  progress(handle: string): Result<PullProgress, Failure>;
  /** Stops a pull; nothing that was kept is changed. */
  stop(handle: string): void;
  /** Stops all of them. */
  end(): void;
}

type Keep = (pulled: PulledTeam) => Promise<Result<Organization, Failure>>;

interface Pull {
  progress: PullProgress;
  readonly stopping: AbortController;
}

/** Pulls that have ended and whose end the window has not asked for yet, beside those that run. */
const MOST_PULLS = 8;

/** No pulls yet; `report` hears of a bug in one. */
export function createPulls(report: Report): Pulls {
  const pulls = createHandles<Pull>(MOST_PULLS);
  return {
    start(connection, keep) {
      const begun: Pull = {
        progress: { people: 0, waiting: null, ended: null },
        stopping: new AbortController(),
      };
      const handle = pulls.add(begun);
      carryOut(begun, connection, keep).catch((error: unknown) => {
        report(handle, error);
        const ended = failure(failed('host.failed', { what: handle }));
        begun.progress = { ...begun.progress, waiting: null, ended };
      });
      return handle;
    },
    progress(handle) {
      const pull = pulls.get(handle);
      return pull === undefined
        ? failure(failed('call.ended', { what: 'This pull' }))
        : { ok: true, value: pull.progress };
    },
    stop: (handle) => {
      pulls.get(handle)?.stopping.abort();
    },
    end() {
      for (const [, { stopping }] of pulls.entries()) stopping.abort();
      pulls.clear();
    },
  };
}

async function carryOut(pull: Pull, connection: Connection, keep: Keep): Promise<void> {
  const { signal } = pull.stopping;
  const watcher = {
    onPeople: (people: number): void => {
      pull.progress = { people, waiting: null, ended: null };
    },
    onPause: (milliseconds: number, why: Failure): void => {
      const until = new Date(connection.clock.now() + milliseconds).toISOString();
      pull.progress = { ...pull.progress, waiting: { until, why } };
    },
  };
  const pulled = await pullTeam(connection, watcher, signal);
  const ended = !pulled.ok ? pulled : signal.aborted ? STOPPED : await keep(pulled.value);
  pull.progress = { ...pull.progress, waiting: null, ended };
}

const STOPPED = failure(failed('cancelled', {}));
