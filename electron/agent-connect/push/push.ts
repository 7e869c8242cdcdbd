import type { Failure } from '../../../shared/failures.ts';
import type { RunEnding } from '../../../shared/upload/journal/journal-entry.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import type { Connection } from '../client/connection.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import type { PaceLimits } from './pace.ts';

/** What a run is made of. */
export interface PushParts {
  readonly connection: Connection;
  /** Ready to be carried out, and nobody else's. The run closes it. */
  readonly journal: UploadJournal;
  /** Temporary passwords by place. */
  readonly passwords: ReadonlyMap<number, string>;
  readonly pace: PaceLimits;
  /** Milliseconds during which somebody is looked for whose request got no answer. */
  readonly settle: number;
  /** Keeps the computer from going to sleep until the answered function is called. */
  readonly keepAwake?: () => () => void;
  /** Whether a pause that nobody has asked for ends it, as there is nobody who could go on. */
  readonly isUnattended: boolean;
}

/** How a run is over. One that is paused is taken up again from its journal. */
export interface PushEnding {
  readonly how: RunEnding | 'paused';
  readonly why: Failure | null;
}

/** A run of an upload. */
export interface Push {
  /** Finishes what is under way and begins nothing more until `resume`. */
  pause(): void;
  resume(): void;
  /** Finishes what is under way, finds out what is unknown, and ends. Told again, it does not find out. */
  stop(): void;
  /** Pauses and is over: so many milliseconds later, at most, nothing is waited for any more. */
  leave(patience: number): Promise<void>;
  /** Answers when it is over and the journal is closed. */
  readonly done: Promise<PushEnding>;
  /** How far it is, with the rows that have changed since the `at` that was answered before; 0 for all. */
  progress(after: number): UploadProgress;
}
