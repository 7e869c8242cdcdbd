import { describe, expect, it } from 'vitest';
import { describeColumn, isRequiredAt, shownText } from '../../../../renderer/grid/view/grid-columns.ts';
import { AT, type ColumnKey, columns } from '../../../../shared/person/catalogue.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

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

async function documentWith(template: readonly ColumnKey[] | null) {
  const { session } = testSession();
  await openRows(session, ['*Role\tEmail Address\tCost Centre', 'Coach\tana@acme.example\t12']);
  const { roster, checker } = documentOf(session);
  return { roster, checker: check(roster, { ...checker.settings, template }) };
}

describe('describeColumn', () => {
  it('says that a column is required, as the organization’s template has it', async () => {
    const own = await documentWith(null);
    expect(describeColumn(own, AT.role)).toBe(
      [
        'Role (required)',
        'What the person does in Agent Connect.',
        'The exact name of a role that your organization has.',
      ].join('\n'),
    );
    expect(isRequiredAt(own, AT.licenseType)).toBe(false);
    expect(isRequiredAt(own, AT.homeTown)).toBe(false);
    const older = await documentWith(['firstName', 'lastName', 'licenseType']);
    expect(describeColumn(older, AT.role)).toMatch(/^Role\nWhat/);
    expect(isRequiredAt(older, AT.licenseType)).toBe(true);
    expect(isRequiredAt(older, AT.firstName)).toBe(true);
  });

  it('says that a column of the file is not known', async () => {
    const document = await documentWith(null);
    const [carried] = document.roster.columns.carried;
    if (carried === undefined) throw new Error('The column is not carried');
    expect(describeColumn(document, carried.position)).toMatch(/^Cost Centre: a column that Agent Connect/);
    expect(isRequiredAt(document, carried.position)).toBe(false);
  });
});
