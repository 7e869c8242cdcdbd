import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { OrganizationLocks } from '../../../electron/uploads/organization-locks.ts';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { temporaryFolder } from '../host/temporary.ts';

const HOST = 'acme.api.stellaconnect.net';
const WINDOW = { where: 'window', name: 'spring.txt', since: '2026-11-30T10:42:00.000Z' } as const;
const COMMAND = { where: 'commandLine', name: 'June.xlsx', since: '2026-11-30T10:43:00.000Z' } as const;

let folder = '';
let locks = new OrganizationLocks('');

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'uploads');
  locks = new OrganizationLocks(folder);
});

describe('the lock of an organization', () => {
  it('security 34: refuses a second run, and says which one is running', async () => {
    const target = { host: HOST, environments: ['production'] } as const;
    const first = await locks.hold(target, WINDOW);
    if (!first.ok) throw new Error(first.failure.code);
    const second = await locks.hold({ host: HOST, environments: ['test', 'production'] }, COMMAND);
    expect(second).toMatchObject({
      failure: { code: 'run.elsewhere', facts: { host: HOST, holder: WINDOW } },
    });
    if (!second.ok)
      expect(failureSentence(second.failure, READ_LATER)).toMatch(
        /^“spring\.txt” is being uploaded to “acme\.api\.stellaconnect\.net” in a window of Rollcall on this computer, since 30 Nov, \d\d:42, so nothing was sent just now\./,
      );
    await first.value.release();
    expect(await readdir(folder)).toEqual([]);
    expect((await locks.hold(target, COMMAND)).ok).toBe(true);
  });

  it('security 34: is of one address and environment', async () => {
    const hold = (host: string, environment: 'test' | 'production') =>
      locks.hold({ host, environments: [environment] }, WINDOW);
    expect((await hold(HOST, 'production')).ok).toBe(true);
    expect((await hold(HOST, 'test')).ok).toBe(true);
    expect((await hold('other.api.stellaconnect.net', 'test')).ok).toBe(true);
    expect((await hold(HOST, 'test')).ok).toBe(false);
  });

  it('security 6, 34: leaves nothing half held, and keeps what it says for its owner alone', async () => {
    const production = { host: HOST, environments: ['production'] } as const;
    expect((await locks.hold(production, WINDOW)).ok).toBe(true);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    const both = { host: HOST, environments: ['test', 'production'] } as const;
    expect((await locks.hold(both, COMMAND)).ok).toBe(false);
    expect((await locks.hold({ host: HOST, environments: ['test'] }, COMMAND)).ok).toBe(true);
  });
});
