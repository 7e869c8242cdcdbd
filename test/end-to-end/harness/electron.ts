import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from 'playwright/test';
import { findElectron } from './find-electron.ts';
import { isolatedEnvironment } from './host.ts';
import { test as base } from './rollcall.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Fixtures {
  /** Starts the built app in Electron, opening `file` if there is one; skips the test where Electron cannot run. */
  launchElectron: (file?: string) => Promise<ElectronApplication>;
}

/** Playwright's `test` with the built app in real Electron. */
export const test = base.extend<Fixtures>({
  launchElectron: async ({}, use) => {
    const found = findElectron();
    test.skip('missing' in found, 'missing' in found ? found.missing : '');
    const userData = await mkdtemp(join(tmpdir(), 'rollcall-data-'));
    const apps: ElectronApplication[] = [];
    await use(async (file) => {
      const app = await _electron.launch({
        ...('path' in found && { executablePath: found.path }),
        args: [root, ...rootArgs(), ...(file === undefined ? [] : [file])],
        env: definedOnly(isolatedEnvironment(userData)),
      });
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
    await rm(userData, { recursive: true, force: true });
  },
});

export { expect } from './rollcall.ts';

/** Chromium refuses to sandbox itself for root, as whom containers run. */
function rootArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Playwright takes no undefined values; ELECTRON_RUN_AS_NODE, which editors set, would open no window. */
function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
