import { failed, type Failure } from '../../../shared/failures/failures.ts';
import type { CredentialState } from '../../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { reasonOf } from '../../system/file-failures.ts';
import { checkCredentials, type Credentials } from './credentials.ts';
import { keptCredentials } from './kept-credentials.ts';
import { type Protection, whyUnprotected } from './protection.ts';

/** Keys and secrets, each pair bound to what it is for: an address and an environment. */
export interface CredentialStore {
  /** Fails only for what cannot be sent; where the pair cannot be kept, the state says why. */
  set(purpose: string, given: Credentials): Promise<Result<CredentialState, Failure>>;
  /** Null where there are none, or none that can be read. */
  get(purpose: string): Promise<Result<Credentials | null, Failure>>;
  forget(purpose: string): Promise<Result<CredentialState, Failure>>;
  state(purpose: string): Promise<CredentialState>;
}

/** Where credentials may come from, and where they are kept. */
interface Surroundings {
  /** The folder for those that the operating system protects; null where nothing is ever kept on disk. */
  readonly disk: { readonly folder: string; readonly protection: Protection } | null;
  /** Those of the environment: for the first purpose that takes them, and no other. */
  readonly environment: Credentials | null;
}

interface Held {
  readonly credentials: Credentials;
  readonly kept: CredentialState['kept'];
  readonly why: string | null;
}

const IN_MEMORY = 'kept in memory until Rollcall ends, and never on disk.';
const NOT_GIVEN_BACK =
  'A key and a secret were kept here, and the keyring of this computer does not give them back. Enter them again.';

/** The credentials of this process, and those that an earlier one has kept. */
export function createCredentialStore({ disk, environment }: Surroundings): CredentialStore {
  const held = new Map<string, Held>();
  let environmentIsFor: string | null = null;
  /** Why the operating system did not protect what it was given last, which it may not say before; null where it did. */
  let refusedLast: string | null = null;

  const onDisk = (purpose: string) => disk && keptCredentials(disk.folder, purpose, disk.protection);

  const find = async (purpose: string): Promise<Held | 'none' | 'unreadable'> => {
    const known = held.get(purpose);
    if (known !== undefined) return known;
    const found = (await onDisk(purpose)?.read()) ?? { kind: 'none' };
    if (found.kind === 'read') {
      const read: Held = { credentials: found.credentials, kept: 'protected', why: null };
      held.set(purpose, read);
      return read;
    }
    const takesEnvironment = environmentIsFor === null || environmentIsFor === purpose;
    if (environment === null || !takesEnvironment) return found.kind;
    return { credentials: environment, kept: 'environment', why: null };
  };

  const state = async (purpose: string): Promise<CredentialState> => {
    const found = await find(purpose);
    if (typeof found === 'object')
      return { ends: endsOf(found.credentials), kept: found.kept, why: found.why };
    if (found === 'unreadable') return { ends: null, kept: 'protected', why: NOT_GIVEN_BACK };
    if (disk === null) return { ends: null, kept: 'memory', why: `They are ${IN_MEMORY}` };
    // Asked before anything is entered: a keyring must not be promised that is not there.
    const refused = refusedLast ?? (await whyUnprotected(disk.protection));
    return refused === null
      ? { ends: null, kept: 'protected', why: null }
      : { ends: null, kept: 'memory', why: `${refused}, so they are ${IN_MEMORY}` };
  };

  return {
    async set(purpose, given) {
      const checked = checkCredentials(given);
      if (!checked.ok) return checked;
      const writing = onDisk(purpose)?.write(checked.value);
      const why = await whyNotKept(writing?.then((refused) => (refusedLast = refused)));
      held.set(purpose, { credentials: checked.value, kept: why === null ? 'protected' : 'memory', why });
      return success(await state(purpose));
    },
    async get(purpose) {
      const found = await find(purpose);
      if (typeof found !== 'object') return success(null);
      if (found.kept === 'environment') environmentIsFor = purpose;
      return success(found.credentials);
    },
    async forget(purpose) {
      held.delete(purpose);
      try {
        await onDisk(purpose)?.remove();
      } catch (error) {
        return failure(failed('credentials.notForgotten', { reason: reasonOf(error) }));
      }
      return success(await state(purpose));
    },
    state,
  };
}

/** Why a pair is in memory alone, as a sentence; null where it has been written. */
async function whyNotKept(writing: Promise<string | null> | undefined): Promise<string | null> {
  if (writing === undefined) return `They are ${IN_MEMORY}`;
  try {
    const refused = await writing;
    return refused === null ? null : `${refused}, so they are ${IN_MEMORY}`;
  } catch (error) {
    return `They could not be written to disk (${reasonOf(error)}), so they are kept in memory until Rollcall ends.`;
  }
}

/** The last four characters of each, and never more than half of one. */
function endsOf({ key, secret }: Credentials): NonNullable<CredentialState['ends']> {
  const endOf = (text: string): string => text.slice(text.length - Math.min(4, text.length >> 1));
  return { key: endOf(key), secret: endOf(secret) };
}
