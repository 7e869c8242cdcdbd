import { describe, expect, it } from 'vitest';
import { cellsChange } from '../../../shared/roster/change.ts';
import {
  emptyHistory,
  excludedRows,
  MAX_STEPS,
  record,
  redo,
  type Step,
  undo,
} from '../../../shared/roster/history.ts';

const step = (label: string): Step => ({
  label,
  change: cellsChange([{ row: 1, position: 0, from: '', to: label }]),
});
const [one, two, three] = [step('one'), step('two'), step('three')];

describe('history', () => {
  it('undoes the last step first and redoes it', () => {
    const undone = undo(record(record(emptyHistory, one), two));
    expect(undone?.step).toBe(two);
    const redone = redo(undone?.history ?? emptyHistory);
    expect(redone?.step).toBe(two);
    expect(redone?.history).toEqual({ done: [one, two], undone: [] });
  });

  it('goes back step by step to the first, and forward again to the last', () => {
    let history = [one, two, three].reduce(record, emptyHistory);
    for (const step of [three, two, one]) {
      const undone = undo(history);
      expect(undone?.step).toBe(step);
      history = undone?.history ?? history;
    }
    expect(history).toEqual({ done: [], undone: [three, two, one] });
    for (const step of [one, two, three]) {
      const redone = redo(history);
      expect(redone?.step).toBe(step);
      history = redone?.history ?? history;
    }
    expect(history).toEqual({ done: [one, two, three], undone: [] });
  });

  it('has nothing to undo or redo at its ends', () => {
    expect(undo(emptyHistory)).toBeNull();
    expect(redo(record(emptyHistory, one))).toBeNull();
  });

  it('forgets what was undone when a new step is made', () => {
    const undone = undo(record(record(emptyHistory, one), two));
    expect(record(undone?.history ?? emptyHistory, three)).toEqual({ done: [one, three], undone: [] });
  });

  it('keeps the last thousand steps', () => {
    let history = emptyHistory;
    for (let count = 0; count < 1005; count += 1) history = record(history, step(String(count)));
    expect(history.done).toHaveLength(1000);
    expect(history.done[0]?.label).toBe('5');
    expect(history.done.at(-1)?.label).toBe('1004');
  });

  it('knows the rows that steps left out, until they are undone', () => {
    const excluded = [{ row: 7, cells: ['Ana'], header: 'Status', text: 'On leave' }];
    const leaving = { ...one, change: { ...one.change, excluded } };
    const left = [two, leaving, three].reduce(record, emptyHistory);
    expect(excludedRows(left)).toEqual(excluded);
    expect(excludedRows(undo(left)?.history ?? emptyHistory)).toEqual(excluded);
    const undone = undo(undo(left)?.history ?? emptyHistory)?.history ?? left;
    expect(excludedRows(undone)).toEqual([]);
    expect(excludedRows(redo(undone)?.history ?? emptyHistory)).toEqual(excluded);
  });

  it('knows the rows that a step left out which it has forgotten', () => {
    const excluded = [{ row: 7, cells: ['Ana'], header: 'Status', text: 'On leave' }];
    let history = record(emptyHistory, { ...one, change: { ...one.change, excluded } });
    expect('excluded' in history).toBe(false);
    for (let count = 0; count < MAX_STEPS; count += 1) history = record(history, two);
    expect(history.done.every(({ change }) => change.excluded === undefined)).toBe(true);
    expect(excludedRows(history)).toEqual(excluded);
    expect(excludedRows(record(history, three))).toEqual(excluded);
  });
});
