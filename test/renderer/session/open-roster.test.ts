import { describe, expect, it } from 'vitest';
import { edit } from '../../../renderer/session/edit-roster.ts';
import { newRoster } from '../../../renderer/session/open-roster.ts';
import { AT } from '../../../shared/columns/catalogue.ts';
import { putBlock } from '../../../shared/roster/put-block.ts';
import { documentOf, testSession } from '../test-session.ts';

describe('newRoster', () => {
  it('checks the people who are added as those of a file', () => {
    const { session } = testSession();
    newRoster(session);
    const { roster } = documentOf(session);
    const area = { rows: [], newRows: 1, positions: [AT.role, AT.email] };
    edit(session, 'Paste', putBlock(roster, area, [['Team Member', 'bob@@acme.com']]));

    const { counts, checker } = documentOf(session);
    const codes = roster.rows.flatMap(({ id }) => checker.problemsOf(id).map(({ code }) => code));
    expect(codes).toContain('email.invalid');
    expect(codes).toContain('required');
    expect(counts.error + counts.warning).toBe(codes.length);
  });
});
