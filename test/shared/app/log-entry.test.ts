import { describe, expect, it } from 'vitest';
import { logLine } from '../../../shared/app/diagnostics.ts';

const at = new Date('2026-03-01T09:30:00.000Z');
const secrets = ['ana@acme.com', 'secret.xlsx', 'nor there', '/home/ana', 'Ana'];

function bugLine(error: unknown): string {
  return logLine({ kind: 'bug', id: '0a1b2c3d', error }, at);
}

describe('a line of the log', () => {
  it('tells when, what failed and how, in codes', () => {
    expect(logLine({ kind: 'failure', place: 'file.open', code: 'file.notText' }, at)).toBe(
      '2026-03-01T09:30:00.000Z failure file.open file.notText',
    );
  });

  it('tells of a start on which system it was', () => {
    const start = {
      kind: 'start',
      version: '1.2.3',
      platform: 'win32',
      arch: 'x64',
      window: 'desktop',
    } as const;
    expect(logLine(start, at)).toBe('2026-03-01T09:30:00.000Z start 1.2.3 win32 x64 desktop');
  });

  it('security 19: tells of a bug its kind, code and places, and no message, name or folder', () => {
    const error = Object.assign(new TypeError('no “ana@acme.com” in /home/ana/secret.xlsx\nnor there'), {
      code: 'EIO',
    });
    error.stack = [
      'TypeError: no “ana@acme.com” in /home/ana/secret.xlsx',
      'nor there',
      '    at readAna (file:///home/ana/Rollcall/out/main/main.js:12:34)',
      '    at async Promise.all (index 0)',
      '    at node:internal/process/task_queues:95:5',
    ].join('\n');
    expect(bugLine(error)).toBe(
      '2026-03-01T09:30:00.000Z bug 0a1b2c3d TypeError EIO main.js:12:34 ? node:internal/process/task_queues:95:5',
    );
  });

  it('security 19: tells nothing of what only looks like a name in the code', () => {
    const error = new Error('x');
    error.name = 'Ana of acme.com';
    Object.assign(error, { code: 'secret.xlsx' });
    for (const one of [error, 'ana@acme.com', { name: 'Ana' }])
      for (const secret of secrets) expect(bugLine(one)).not.toContain(secret);
  });

  it('stays one line, however deep the bug', () => {
    const error = new Error('deep');
    error.stack = `Error: deep\n${'    at f (file:///a/main.js:1:1)\n'.repeat(80)}`;
    expect(bugLine(error).split('\n')).toHaveLength(1);
    expect(bugLine(error).length).toBeLessThan(400);
  });
});
