import { createHash, randomBytes } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processStart } from './record-log/process-start.ts';

/** Tells the computers apart that write to one folder. */
const COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const NAME = new RegExp(`^\\.rollcall\\.${COMPUTER}-(\\d+)-[0-9a-f]{16}\\.tmp$`);

/**
 * A new name for a file that is written beside its target and takes its place: it says who writes it. It is not made of
 * the target's name, which may be as long as the system allows.
 */
export function temporaryName(): string {
  return `.rollcall.${COMPUTER}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/** Removes from a folder what processes of this computer were writing when they were killed: it holds people. */
export async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const writer = NAME.exec(name)?.[1];
    if (writer === undefined || (await processStart(Number(writer))) !== null) continue;
    await unlink(join(folder, name)).catch(() => undefined);
  }
}
