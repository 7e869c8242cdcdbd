import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, onTestFinished } from 'vitest';

/** Another process that locks files. */
interface LockingProcess {
  /** Answers `locked`, or the code of the failure. */
  lock(path: string): Promise<string>;
  release(): void;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<unknown>;
}

/** Builds what such processes run, once for a test file; answers what starts one. */
export function lockingProcesses(): () => LockingProcess {
  let code = '';
  beforeAll(async () => {
    code = await mkdtemp(join(tmpdir(), 'rollcall-locking-'));
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ...{ ssr: true, outDir: code, emptyOutDir: true },
        rolldownOptions: { input: 'test/electron/files/locking-process.ts' },
      },
    });
    return () => rm(code, { recursive: true });
  }, 60_000);
  return () => start(join(code, 'locking-process.js'));
}

function start(program: string): LockingProcess {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    lock: async (path) => {
      child.stdin.write(`${path}\n`);
      const answer = await answers.next();
      return answer.done === true ? 'ended' : answer.value;
    },
    release: () => void child.stdin.write('\n'),
    kill: (signal) => void child.kill(signal),
    ended: once(child, 'exit'),
  };
}
