import { expect, it } from 'vitest';
import { type DiagnosticFacts, diagnosticsText } from '../../../shared/app/diagnostics.ts';

const FACTS: DiagnosticFacts = {
  version: '1.2.3',
  window: 'desktop',
  system: 'win32 10.0.22631 x64',
  runtime: { electron: '45.4.1', node: '24.1.0' },
  locale: 'en-IE',
  settings: { 'test servers': 'refused', updates: 'on' },
  kept: { organizations: 1, uploads: 0 },
};

it('tells support the facts, each on its line, and the last lines of the log', () => {
  expect(diagnosticsText(FACTS, ['one', 'two'])).toBe(
    [
      'Rollcall 1.2.3, desktop app',
      'System: win32 10.0.22631 x64, en-IE',
      'Runs on: electron 45.4.1, node 24.1.0',
      'Settings: test servers refused, updates on',
      'Kept here: organizations 1, uploads 0',
      '',
      'The last lines of the log:',
      'one',
      'two',
      '',
    ].join('\n'),
  );
  expect(diagnosticsText({ ...FACTS, window: 'browser' }, [])).toMatch(
    /^Rollcall 1\.2\.3, in a browser\n[^]*\nThe log is empty\.\n$/,
  );
});
