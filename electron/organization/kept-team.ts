import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { readTeamHead, teamLines } from '../../shared/team/team-text.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { oddPeopleOf, type OddPerson, type TeamHead } from '../../shared/team/team-head.ts';
import { writeFile } from '../files/write-file.ts';
import { systemCode, writeFailure } from '../system/file-failures.ts';
import { notKept } from './not-kept.ts';

/** The snapshot of a current team in a file, for its owner alone. */
export interface KeptTeam {
  /** What its first line says; null where there is none, or it cannot be read. */
  head(): Promise<TeamHead | null>;
  /** All of it as text, or `team.none`, `team.newer`, `team.damaged`; `name` is the organization's. */
  read(name: string): Promise<Result<string, Failure>>;
  /** Puts a snapshot in the place of the one before, whole or not at all. */
  write(
    team: CurrentTeam,
    from: TeamHead['from'],
    name: string,
    odd?: readonly OddPerson[],
  ): Promise<Result<TeamHead, Failure>>;
  forget(): Promise<void>;
}

/** Bytes that the first line has at most: it tells all columns at worst, and ten odd people with all their fields. */
const MOST_HEAD = 32 << 10;

/** People written between two pauses of the process. */
const SLICE = 1000;

/** The snapshot that is kept at a path, whose folder is there when it is written. */
export function createKeptTeam(path: string): KeptTeam {
  return {
    async head() {
      const line = await firstLine(path).catch(() => null);
      const read = line === null ? null : readTeamHead(line);
      if (read === null || read === 'newer') return null;
      const { takenAt, people, from, odd } = read;
      return { takenAt, people, from, ...(odd && { odd }) };
    },
    async read(name) {
      try {
        const text = await readFile(path, 'utf8');
        const head = readTeamHead(text.slice(0, Math.max(0, text.indexOf('\n'))));
        if (head === 'newer') return failure(failed('team.newer', { name }));
        return head === null ? failure(failed('team.damaged', { name })) : success(text);
      } catch (error) {
        const code = systemCode(error) === 'ENOENT' ? 'team.none' : 'team.damaged';
        return failure(failed(code, { name }));
      }
    },
    async write(team, from, name, odd = []) {
      const what = `The current team of “${name}”`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      } catch (error) {
        return failure(notKept(what, writeFailure(error, name)));
      }
      const oddPeople = oddPeopleOf(odd) ?? undefined;
      const head = {
        takenAt: team.takenAt,
        people: team.people.length,
        from,
        ...(oddPeople && { odd: oddPeople }),
      };
      const bytes = await encode(teamLines(team, from, oddPeople));
      const written = await writeFile(path, bytes, () => Promise.resolve(null));
      return written.ok ? success(head) : failure(notKept(what, written.failure));
    },
    forget: () => rm(path, { force: true }),
  };
}

async function firstLine(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_HEAD), 0, MOST_HEAD, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    const end = text.indexOf('\n');
    return end < 0 ? null : text.slice(0, end);
  } finally {
    await file.close();
  }
}

/** Makes the bytes of many lines without holding the process, which has windows to serve. */
async function encode(lines: Iterable<string>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let part = '';
  let count = 0;
  for (const line of lines) {
    part += line;
    count += 1;
    if (count % SLICE !== 0) continue;
    parts.push(Buffer.from(part));
    part = '';
    await breathe();
  }
  return Buffer.concat([...parts, Buffer.from(part)]);
}
