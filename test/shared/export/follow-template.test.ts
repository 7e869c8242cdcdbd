import { describe, expect, it } from 'vitest';
import {
  delimiterOf,
  followTemplate,
  templateColumns,
  templateKeys,
} from '../../../shared/export/template.ts';
import { type ExportOptions, planExport, planRows } from '../../../shared/export/plan-export.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { createTextParser } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';

const EXPORT: ExportOptions = { rows: 'all', leadersFirst: false, passwords: true, carried: false };
const SAVE: ExportOptions = { ...EXPORT, carried: true };

/** Templates of both generations, in an order of their own, with a column that nobody knows. */
const OLDER = [
  'License type*',
  'Last Name*',
  'First Name*',
  'Email Address',
  'Cost Centre',
  'Team Leader*',
  'Phone Channel* (y/n)',
];
const NEWER = [
  'Email Address',
  '*Role',
  '*Can Manage Teams',
  '*First Name',
  '*Last Name',
  'Temporary Password',
];

function read(text: string) {
  const parser = createTextParser('\t');
  const reader = createRosterReader('people.txt');
  reader.add(parser.push(text));
  reader.add(parser.end());
  const made = reader.finish();
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

const { roster } = read(
  [
    'Role\tCan Manage Teams\tEmail Address\tFirst Name\tLast Name\tPhone Channel\tTeam Leader\tTemporary Password\tCost centre\tNotes',
    'Agent\tn\tana@acme.com\tAna\tRuiz\ty\tlea@acme.com\tXy7!kk-20\t0042\tshy',
    'Agent\tn\tbob@acme.com\tBob\tRay\tn\tlea@acme.com\t\t\t',
  ].join('\r\n'),
);

function rowsOf(headers: readonly string[], options: ExportOptions, lacking?: 'leftOut' | 'written') {
  const plan = followTemplate(
    finish(planExport(roster, () => [], options)),
    roster,
    templateColumns({ headers }),
    lacking,
  );
  return { plan, rows: [...planRows(roster, plan, 'written')] };
}

describe('followTemplate', () => {
  it('writes exactly its headers in its order, by their text and not by their place', () => {
    expect(rowsOf(OLDER, EXPORT).rows).toEqual([
      OLDER,
      ['', 'Ruiz', 'Ana', 'ana@acme.com', '0042', 'lea@acme.com', 'y'],
      ['', 'Ray', 'Bob', 'bob@acme.com', '', 'lea@acme.com', 'n'],
    ]);
    expect(rowsOf(NEWER, EXPORT).rows[1]).toEqual(['ana@acme.com', 'Agent', 'n', 'Ana', 'Ruiz', 'Xy7!kk-20']);
  });

  it('names the columns with text that it lacks, and no others', () => {
    expect(rowsOf(OLDER, EXPORT).plan.carriedLeftOut).toEqual([
      'Role',
      'Can Manage Teams',
      'Temporary Password',
      'Notes',
    ]);
    expect(rowsOf(OLDER, { ...EXPORT, passwords: false }).plan.carriedLeftOut).not.toContain(
      'Temporary Password',
    );
  });

  it('keeps temporary passwords out where they are not wanted', () => {
    expect(rowsOf(NEWER, { ...EXPORT, passwords: false }).rows[1]?.at(-1)).toBe('');
  });

  it('loses nothing of what is saved: columns with text that it lacks follow', () => {
    const { rows, plan } = rowsOf(NEWER, SAVE, 'written');
    expect(rows[0]).toEqual([...NEWER, 'Phone Channel', 'Team Leader', 'Cost centre', 'Notes']);
    expect(plan.carriedLeftOut).toEqual([]);
    const again = read(serialize(rows, '\t')).roster;
    expect(again.rows.map(({ cells }) => cells.slice(0, 20))).toEqual(
      roster.rows.map(({ cells }) => cells.slice(0, 20)),
    );
  });

  it('fills columns of one header in the order in which the roster carries them', () => {
    const twice = read('First Name\tLast Name\tEmail\tTag\tTag\nAna\tRuiz\ta@b.co\t1\t2').roster;
    const plan = finish(planExport(twice, () => [], EXPORT));
    const headers = ['Tag', 'First Name', 'TAG', 'Tag'];
    const followed = followTemplate(plan, twice, templateColumns({ headers }));
    expect([...planRows(twice, followed, 'written')]).toEqual([headers, ['1', 'Ana', '2', '']]);
  });
});

describe('a template', () => {
  it('is known by the columns that its headers name', () => {
    expect(templateKeys({ headers: OLDER })).toEqual([
      'licenseType',
      'lastName',
      'firstName',
      'email',
      'teamLeader',
      'phoneChannel',
    ]);
  });

  it('separates cells as it does, but not in a workbook', () => {
    expect(delimiterOf('unicode-text', { delimiter: ';' })).toBe(';');
    expect(delimiterOf('utf8-csv', null)).toBe(',');
    expect(delimiterOf('xlsx', { delimiter: ',' })).toBe('\t');
  });
});
