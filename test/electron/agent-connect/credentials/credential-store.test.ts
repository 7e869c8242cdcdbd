import { createCipheriv, createDecipheriv } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCredentialStore } from '../../../../electron/agent-connect/credentials/credential-store.ts';
import type { Protection } from '../../../../electron/agent-connect/credentials/protection.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import { temporaryFolder } from '../../host/temporary.ts';

const ACME = 'production acme.api.stellaconnect.net';
const PAIR = { key: 'key-of-acme-1234', secret: 'secret-of-acme-5678' };
const OTHER = { key: 'key-of-other-4321', secret: 'secret-of-other-8765' };
const ENDS = { key: '1234', secret: '5678' };
const MEMORY = /kept in memory until Rollcall ends, and never on disk\.$/;

/** A keyring, which really encrypts. */
function keyring({
  backend,
  prefix = 'v11',
  password = 1,
}: {
  backend?: string;
  prefix?: string;
  password?: number;
}): Protection {
  const [secret, iv] = [Buffer.alloc(32, password), Buffer.alloc(12, 7)];
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
    encryptStringAsync: (text) => {
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([Buffer.from(prefix), cipher.getAuthTag(), body]));
    },
    decryptStringAsync: (encrypted) => {
      const decipher = createDecipheriv('aes-256-gcm', secret, iv).setAuthTag(encrypted.subarray(3, 19));
      try {
        return Promise.resolve({
          result: decipher.update(encrypted.subarray(19), undefined, 'utf8') + decipher.final('utf8'),
        });
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error('decryption failed'));
      }
    },
  };
}

const GNOME = { backend: 'gnome_libsecret' };

async function storesIn(folder: string | null = null) {
  const used = join(folder ?? (await temporaryFolder()), 'credentials');
  return {
    folder: used,
    storeWith: (protection: Protection) =>
      createCredentialStore({ disk: { folder: used, protection }, environment: null }),
  };
}

