import type { CallName, HostEvent, Reply, Request } from '../shared/contract/contract.ts';
import type { Failure } from '../shared/failures/failures.ts';
import type { Result } from '../shared/failures/result.ts';
import type { FileRef } from '../shared/contract/call.ts';

/** The window's host, wherever it is: the one place that knows whether calls go by IPC or by HTTP. */
export interface Host {
  /** Asks the host; its answer has been parsed. A host that cannot be reached answers `host.gone`. */
  call<C extends CallName>(channel: C, request: Request<C>): Promise<Result<Reply<C>, Failure>>;
  /** Listens to what the host says unasked, until the returned function is called. */
  onEvent(listener: (event: HostEvent) => void): () => void;
  /** Hands over a file that was dropped on the window. */
  fileFromDrop(file: File): Promise<Result<FileRef, Failure>>;
}
