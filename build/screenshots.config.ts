import { defineConfig } from 'playwright/test';
import playwright from './playwright.config.ts';
import { fileURLToPath } from 'node:url';

/** `npm run screenshots`: takes the pictures of README.md from the built window. */
export default defineConfig({
  ...playwright,
  testDir: fileURLToPath(new URL('../test/screenshots', import.meta.url)),
  reporter: 'list',
});
