import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import {
  type Organization,
  type OrganizationDetails,
  organizationDetails,
  organizationId,
  type TokenForm,
  tokenForm,
} from '../../shared/organization/organization.ts';
import type { OrganizationProfile } from '../../shared/organization/profile.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { writeFailure } from '../system/file-failures.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';
import type { UserData } from '../system/user-data.ts';
import { addressOf } from './address-of.ts';
import { type FoundProfile, keepProfile, readProfile } from './kept-profile.ts';
import { createKeptTeam, type KeptTeam } from './kept-team.ts';
import { notKept } from './not-kept.ts';

/** The organizations that are kept, and which of them was chosen last. */
export interface OrganizationStore {
  /** By name; one whose file cannot be read is left out. */
  list(): Promise<Organization[]>;
  /** Whether a file of one made no sense and was set aside since the store was made. */
  readonly hasSetAside: boolean;
  get(id: string): Promise<Result<Organization, Failure>>;
  /** Keeps a new organization, or under an id what was changed of one; a pulled team does not go with another address. */
  save(id: string | null, details: OrganizationDetails): Promise<Result<Organization, Failure>>;
  /** Remembers how an organization's Agent Connect takes the token, until it has another address. */
  rememberTokenForm(id: string, form: TokenForm): Promise<Result<null, Failure>>;
  /** Removes an organization, its profile and its team. */
  remove(id: string): Promise<Result<null, Failure>>;
  chosen(): Promise<string | null>;
  choose(id: string | null): Promise<Result<null, Failure>>;
  /** The snapshot of an organization's current team. */
  team(id: string): KeptTeam;
  /** The profile of an organization or, for null, of work without one. */
  profile(id: string | null): Promise<Result<FoundProfile, Failure>>;
  /** Puts a profile in the place of the one before; fails with `organization.gone` where the organization is. */
  saveProfile(id: string | null, profile: OrganizationProfile): Promise<Result<null, Failure>>;
}

/** Raised when an organization is written so that an older Rollcall would misread it. */
const VERSION = 1;

/** What later Rollcalls add to an organization is kept as it is. */
const storedOrganization = z.looseObject({
  version: z.literal(VERSION),
  ...organizationDetails.shape,
  tokenForm: tokenForm.optional(),
});
const STORED = { version: VERSION, schema: storedOrganization };
const CHOICE = {
  version: VERSION,
  schema: z.object({ version: z.literal(VERSION), organization: organizationId.nullable() }),
};

/**
 * The organizations in `organizations/` of the user's settings and, as their current teams are people's data, of the local
 * folder. Both are for their owner alone and made when needed.
 */
export function createOrganizationStore({ settings, local }: UserData): OrganizationStore {
  return new FolderStore(join(settings, 'organizations'), join(local, 'organizations'));
}

