import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * One build for every door into the house: the desktop shell, its preload, the web host, the command line, the
 * workbook thread and the window. Everything but Electron is bundled, so that the packaged app needs no node_modules
 * and the command line starts fast.
 */
export default defineConfig(({ mode }) => ({
  main: {
    // By the mode alone: Vite would believe a NODE_ENV that somebody's shell happens to have.
    define: { 'import.meta.env.DEV': String(mode === 'development') },
    build: {
      outDir: from('out/main'),
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: from('electron/shell/main.ts'),
          rollcall: from('electron/cli/rollcall.ts'),
          'web-host': from('electron/web-host/main.ts'),
          'workbook-thread': from('electron/files/workbook/workbook-thread.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: from('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('electron/shell/preload.ts') },
        external: ['electron'],
        // A sandboxed preload is CommonJS: https://www.electronjs.org/docs/latest/tutorial/esm
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    build: {
      outDir: from('out/renderer'),
      emptyOutDir: true,
      minify: true,
      manifest: true,
      // One file of styles, so that parts of the window that are loaded later are never drawn without theirs.
      cssCodeSplit: false,
      rolldownOptions: {
        input: { index: from('renderer/index.html') },
        output: {
          // How zod is set up is in its own file, so that it stands before the first schema in whatever file that is.
          codeSplitting: {
            groups: [{ name: 'zod', test: /[\\/](?:node_modules[\\/]zod[\\/]|zod-without-eval)/ }],
          },
        },
      },
    },
  },
}));
