import { expect, it, vi } from 'vitest';
import { reportError } from '../../../electron/system/support-log.ts';

it('security 19: a bug is logged with its kind and places, not with names or paths of files', () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const error = Object.assign(new TypeError('no “ana@acme.com” in /home/ana/secret.xlsx\nnor there'), {
    code: 'EIO',
  });
  reportError('0a1b2c3d', error);
  reportError('0a1b2c3e', 'ana@acme.com');
  const text = written.mock.calls.join('');
  expect(text).toMatch(/^rollcall: error 0a1b2c3d: TypeError EIO\n {4}at /);
  expect(text).toContain('error 0a1b2c3e: string\n');
  for (const secret of ['ana@acme.com', 'secret.xlsx', 'nor there']) expect(text).not.toContain(secret);
});
