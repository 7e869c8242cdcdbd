import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifySignature } from 'electron-updater/out/windowsExecutableCodeSignatureVerifier.js';
import { describe, expect, it } from 'vitest';
import { verifySigned } from '../../../electron/app-update/make-updater.ts';

const UNCHECKED = 'the signature could not be checked';
const PATH = String.raw`C:\cache\temp-Rollcall-setup.exe`;
const vouched = `LiteralPath: ${PATH}. Update Path: ${PATH}`;

/** The library as it notes and answers. */
const library =
  (answer: string | null, ...notes: string[]): typeof verifySignature =>
  (_publishers, _path, logger) => {
    for (const note of notes) logger.info(note);
    return Promise.resolve(answer);
  };

describe('security 30: an installer', () => {
  it('passes when Windows vouches for it', async () => {
    const verify = library(null, `Verifying signature ${PATH}`, vouched);
    expect(await verifySigned(['CN=Rollcall'], PATH, verify)).toBeNull();
    const byName = 'Signature validated using only CN Rollcall. Please add your full Distinguished Name (DN)';
    expect(await verifySigned(['Rollcall'], PATH, library(null, vouched, byName))).toBeNull();
  });

  it.each([
    [
      'cannot run PowerShell',
      ['Cannot execute Get-AuthenticodeSignature: x. Ignoring signature validation due to'],
    ],
    [
      'cannot tell which file was looked at',
      ['Unable to verify LiteralPath of update asset due to missing data.Path.'],
    ],
    [
      'says so after all',
      [vouched, 'Cannot execute ConvertTo-Json: x. Ignoring signature validation due to'],
    ],
    ['says nothing', []],
  ])('is refused where the library %s and would let it pass', async (_, notes) => {
    expect(await verifySigned(['CN=Rollcall'], PATH, library(null, ...notes))).toBe(UNCHECKED);
  });

  it('is refused where PowerShell fails', async () => {
    const verify = () => Promise.reject(new Error('Cannot execute Get-AuthenticodeSignature, stderr: x'));
    expect(await verifySigned(['CN=Rollcall'], PATH, verify)).toBe(UNCHECKED);
  });

  it('is refused where it is somebody else’s', async () => {
    expect(await verifySigned(['CN=Rollcall'], PATH, library('CN=Mallory', vouched))).toBe('CN=Mallory');
  });

  it.skipIf(process.platform === 'win32')(
    'is refused by the library’s own words where there is no PowerShell',
    async () => {
      const here = process.cwd();
      // Its command line leaves a file named NUL where it runs.
      process.chdir(await mkdtemp(join(tmpdir(), 'rollcall-')));
      try {
        const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
        expect(await verifySignature(['CN=Rollcall'], PATH, quiet)).toBeNull();
        expect(await verifySigned(['CN=Rollcall'], PATH)).toBe(UNCHECKED);
      } finally {
        process.chdir(here);
      }
    },
  );
});
