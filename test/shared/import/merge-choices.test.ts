import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES, withColumnTaken, withMeant } from '../../../shared/import/merge-columns.ts';

describe('withColumnTaken', () => {
  it('leaves a column out, and takes it again', () => {
    const without = withColumnTaken(DEFAULT_CHOICES, 3, false);
    expect([...without.leftOut]).toEqual([3]);
    expect([...withColumnTaken(without, 3, true).leftOut]).toEqual([]);
  });

  it('leaves every other column as it was, and the choices before too', () => {
    const two = withColumnTaken(withColumnTaken(DEFAULT_CHOICES, 3, false), 5, false);
    expect([...withColumnTaken(two, 3, true).leftOut]).toEqual([5]);
    expect([...two.leftOut]).toEqual([3, 5]);
    expect([...DEFAULT_CHOICES.leftOut]).toEqual([]);
  });

  it('changes nothing where a column is as it is wanted already', () => {
    const without = withColumnTaken(DEFAULT_CHOICES, 3, false);
    expect(withColumnTaken(without, 3, false)).toEqual(without);
    expect(withColumnTaken(without, 4, true)).toEqual(without);
  });
});

describe('withMeant', () => {
  const meant = (choices = DEFAULT_CHOICES): unknown[] => [...choices.meant];

  it('says whom a line means, and takes it back', () => {
    const chosen = withMeant(DEFAULT_CHOICES, 1, 7);
    expect(meant(chosen)).toEqual([[1, 7]]);
    expect(meant(withMeant(chosen, 1, null))).toEqual([]);
    expect(meant(withMeant(chosen, 1, 8))).toEqual([[1, 8]]);
  });

  it('lets nobody be meant by two lines, but any number of them be someone new', () => {
    const chosen = withMeant(withMeant(DEFAULT_CHOICES, 1, 7), 2, 'new');
    expect(meant(withMeant(chosen, 3, 7))).toEqual([
      [2, 'new'],
      [3, 7],
    ]);
    expect(meant(withMeant(chosen, 3, 'new'))).toEqual([
      [1, 7],
      [2, 'new'],
      [3, 'new'],
    ]);
  });
});
