import { createInterface } from 'node:readline';
import { type FileLock, lockFile } from '../../../electron/files/record-log/lock-file.ts';

// A process of its own that locks the files whose paths it is told, a line each, says what came of each, and lets go of
// the last one by an empty line.
let lock: FileLock | null = null;
for await (const path of createInterface(process.stdin)) {
  if (path === '') await lock?.release();
  else {
    const locked = await lockFile(path);
    if (locked.ok) lock = locked.value;
    process.stdout.write(`${locked.ok ? 'locked' : locked.failure.code}\n`);
  }
}
