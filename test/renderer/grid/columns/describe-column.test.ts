import { describe, expect, it } from 'vitest';
import { describeColumn, isRequiredAt } from '../../../../renderer/grid/columns/describe-column.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

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
