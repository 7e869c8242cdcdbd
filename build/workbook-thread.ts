import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, normalizePath, type Plugin } from 'vite';

const from = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Lets tests start the thread that parses workbooks: a thread runs in Node itself, which knows no TypeScript, so it is
 * built when the first test asks for its address. In the app's own build it stands beside the file that starts it.
 */
export function workbookThread(): Plugin {
  const outDir = from('out/test/thread');
  return {
    name: 'workbook-thread',
    async load(id) {
      if (id !== normalizePath(from('electron/files/workbook/workbook-thread-url.ts'))) return null;
      await build({
        configFile: false,
        root: from(''),
        logLevel: 'error',
        build: {
          ssr: 'electron/files/workbook/workbook-thread.ts',
          outDir,
          rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
        },
        ssr: { noExternal: true },
      });
      const url = pathToFileURL(`${outDir}/workbook-thread.mjs`).href;
      return `export const workbookThreadUrl = new URL(${JSON.stringify(url)});`;
    },
  };
}
