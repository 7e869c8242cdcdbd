import { describe, expect, it } from 'vitest';
import { shownText } from '../../../../renderer/grid/columns/shown-text.ts';
import { AT, columns } from '../../../../shared/person/catalogue.ts';

describe('shownText', () => {
  it('security 18: shows nothing of a temporary password, not even its length', () => {
    const short = shownText(AT.temporaryPassword, 'a');
    expect(short).toBe(shownText(AT.temporaryPassword, 'a much longer secret'));
    expect(short).not.toContain('a');
    expect(shownText(AT.temporaryPassword, '')).toBe('');
  });

  it('shows y and n as marks, and whatever else stands there as it is', () => {
    expect(shownText(AT.phoneChannel, 'y')).toBe('✓');
    expect(shownText(AT.phoneChannel, 'n')).toBe('–');
    expect(shownText(AT.phoneChannel, 'Yes')).toBe('Yes');
    expect(shownText(AT.phoneChannel, '')).toBe('');
  });

  it('shows line breaks as a sign on one line', () => {
    expect(shownText(AT.profile, 'one\r\ntwo\nthree\rfour')).toBe('one ↵ two ↵ three ↵ four');
  });

  it('shows no more of a long text than a cell has room for', () => {
    const shown = shownText(AT.profile, `${'a'.repeat(9_999_999)}\n`);
    expect(shown).toMatch(/^a{2000,}…$/);
    expect(shown.length).toBeLessThan(10_000);
  });

  it('shows every other text as typed, of the file’s own columns too', () => {
    expect(shownText(AT.employeeId, '007')).toBe('007');
    expect(shownText(columns.length + 1, ' n ')).toBe(' n ');
  });
});
