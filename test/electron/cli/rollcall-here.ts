import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { run } from '../../../electron/cli/run.ts';
import { type ColumnKey, columnOf, columns } from '../../../shared/person/catalogue.ts';
import type { ExitCode } from '../../../electron/cli/streams.ts';

/** Runs the command line in this process and answers what it said. */
export async function rollcall(...argv: string[]): Promise<{ code: ExitCode; out: string; err: string }> {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const code = await run(argv, { out: sink('out'), err: sink('err'), terminal: null });
  return { code, ...said };
}

/** A temporary folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const keys = columns.filter((column) => column.standard).map((column) => column.key);
const header = columns.filter((column) => column.standard).map((column) => column.header);

/** A person without problems who leads themself to nobody: the leader is `lead@acme.com`. */
const PERSON: Partial<Record<ColumnKey, string>> = {
  role: 'Team Member',
  canManageTeams: 'n',
  firstName: 'Ana',
  lastName: 'Ruiz',
  phoneChannel: 'y',
  chatChannel: 'y',
  emailChannel: 'n',
  teamLeader: 'lead@acme.com',
};

/** The row of a person without problems, but for what is given. */
export function personRow(cells: Partial<Record<ColumnKey, string>>): string[] {
  return keys.map((key) => cells[key] ?? PERSON[key] ?? '');
}

/** A team leader, led by someone of the current team whom the rules warn about. */
export const LEADER = personRow({
  role: 'Team Leader',
  canManageTeams: 'y',
  email: 'lead@acme.com',
  firstName: 'Lea',
  lastName: 'Der',
  teamLeader: 'boss@acme.com',
});

/** Writes rows below the standard header as Unicode text and answers the path. */
export async function writeRows(folder: string, rows: string[][], name = 'roster.txt'): Promise<string> {
  return writeText(folder, name, [header, ...rows].map((cells) => `${cells.join('\t')}\r\n`).join(''));
}

/** The same with the column that says who is deactivated, which is no standard one. */
export async function writeStatuses(
  folder: string,
  people: readonly (readonly [row: string[], deactivated: string])[],
  name = 'roster.txt',
): Promise<string> {
  const rows = people.map(([row, deactivated]) => [...row, deactivated]);
  const lines = [[...header, columnOf('deactivated').header], ...rows];
  return writeText(folder, name, lines.map((cells) => `${cells.join('\t')}\r\n`).join(''));
}

/** Writes a text as UTF-16 with a byte order mark and answers the path. */
export async function writeText(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
  return path;
}

/** The verdict as the JSON documents of `check` and `export` have it. */
export const verdictDocument = z.strictObject({
  kind: z.enum(['errors', 'notChecked', 'ready', 'nothing', 'otherForm']),
  rows: z.number(),
  refused: z.number(),
  unchecked: z.array(z.strictObject({ what: z.string(), count: z.number().nullable() })),
  against: z.strictObject({
    mode: z.enum(['create', 'update']),
    team: z.strictObject({ people: z.number(), takenAt: z.string() }).nullable(),
    roles: z.number().nullable(),
    groups: z.number().nullable(),
    today: z.string(),
  }),
});
