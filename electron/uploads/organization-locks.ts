import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { parseJson } from '../../shared/text/plain-text.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { runHolder, type RunHolder } from '../../shared/failures/upload-failures.ts';
import { type FileLock, lockFile } from '../files/record-log/lock-file.ts';
import { writeFailure } from '../system/file-failures.ts';

type Environment = Organization['environment'];

/** An organization as an upload is for it: an address has one for tests and another for production. */
interface Target {
  /** Name and port of the address. */
  readonly host: string;
  /** Both where nobody says which of them the key is for, as at the command line. */
  readonly environments: readonly Environment[];
}

/**
 * Which organizations are being uploaded to by this user of this computer, in whatever window or command line and by
 * whatever journal: one run at a time. Two would each find that somebody is absent, and both create them. The lock is an
 * open handle, which the system closes when its process ends; what stands beside it only says whose it is.
 */
export class OrganizationLocks {
  readonly #folder: string;

  /** `folder` is that of the uploads among the user's local data, the same for app, web host and command line. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Holds an organization until it is released; fails with `run.elsewhere` where another run has it. */
  async hold({ host, environments }: Target, holder: RunHolder): Promise<Result<FileLock, Failure>> {
    const held: FileLock[] = [];
    const release = async (): Promise<void> => {
      for (const lock of held.splice(0)) await lock.release();
    };
    for (const environment of environments) {
      const lock = await this.#holdOne(host, environment, holder);
      if (lock.ok) held.push(lock.value);
      else {
        await release();
        return lock;
      }
    }
    return success({ release });
  }

  async #holdOne(
    host: string,
    environment: Environment,
    holder: RunHolder,
  ): Promise<Result<FileLock, Failure>> {
    const path = this.#pathOf(host, environment);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      // A home folder may be on the network: what another computer has left there says nothing of runs on this one.
      const lock = await lockFile(path, { takeOver: true });
      if (!lock.ok) return lock.failure.code === 'record.held' ? failure(await whoHolds(path, host)) : lock;
      await writeFile(path, JSON.stringify(holder), { mode: 0o600 }).catch(() => undefined);
      return success({
        release: async () => {
          await rm(path, { force: true }).catch(() => undefined);
          await lock.value.release();
        },
      });
    } catch (error) {
      return failure(writeFailure(error, this.#folder));
    }
  }

  #pathOf(host: string, environment: Environment): string {
    const name = createHash('sha256').update(`${environment} ${host}`).digest('hex').slice(0, 32);
    return join(this.#folder, `${name}.organization`);
  }
}

/** What the run says of itself that has an organization; nothing where it has not said it yet. */
async function whoHolds(path: string, host: string): Promise<Failure> {
  const said = z.nullable(runHolder).safeParse(parseJson(await readFile(path, 'utf8').catch(() => 'null')));
  return failed('run.elsewhere', { host, holder: said.success ? said.data : null });
}
