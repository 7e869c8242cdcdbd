import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readJournal } from '../../../../electron/agent-connect/journal/read-journal.ts';
import { UploadJournal } from '../../../../electron/agent-connect/journal/upload-journal.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { KEY, SECRET, simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { crowd } from './crowd.ts';
import { chances, runs, SEED } from '../../../tier.ts';

/** Kills of each upload. */
const KILLS = runs(100);
const PEOPLE = Math.max(240, KILLS * 12);

/** The longest that a process lives after it has begun, in milliseconds. */
const LONGEST_LIFE = 220;

let code = '';

beforeAll(async () => {
  code = await mkdtemp(join(tmpdir(), 'rollcall-push-'));
  const input = 'test/electron/agent-connect/push/push-process.ts';
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: true, outDir: code, emptyOutDir: true, rolldownOptions: { input } },
  });
  return () => rm(code, { recursive: true });
}, 60_000);

interface Upload {
  readonly simulator: Simulator;
  readonly path: string;
  readonly welcome: 'now' | 'delayed';
}

function start({ simulator, path, welcome }: Upload, how: 'begin' | 'resume'): ChildProcess {
  const given = [simulator.url, path, KEY, SECRET, String(PEOPLE), welcome, how];
  const child = spawn(process.execPath, [join(code, 'push-process.js'), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Lets a process live for a while after it has begun, and kills it; answers whether it was over before. */
async function killAfter(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const ended = once(child, 'exit');
  const said = child.stdout ? once(child.stdout, 'data') : Promise.resolve();
  await Promise.race([said, ended]);
  await Promise.race([wait(milliseconds), ended]);
  const isOver = child.exitCode !== null;
  child.kill('SIGKILL');
  await ended;
  return isOver;
}

async function killAgainAndAgain(upload: Upload, chance: () => number): Promise<number> {
  let kills = 0;
  while (kills < KILLS) {
    const read = await readJournal(upload.path);
    if (!read.ok) {
      // Before all of it was on disk nothing was sent, and it begins anew.
      expect(upload.simulator.log.filter(({ method }) => method === 'POST')).toEqual([]);
      await rm(upload.path, { force: true });
    } else expect(sumOf(read.value.run.counts)).toBe(PEOPLE);
    const isOver = await killAfter(start(upload, read.ok ? 'resume' : 'begin'), chance() * LONGEST_LIFE);
    if (isOver) break;
    kills += 1;
  }
  return kills;
}

async function finish(upload: Upload): Promise<void> {
  for (let lives = 0; lives < 4; lives += 1) {
    const child = start(upload, 'resume');
    const [exit] = (await once(child, 'exit')) as [number | null];
    expect(exit).toBe(0);
    const read = await readJournal(upload.path);
    if (read.ok && read.value.run.phase === 'finished' && read.value.run.counts.unknown === 0) return;
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Those who are there twice or not at all, with another leader, or invited otherwise than once. */
function wrongPeople({ simulator, welcome }: Upload): string[] {
  const people = simulator.directory.people.slice(45);
  return crowd(PEOPLE).flatMap(({ email, body }) => {
    const found = people.filter(({ fields }) => fields.email === email);
    const leader = simulator.directory.numbered(found[0]?.leader ?? 0)?.fields.email;
    const isInvited = found[0]?.invitations === (welcome === 'now' ? 1 : 0);
    return found.length === 1 && leader === body.team_leader_email && isInvited ? [] : [email];
  });
}

describe('a process that is killed', () => {
  it.each(['delayed', 'now'] as const)(
    `security 22, 23: leaves nobody out and makes nobody twice, whenever it is (welcome %s, ${KILLS} kills, seed ${SEED})`,
    async (welcome) => {
      const simulator = await simulatorHere();
      for (let after = 7; after < PEOPLE; after += 40)
        simulator.faults.add({ method: 'POST', kind: 'lose', after });
      const upload = { simulator, welcome, path: join(await temporaryFolder(), 'June.journal') };
      const kills = await killAgainAndAgain(upload, chances());
      await finish(upload);
      expect(wrongPeople(upload)).toEqual([]);
      expect(simulator.log.filter(({ status }) => status === 422 || status === 400)).toEqual([]);
      expect(simulator.directory.people).toHaveLength(45 + PEOPLE);
      const read = await readJournal(upload.path);
      if (!read.ok) throw new Error(read.failure.code);
      expect(read.value.run.counts).toMatchObject({ created: PEOPLE });
      expect(kills).toBeGreaterThanOrEqual(KILLS / 2);
    },
    1_800_000,
  );

  it('security 5: keeps everybody else away from its journal while it lives', async () => {
    const simulator = await simulatorHere({ latency: 20 });
    const path = join(await temporaryFolder(), 'June.journal');
    const child = start({ simulator, path, welcome: 'delayed' }, 'begin');
    if (child.stdout) await once(child.stdout, 'data');
    expect(await UploadJournal.open(path)).toMatchObject({
      failure: { code: 'record.held' },
    });
    await killAfter(child, 0);
    const opened = await UploadJournal.open(path);
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.close();
  });
});
