import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shareOf, tableOf, type Trial, tryEncodings } from './try-encodings.ts';

let trials: readonly Trial[] = [];
beforeAll(async () => {
  trials = await tryEncodings();
  mkdirSync('out/test', { recursive: true });
  writeFileSync(join('out/test', 'encodings.txt'), tableOf(trials));
}, 240_000);

/** What went wrong, for the message of a floor that does not hold. */
function wrong(of: readonly Trial[]): string[] {
  return of
    .filter(({ right }) => !right)
    .map(({ language, encoding, rows, readAs }) => `${language}, ${encoding}, ${rows} rows: ${readAs}`);
}

describe('the encodings of lists in forty languages, detected (table: out/test/encodings.txt)', () => {
  it('reads Unicode right in every list, and is sure of it', () => {
    const unicode = trials.filter(({ encoding }) => encoding.startsWith('utf-'));
    expect(unicode.length).toBeGreaterThan(500);
    expect(unicode.filter(({ right, confidence }) => !right || confidence !== 'sure')).toEqual([]);
  });

  const floors = [
    [3, 0.97],
    [30, 0.99],
    [3000, 0.99],
  ] as const;
  for (const [rows, floor] of floors)
    it(`reads at least ${floor * 100} of 100 legacy lists of ${rows} people right`, () => {
      const of = trials.filter((trial) => trial.rows === rows && !trial.encoding.startsWith('utf-'));
      expect(of.length).toBeGreaterThan(100);
      expect(
        shareOf(of, ({ right }) => right),
        wrong(of).join('\n'),
      ).toBeGreaterThanOrEqual(floor);
    });

  it('reads at least 99.8 of 100 lists right where it calls its reading likely', () => {
    const likely = trials.filter(({ confidence }) => confidence === 'likely');
    expect(likely.length).toBeGreaterThan(500);
    expect(
      shareOf(likely, ({ right }) => right),
      wrong(likely).join('\n'),
    ).toBeGreaterThanOrEqual(0.998);
  });

  it('reads at least 85 of 100 lists of every encoding right', () => {
    // EUC-JP with rare characters in a list of names reads as well as Chinese.
    const encodings = new Set(trials.map(({ encoding }) => encoding).filter((name) => name !== 'euc-jp'));
    for (const encoding of encodings) {
      const of = trials.filter((trial) => trial.encoding === encoding);
      expect(
        shareOf(of, ({ right }) => right),
        wrong(of).join('\n'),
      ).toBeGreaterThanOrEqual(0.85);
    }
  });
});
