import { type Failure, failed } from '../../../shared/failures/failures.ts';
import { failure, type Result } from '../../../shared/failures/result.ts';
import type { OnProgress } from './pace.ts';
import type { Session } from './session.ts';
import type { Task } from './state.ts';

type Work<Value> = (
  signal: AbortSignal,
  onProgress: OnProgress,
  /** Says that it waits for another program to let go of the file. */
  onHeld: () => void,
) => Promise<Result<Value, Failure>>;

/** Runs long work with its progress shown and a way to stop it; while one runs, no other starts. */
export async function runTask<Value>(
  session: Session,
  { kind, name }: Pick<Task, 'kind' | 'name'>,
  work: Work<Value>,
): Promise<Result<Value, Failure>> {
  const { store } = session;
  if (store.getState().task !== null) return failure(failed('cancelled', {}));
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const show = (fraction: number, isHeld = false): void => {
    store.setState({ task: { kind, name, fraction, isHeld, stop } });
  };
  const showHeld = (): void => {
    show(1, true);
  };
  show(0);
  try {
    return await work(controller.signal, show, showHeld);
  } finally {
    store.setState({ task: null });
  }
}