class FolderStore implements OrganizationStore {
  readonly #folder: string;
  readonly #teams: string;
  readonly #chosen: string;
  #hasSetAside = false;
  /** Writes follow each other: two at once would lose one. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, teams: string) {
    this.#folder = folder;
    this.#teams = teams;
    this.#chosen = join(folder, 'chosen.json');
  }

  get hasSetAside(): boolean {
    return this.#hasSetAside;
  }

  async list(): Promise<Organization[]> {
    await this.#last;
    const names = await readdir(this.#folder).catch(() => []);
    const ids = names.flatMap((name) => (name.endsWith('.json') ? name.slice(0, -'.json'.length) : []));
    const found = await Promise.all(ids.filter(isId).map((id) => this.#read(id)));
    return found.filter((one) => one !== null).sort((a, b) => a.name.localeCompare(b.name));
  }

  async get(id: string): Promise<Result<Organization, Failure>> {
    const found = await this.#read(id);
    return found === null ? failure(failed('organization.gone', {})) : success(found);
  }

  save(id: string | null, details: OrganizationDetails): Promise<Result<Organization, Failure>> {
    return this.#inTurn(`“${details.name}”`, async () => {
      const address = addressOf(details.address);
      if (!address.ok) return address;
      const kept = id === null ? null : await this.#stored(id);
      if (id !== null && kept === null) return failure(failed('organization.gone', {}));
      const used = id ?? randomBytes(8).toString('hex');
      await this.#makeFolder();
      const isMoved = kept !== null && !isSame(kept.address, details.address);
      if (isMoved) await this.#dropPulled(used);
      const learned = isMoved ? { tokenForm: undefined } : {};
      await writeJsonFile(this.#path(used), STORED, { ...kept, ...details, ...learned });
      return this.get(used);
    });
  }

  rememberTokenForm(id: string, form: TokenForm): Promise<Result<null, Failure>> {
    return this.#inTurn('How the token is sent', async () => {
      const kept = await this.#stored(id);
      if (kept !== null) await writeJsonFile(this.#path(id), STORED, { ...kept, tokenForm: form });
      return success(null);
    });
  }

  remove(id: string): Promise<Result<null, Failure>> {
    return this.#inTurn('The organization', async () => {
      await this.team(id).forget();
      await rm(this.#profilePath(id), { force: true });
      await rm(this.#path(id), { force: true });
      return success(null);
    });
  }

  async chosen(): Promise<string | null> {
    await this.#last;
    const found = await readJsonFile(this.#chosen, CHOICE);
    return found.ok ? (found.value.value?.organization ?? null) : null;
  }

  choose(id: string | null): Promise<Result<null, Failure>> {
    return this.#inTurn('The choice', async () => {
      await this.#makeFolder();
      await writeJsonFile(this.#chosen, CHOICE, { organization: id });
      return success(null);
    });
  }

  team(id: string): KeptTeam {
    return createKeptTeam(join(this.#teams, `${id}.team.jsonl`));
  }

  async profile(id: string | null): Promise<Result<FoundProfile, Failure>> {
    await this.#last;
    return readProfile(this.#profilePath(id));
  }

  saveProfile(id: string | null, profile: OrganizationProfile): Promise<Result<null, Failure>> {
    return this.#inTurn('The profile', async () => {
      if (id !== null && (await this.#stored(id)) === null) return failure(failed('organization.gone', {}));
      await this.#makeFolder();
      return keepProfile(this.#profilePath(id), profile);
    });
  }

  async #read(id: string): Promise<Organization | null> {
    const stored = await this.#stored(id);
    const address = stored && addressOf(stored.address);
    if (stored === null || address?.ok !== true) return null;
    const { name, environment } = stored;
    const team = await this.team(id).head();
    return {
      id,
      name,
      address: stored.address,
      environment,
      host: address.value.host,
      ...(stored.tokenForm && { tokenForm: stored.tokenForm }),
      team,
    };
  }

  /**
   * Null where there is none; one that cannot be read, or of a newer Rollcall, is left as it is, and one that makes no
   * sense is set aside.
   */
  async #stored(id: string): Promise<z.infer<typeof storedOrganization> | null> {
    const found = await readJsonFile(this.#path(id), STORED);
    if (!found.ok) return null;
    if (found.value.setAside) this.#hasSetAside = true;
    return found.value.value;
  }

  async #dropPulled(id: string): Promise<void> {
    const head = await this.team(id).head();
    if (head !== null && 'host' in head.from) await this.team(id).forget();
  }

  async #makeFolder(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  #profilePath(id: string | null): string {
    return join(this.#folder, `${id ?? 'none'}.profile.json`);
  }

  async #inTurn<Value>(
    what: string,
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const done = this.#last
      .then(work)
      .catch((error: unknown) => failure(notKept(what, writeFailure(error, what))));
    this.#last = done;
    return done;
  }
}

function isId(name: string): boolean {
  return organizationId.safeParse(name).success;
}

function isSame(a: OrganizationDetails['address'], b: OrganizationDetails['address']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
