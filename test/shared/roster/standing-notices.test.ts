import { expect, it } from 'vitest';
import { type Notice, standingNotices } from '../../../shared/roster/notices.ts';

const NOTICES: readonly Notice[] = [
  { kind: 'blankRows', lines: [4] },
  { kind: 'claimedTwice', key: 'email', headers: ['Mail', 'E-mail'], taken: null },
  { kind: 'unnamedColumn', header: 'Column 7' },
  { kind: 'carriedColumns', headers: ['Name', 'Note'] },
];
const columnsWith = (...headers: string[]) => ({
  optional: [],
  carried: headers.map((header, index) => ({ position: 20 + index, header })),
});

it('says no more of a column that has been taken for another, and goes on with the others', () => {
  expect(standingNotices(NOTICES, columnsWith('Mail', 'E-mail', 'Column 7', 'Name', 'Note'))).toEqual(
    NOTICES,
  );
  expect(standingNotices(NOTICES, columnsWith('Note'))).toEqual([
    NOTICES[0],
    { kind: 'carriedColumns', headers: ['Note'] },
  ]);
  expect(standingNotices(NOTICES, columnsWith())).toEqual([NOTICES[0]]);
});
