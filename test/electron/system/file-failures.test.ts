import { expect, it } from 'vitest';
import { readFailure } from '../../../electron/system/file-failures.ts';

const error = (code: string) => Object.assign(new Error(`${code}: unknown error, read`), { code });

it.each([
  ['UNKNOWN', 'Windows, of a placeholder of OneDrive'],
  ['EDEADLK', 'macOS, of a file without its data'],
])('says that a file is available online only: %s (%s)', (code) => {
  expect(readFailure(error(code), 'June.txt')).toEqual({
    code: 'file.onlineOnly',
    facts: { name: 'June.txt' },
  });
});

it('names the code of what it knows nothing about', () => {
  expect(readFailure(error('EIO'), 'June.txt')).toEqual({
    code: 'file.readFailed',
    facts: { name: 'June.txt', reason: 'EIO' },
  });
});
