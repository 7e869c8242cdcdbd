import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

const versions = z.record(z.string(), z.string()).optional();
const Asking = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  engines: z.unknown().optional(),
});
const Locked = Asking.extend({
  peerDependencies: versions,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).optional(),
  resolved: z.string().optional(),
  libc: z.array(z.string()).optional(),
});
type Locked = z.infer<typeof Locked>;

const lock = z.object({ packages: z.record(z.string(), Locked) }).parse(readJson('package-lock.json'));
const packages = new Map(Object.entries(lock.packages));

describe('the lock file', () => {
  it('has every package that another one asks for, also those for other systems', () => {
    const missing = [...packages].flatMap(([path, locked]) =>
      namesAskedFor(locked)
        .filter((name) => !isFoundFrom(path, name))
        .map((name) => `${path || 'package.json'} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('asks for what package.json asks for', () => {
    expect(Asking.parse(packages.get(''))).toEqual(Asking.parse(readJson('package.json')));
  });

  it('is what `npm ci` can install, without a network', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-lock-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(name, join(folder, name));
    const run = runNpm(folder, ['ci', '--dry-run', '--offline', '--cache', 'cache']);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('names no registry', () => {
    expect([...packages].filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('is the same from npm 10 and from npm 11', () => {
    // npm 11 notes the C library that a package is for, npm 10 deletes the note.
    // `npx npm@10 install --package-lock-only` does so at once.
    expect([...packages].filter(([, { libc }]) => libc !== undefined)).toEqual([]);
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function namesAskedFor(locked: Locked): string[] {
  const peers = Object.keys(locked.peerDependencies ?? {});
  return [
    ...Object.keys(locked.dependencies ?? {}),
    ...Object.keys(locked.devDependencies ?? {}),
    ...Object.keys(locked.optionalDependencies ?? {}),
    ...peers.filter((name) => locked.peerDependenciesMeta?.[name]?.optional !== true),
  ];
}

/** Looks where Node would: in the package's own node_modules, then in those above it. */
function isFoundFrom(path: string, name: string): boolean {
  if (packages.has(join(path, 'node_modules', name).replaceAll('\\', '/'))) return true;
  return path !== '' && isFoundFrom(folderAbove(path), name);
}

function folderAbove(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1));
}

function runNpm(cwd: string, args: readonly string[]): { status: number | null; stderr: string } {
  const npm = process.env['npm_execpath'];
  const options = { cwd, encoding: 'utf8' } as const;
  return npm === undefined
    ? spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true })
    : spawnSync(process.execPath, [npm, ...args], options);
}