/** Every file of a folder as it is. */
async function bytesIn(folder: string): Promise<Buffer> {
  const names = await readdir(folder).catch(() => []);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

describe('security 17: where the operating system protects them', () => {
  it.each([
    ['Windows and macOS', keyring({ prefix: 'v10' })],
    ['a Linux desktop', keyring(GNOME)],
  ])('they are kept from start to start: %s', async (_, protection) => {
    const { folder, storeWith } = await storesIn();
    const kept = { ends: ENDS, kept: 'protected', why: null };
    expect(await storeWith(protection).set(ACME, PAIR)).toEqual({ ok: true, value: kept });
    const later = storeWith(protection);
    expect(await later.state(ACME)).toEqual(kept);
    expect(await later.get(ACME)).toEqual({ ok: true, value: PAIR });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) {
      expect(name).toMatch(/^[0-9a-f]{32}\.json$/);
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('nothing in the folder tells them, or whose they are', async () => {
    const { folder, storeWith } = await storesIn();
    await storeWith(keyring(GNOME)).set(ACME, PAIR);
    const bytes = await bytesIn(folder);
    expect(bytes.length).toBeGreaterThan(0);
    for (const hidden of [PAIR.key, PAIR.secret, 'acme'])
      for (const form of [
        hidden,
        Buffer.from(hidden, 'utf16le'),
        Buffer.from(hidden).toString('base64').slice(0, -2),
      ])
        expect(bytes.includes(form)).toBe(false);
  });

  it('security 20: they are bound to what they are for', async () => {
    const { folder, storeWith } = await storesIn();
    const store = storeWith(keyring(GNOME));
    await store.set(ACME, PAIR);
    for (const other of ['test acme.api.stellaconnect.net', 'production other.api.stellaconnect.net'])
      expect(await store.get(other)).toEqual({ ok: true, value: null });
    await store.set('production other.api.stellaconnect.net', OTHER);
    const [one = '', two = ''] = (await readdir(folder)).map((name) => join(folder, name));
    const [first, second] = [await readFile(one), await readFile(two)];
    await writeFile(one, second);
    await writeFile(two, first);
    expect(await storeWith(keyring(GNOME)).get(ACME)).toEqual({ ok: true, value: null });
  });

  it('they can be forgotten, with all that was set aside', async () => {
    const { folder, storeWith } = await storesIn();
    await storeWith(keyring(GNOME)).set(ACME, PAIR);
    const store = storeWith(keyring({ ...GNOME, password: 2 }));
    await store.set(ACME, OTHER);
    expect(await readdir(folder)).toHaveLength(2);
    expect(await store.forget(ACME)).toEqual({
      ok: true,
      value: { ends: null, kept: 'protected', why: null },
    });
    expect(await readdir(folder)).toEqual([]);
    expect(await store.get(ACME)).toEqual({ ok: true, value: null });
    expect((await store.forget(ACME)).ok).toBe(true);
  });
});

describe('security 17: where it does not', () => {
  it.each<[string, Protection]>([
    ['basic_text', keyring({ backend: 'basic_text' })],
    ['unknown', keyring({ backend: 'unknown' })],
    ['a ciphertext that begins v10', keyring({ ...GNOME, prefix: 'v10' })],
    ['no encryption', { ...keyring(GNOME), isAsyncEncryptionAvailable: () => Promise.resolve(false) }],
    [
      'encryption that fails',
      { ...keyring(GNOME), encryptStringAsync: () => Promise.reject(new Error('locked')) },
    ],
  ])('they are in memory alone, and that is said: %s', async (_, protection) => {
    const { folder, storeWith } = await storesIn();
    const store = storeWith(protection);
    const expected = { ends: ENDS, kept: 'memory', why: expect.stringMatching(MEMORY) as string };
    expect(await store.set(ACME, PAIR)).toEqual({ ok: true, value: expected });
    expect(await store.state(ACME)).toEqual(expected);
    expect(await store.get(ACME)).toEqual({ ok: true, value: PAIR });
    expect(await bytesIn(folder)).toHaveLength(0);
    expect(await storeWith(protection).get(ACME)).toEqual({ ok: true, value: null });
    // What was found out is not promised again, for these or for another organization.
    const unset = { ...expected, ends: null };
    expect(await store.forget(ACME)).toEqual({ ok: true, value: unset });
    expect(await store.state('another')).toEqual(unset);
  });

  it.each<[string, Protection]>([
    ['basic_text', keyring({ backend: 'basic_text' })],
    ['no encryption', { ...keyring(GNOME), isAsyncEncryptionAvailable: () => Promise.resolve(false) }],
    [
      'no answer',
      { ...keyring(GNOME), isAsyncEncryptionAvailable: () => Promise.reject(new Error('no bus')) },
    ],
  ])('no keyring is promised before anything is entered: %s', async (_, protection) => {
    const { storeWith } = await storesIn();
    const expected = { ends: null, kept: 'memory', why: expect.stringMatching(MEMORY) as string };
    expect(await storeWith(protection).state(ACME)).toEqual(expected);
  });

  it.each([
    ['the keyring is another one', keyring({ backend: 'kwallet6' })],
    ['it does not give them back', keyring({ ...GNOME, password: 2 })],
  ])('they are asked for again, and the old ones stay: %s', async (_, changed) => {
    const { folder, storeWith } = await storesIn();
    await storeWith(keyring(GNOME)).set(ACME, PAIR);
    const before = await bytesIn(folder);
    const store = storeWith(changed);
    expect(await store.get(ACME)).toEqual({ ok: true, value: null });
    expect(await store.state(ACME)).toEqual({
      ends: null,
      kept: 'protected',
      why: 'A key and a secret were kept here, and the keyring of this computer does not give them back. Enter them again.',
    });
    expect(await bytesIn(folder)).toEqual(before);
    await store.set(ACME, OTHER);
    expect(await storeWith(changed).get(ACME)).toEqual({ ok: true, value: OTHER });
    expect((await bytesIn(folder)).includes(before)).toBe(true);
  });

  it('they are in memory where the disk does not take them', async () => {
    const parent = await temporaryFolder();
    await writeFile(join(parent, 'credentials'), 'a file in the way');
    const { storeWith } = await storesIn(parent);
    const store = storeWith(keyring(GNOME));
    expect(await store.set(ACME, PAIR)).toMatchObject({
      value: { kept: 'memory', why: expect.stringContaining('could not be written to disk (E') as string },
    });
    expect(await store.get(ACME)).toEqual({ ok: true, value: PAIR });
  });

  it('a damaged file is no more than none', async () => {
    const { folder, storeWith } = await storesIn();
    await storeWith(keyring(GNOME)).set(ACME, PAIR);
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), '{"version":1');
    expect(await storeWith(keyring(GNOME)).get(ACME)).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([`${name}.unreadable`]);
  });

  it('a folder that others can look into is closed', async () => {
    const { folder, storeWith } = await storesIn();
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    await storeWith(keyring(GNOME)).set(ACME, PAIR);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('security 17: without a disk', () => {
  it('they last as long as the process', async () => {
    const store = createCredentialStore({ disk: null, environment: null });
    expect(await store.state(ACME)).toMatchObject({
      ends: null,
      kept: 'memory',
      why: expect.stringMatching(MEMORY) as string,
    });
    expect(await store.set(ACME, PAIR)).toMatchObject({ value: { ends: ENDS, kept: 'memory' } });
    expect(await store.get(ACME)).toEqual({ ok: true, value: PAIR });
    expect(await store.forget(ACME)).toMatchObject({ value: { ends: null } });
    expect(await store.get(ACME)).toEqual({ ok: true, value: null });
  });

  it('security 20: those of the environment are for the first address that takes them, and no other', async () => {
    const store = createCredentialStore({ disk: null, environment: PAIR });
    const told = { ends: ENDS, kept: 'environment', why: null };
    expect(await store.state('test other')).toEqual(told);
    expect(await store.get(ACME)).toEqual({ ok: true, value: PAIR });
    expect(await store.state(ACME)).toEqual(told);
    expect(await store.get('test other')).toEqual({ ok: true, value: null });
    await store.set(ACME, OTHER);
    expect(await store.get(ACME)).toEqual({ ok: true, value: OTHER });
  });
});

describe('what is given', () => {
  it.each([
    ['The API key', { ...PAIR, key: 'two words' }],
    ['The API key', { ...PAIR, key: '' }],
    ['The API secret', { ...PAIR, secret: 'naïve' }],
  ])('must be something that can be sent: %s', async (which, given) => {
    const store = createCredentialStore({ disk: null, environment: null });
    const answer = await store.set(ACME, given);
    expect(answer).toMatchObject({ failure: { code: 'connect.badCredentials', facts: { which } } });
    expect(answer.ok ? '' : failureSentence(answer.failure, READ_LATER)).not.toContain(given.secret);
    expect(await store.get(ACME)).toEqual({ ok: true, value: null });
  });

  it('security 17: is shown by its end, and never by more than half of it', async () => {
    const store = createCredentialStore({ disk: null, environment: null });
    expect(await store.set(ACME, { key: ' abc\n', secret: 'x' })).toMatchObject({
      value: { ends: { key: 'c', secret: '' } },
    });
    expect(await store.get(ACME)).toEqual({ ok: true, value: { key: 'abc', secret: 'x' } });
  });
});
