import type { Connection } from '../client/connection.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import type { Requests } from './requests.ts';

/** What somebody is just about, beside what the journal says. */
export type LiveState = 'lookingUp' | 'sending' | 'settling';

/** All that it takes to carry out the order of one person. */
export interface PersonParts {
  readonly connection: Connection;
  readonly requests: Requests;
  readonly journal: UploadJournal;
  /** By place, of those who have one. */
  readonly passwords: ReadonlyMap<number, string>;
  /** Milliseconds during which somebody is looked for whose request got no answer. */
  readonly settle: number;
  /** False where only what is open is to be settled. */
  readonly maySend: boolean;
  readonly show: (place: number, state: LiveState) => void;
}
