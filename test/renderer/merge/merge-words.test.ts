import { describe, expect, it } from 'vitest';
import { actionLabel, doneSentence, firstTab, notUnderstood } from '../../../renderer/merge/merge-words.ts';
import { fileOf, planHere, readRows } from '../../shared/merge/merge-here.ts';

const HEADER = ['Email', 'Home Town'];

/** The plan of adding so many new people and one who changes or not. */
function planOf(added: number, changes: boolean) {
  const rows = Array.from({ length: added }, (_, index) => [`new${index}@acme.com`, 'Lima']);
  const open = readRows([HEADER, ['ana@acme.com', 'Cork'], ['ben@acme.com', 'Cork']]).roster;
  return planHere(open, fileOf([HEADER, ['ana@acme.com', changes ? 'Galway' : 'Cork'], ...rows]));
}

describe('actionLabel and doneSentence', () => {
  it('say what will be done and what was done', () => {
    expect(actionLabel(planOf(0, false))).toBeNull();
    expect(actionLabel(planOf(1, false))).toBe('Add 1 person');
    expect(actionLabel(planOf(1200, true))).toBe('Add 1,200 and change 1');
    expect(actionLabel(planOf(0, true))).toBe('Change 1 person');
    expect(doneSentence(planOf(2, true))).toBe('Added 2 people and changed 1.');
    expect(doneSentence(planOf(2, false))).toBe('Added 2 people.');
    expect(doneSentence(planOf(0, true))).toBe('Changed 1 person.');
  });
});

describe('firstTab', () => {
  it('is the first with people of the file', () => {
    expect(firstTab(planOf(1, true))).toBe('added');
    expect(firstTab(planOf(0, true))).toBe('changed');
    expect(firstTab(planOf(0, false))).toBe('unchanged');
  });
});

describe('notUnderstood', () => {
  it('names the first columns and counts the others', () => {
    const headers = ['Desk', 'Shift', 'Floor', 'Badge', 'Car'];
    expect(notUnderstood(headers)).toContain('“Desk”, “Shift”, “Floor”, “Badge”, and 1 more. They');
    expect(notUnderstood(headers.slice(0, 1))).toContain('“Desk”. It');
    expect(notUnderstood([])).toBeNull();
  });
});
