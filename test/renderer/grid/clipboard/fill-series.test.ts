import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf } from '../../../../renderer/grid/clipboard/fill-series.ts';
import { AT } from '../../../../shared/person/catalogue.ts';

/** The next three texts, and the one before. */
function around(texts: readonly string[], position: number = AT.employeeId) {
  const series = seriesOf(texts, position);
  return series && [...[0, 1, 2].map((offset) => series(texts.length + offset)), series(-1)];
}

describe('seriesOf', () => {
  it('counts IDs on with their zeros', () => {
    expect(around(['0001', '0002'])).toEqual(['0003', '0004', '0005', '0000']);
    expect(around(['0098', '0099'])).toEqual(['0100', '0101', '0102', '0097']);
    expect(around(['9998', '9999'])).toEqual(['10000', '10001', '10002', '9997']);
    expect(around(['9', '10'])).toEqual(['11', '12', '13', '8']);
    expect(around(['E-7'])).toEqual(['E-8', 'E-9', 'E-10', 'E-6']);
  });

  it('goes by the step of several, down as well, and never below zero', () => {
    expect(around(['010', '020', '030'])).toEqual(['040', '050', '060', '000']);
    expect(around(['A3', 'A2'])).toEqual(['A1', 'A0', null, 'A4']);
    expect(around(['90071992547409919', '90071992547409920'])?.[0]).toBe('90071992547409921');
  });

  it('is none where texts differ in more than an even step', () => {
    for (const texts of [
      ['1', '2', '4'],
      ['A1', 'B2'],
      ['01', '002'],
      ['5', '5'],
      ['a', 'b'],
      ['', ''],
      ['1.8', '1.9'],
    ])
      expect(around(texts)).toBeNull();
  });

  it('counts nothing where texts are chosen or written', () => {
    for (const position of [AT.teamLeader, AT.email, AT.role, AT.groups, AT.profile, AT.temporaryPassword])
      expect(around(['0001', '0002'], position)).toBeNull();
  });

  it('knows days and months', () => {
    const dates = (...texts: string[]) => around(texts, AT.startDate);
    expect(dates('2026-02-27', '2026-02-28')).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
      '2026-02-26',
    ]);
    expect(dates('2026-01-31', '2026-02-28')).toEqual([
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2025-12-31',
    ]);
    expect(dates('2026-01-05', '2026-01-12')).toEqual([
      '2026-01-19',
      '2026-01-26',
      '2026-02-02',
      '2025-12-29',
    ]);
    expect(dates('2026-01-05')?.[0]).toBe('2026-01-06');
    for (const texts of [['01/02/2026', '01/02/2027'], ['2026-02-30'], ['2026-01-01', '2026-01-01'], ['']])
      expect(dates(...texts)).toBeNull();
  });

  it('continues with what it began with', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 6 }),
        (from, step, count) => {
          const texts = Array.from({ length: count + 1 }, (_, index) => `X${from + index * step}`);
          const series = seriesOf(texts.slice(0, 2), AT.employeeId);
          expect(texts.map((_, index) => series?.(index))).toEqual(texts);
        },
      ),
    );
  });
});
