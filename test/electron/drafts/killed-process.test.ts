import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import { createRosterReader, type ReadRoster } from '../../../shared/roster/read-roster.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { draftRecord } from '../../../shared/drafts/draft-record.ts';
import { DraftReplay } from '../../../shared/drafts/replay-draft.ts';
import { applyChange, reverseChange } from '../../../shared/roster/change.ts';
import { emptyHistory, type History, record, redo, undo } from '../../../shared/roster/history.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { worked } from './drafts-here.ts';
import { deedOf, robotText } from './typing-robot.ts';
import { chances, runs, SEED } from '../../tier.ts';

/** Kills of a draft that begins with a file, and of one that begins with a text: 200 in the proof. */
const KILLS = runs(100);

/** The longest that a process lives after its first deed, in milliseconds. */
const LONGEST_LIFE = 500;

/** Milliseconds of typing that may be lost. */
const MOST_LOST = 1000;

let code = '';

beforeAll(async () => {
  code = await mkdtemp(join(tmpdir(), 'rollcall-typing-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: code,
      emptyOutDir: true,
      rolldownOptions: { input: 'test/electron/drafts/typing-process.ts' },
    },
  });
  return () => rm(code, { recursive: true });
}, 60_000);

/** When each deed was heard of, in milliseconds. */
type Heard = Map<number, number>;

/** Lets a robot type for a while after its first deed, and kills it; answers what it said until then, and when that was. */
async function typeAndKill(
  told: readonly string[],
  life: number,
): Promise<{ heard: Heard; killedAt: number }> {
  const child = spawn(process.execPath, [join(code, 'typing-process.js'), ...told], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const heard: Heard = new Map();
  const ended = once(child, 'exit');
  const isTyping = listen(child, heard);
  await Promise.race([isTyping, ended]);
  await wait(life);
  expect(child.exitCode).toBeNull();
  // Not when its end is heard of: on a busy machine that may be much later.
  const killedAt = performance.now();
  child.kill('SIGKILL');
  await ended;
  return { heard, killedAt };
}

function listen(child: ChildProcess, heard: Heard): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().trimEnd().split('\n')) heard.set(Number(line), performance.now());
      resolve();
    });
  });
}

function readRobotText(): ReadRoster {
  const reader = createRosterReader('people.txt');
  reader.add(parseText(robotText(), '\t'));
  return worked(reader.finish());
}

/** The roster and its history after so many deeds, done one after the other in this process. */
class Expected {
  readonly roster: Roster;
  history: History = emptyHistory;
  deeds = 0;

  constructor() {
    this.roster = readRobotText().roster;
  }

  reach(deeds: number): void {
    for (; this.deeds < deeds; this.deeds += 1) {
      const deed = deedOf(this.roster, this.history, this.deeds);
      const taken = deed === 'undo' ? undo(this.history) : deed === 'redo' ? redo(this.history) : null;
      const change = typeof deed === 'object' ? deed.change : taken?.step.change;
      if (change === undefined) throw new Error('Nothing to do');
      finish(applyChange(this.roster, deed === 'undo' ? finish(reverseChange(change)) : change));
      this.history = typeof deed === 'object' ? record(this.history, deed) : (taken?.history ?? this.history);
    }
  }
}

interface Recovered {
  readonly replay: DraftReplay;
  readonly deeds: number;
}

/** What is left of a roster; null where nothing was kept yet. */
async function recover(userData: string): Promise<Recovered | null> {
  const store = new DraftStore(userData, null);
  const { drafts, unreadable } = await store.list();
  for (const { id, why } of unreadable) {
    expect(why.code).toBe('draft.notBegun');
    worked(await store.discard(id));
  }
  const [left] = drafts;
  if (left === undefined) return null;
  const { draft, text } = worked(await store.reopen(left.id));
  await draft.leave();
  const replay = new DraftReplay();
  let deeds = 0;
  for (const line of text.trimEnd().split('\n')) {
    const told = draftRecord.parse(JSON.parse(line));
    expect(finish(replay.taking(told))).toBe('taken');
    deeds += Number(['past', 'step', 'undo', 'redo'].includes(told.kind));
  }
  // Killed before the rows were handed over: they are those of the file.
  if (!replay.isWhole) expect(finish(replay.takingFile(readRobotText(), 'kept'))).toBe('taken');
  expect(finish(replay.goingOn())).toBe('taken');
  return { replay, deeds };
}

function seen({ rows, nextId }: Roster): unknown {
  const textsOf = (cells: readonly string[]) =>
    cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
  return { nextId, rows: rows.map(({ id, cells }) => [id, textsOf(cells)]) };
}

describe.each(['a file', 'a text'])('a process that is killed while somebody types in %s', (what) => {
  it(`security 3: loses no more than the last second, whenever it is (${KILLS} kills, seed ${SEED})`, async () => {
    const chance = chances();
    const userData = await temporaryFolder();
    const path = join(userData, 'people.txt');
    await writeFile(path, robotText());
    const file = what === 'a file' ? [path] : [];
    let expected = new Expected();
    let begun = 0;
    for (let deeds = 0, kills = 0; kills < KILLS; kills += 1) {
      // Mostly soon, when the rows are not handed over yet; but the first lives until something must have been kept.
      const life = kills === 0 ? 2 * MOST_LOST : chance() ** 2 * LONGEST_LIFE;
      const { heard, killedAt } = await typeAndKill([userData, String(deeds), ...file], life);
      const recovered = await recover(userData);
      deeds = recovered?.deeds ?? 0;
      const lost = [...heard].filter(([nth, at]) => nth >= deeds && killedAt - at > MOST_LOST);
      expect(lost, `after ${kills} kills`).toEqual([]);
      if (recovered === null) {
        // Killed before anything was kept: the robot begins anew.
        expected = new Expected();
        continue;
      }
      begun += 1;
      expect(deeds).toBeGreaterThanOrEqual(expected.deeds);
      expected.reach(deeds);
      expect(seen(recovered.replay.roster)).toEqual(seen(expected.roster));
      expect(recovered.replay.history).toEqual(expected.history);
      if (chance() < 0.5) continue;
      // How a draft begins is met as often as how it goes on.
      await rm(join(userData, 'drafts'), { recursive: true });
      expected = new Expected();
      deeds = 0;
    }
    expect(begun).toBeGreaterThan(0);
  }, 1_800_000);
});
