import { describe, expect, it } from 'vitest';
import {
  describeOmissions,
  exportName,
  markHidden,
  previewRows,
  previewText,
  USUAL,
} from '../../../renderer/export/export-choices.ts';
import { exportRoster, planningFor } from '../../../renderer/export/export-roster.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { judgingRows } from '../../../shared/rules/verdict.ts';
import { openRows, testFile, testSession } from '../test-session.ts';

const HEADER =
  'Role\tCan Manage Teams\tEmail Address\tFirst Name\tLast Name\tPhone Channel\tChat Channel\tEmail Channel\tTeam Leader\tTemporary Password\tShirt';
const PEOPLE = [
  HEADER,
  'Agent\tn\tbob@acme.example\tBob\tLarsen\ty\ty\ty\tana@acme.example\tTr0ub4dor&3\tM',
  'Leader\tyes\tana@acme.example\tAna\tRuiz\ty\ty\ty\tboss@acme.example\t\tL',
];

const planFor = (...args: Parameters<typeof planningFor>) => finish(planningFor(...args));

/** The plan for a document and choices, and the verdict on it. */
function plannedFor(...[document, choices]: Parameters<typeof planningFor>) {
  const plan = planFor(document, choices);
  return { plan, verdict: finish(judgingRows(plan, document.roster, document.checker)) };
}

async function open(answers: Parameters<typeof testSession>[0] = {}) {
  const { session, asked } = testSession(answers);
  return { session, asked, document: await openRows(session, PEOPLE) };
}

it('names the file after the roster and the form', () => {
  expect(exportName('spring.xlsx', 'unicode-text')).toBe('spring.txt');
  expect(exportName('Sample roster', 'utf8-csv')).toBe('Sample roster.csv');
  expect(exportName('.txt', 'xlsx')).toBe('roster.xlsx');
});

it('plans leaders first and without unrecognised columns by default', async () => {
  const { document } = await open();
  const plan = planFor(document, USUAL);
  expect(plan.written).toEqual([2, 1]);
  expect(plan.carriedLeftOut).toEqual(['Shirt']);
});

describe('what Agent Connect would say', () => {
  it('is counted by kind over the rows that are written', async () => {
    const { document } = await open();
    const { verdict: all } = plannedFor(document, USUAL);
    expect(all).toMatchObject({ kind: 'errors', rows: 2, refused: 1 });
    expect(all.kind === 'errors' && all.kinds).toContainEqual({ code: 'yesNo.invalid', count: 1 });
    const { verdict: valid } = plannedFor(document, { ...USUAL, rows: 'valid' });
    expect(valid).toMatchObject({
      kind: 'notChecked',
      unchecked: [
        { what: 'leftOutLeaders', count: 1, leaders: [2] },
        { what: 'people', count: 1 },
        { what: 'roles', count: 1 },
      ],
    });
  });

  it('names the columns that are not in the file', async () => {
    const { document } = await open();
    expect(describeOmissions(planFor(document, USUAL), null)).toEqual([
      'Not in the file, because Agent Connect does not take it there: Shirt.',
    ]);
  });
});

it('says why people are left out, by every column that says so', async () => {
  const { document } = await open();
  const plan = planFor(document, USUAL);
  const apart = (header: string, text: string) => ({ row: 9, header, text, cells: [] });
  const said = (...excluded: ReturnType<typeof apart>[]) => describeOmissions({ ...plan, excluded }, null)[0];
  expect(said(apart('Status', 'Leave'))).toBe(
    '1 person is left out for what “Status” says (“Leave”), and goes to a second file beside it.',
  );
  expect(said(apart('Status', 'Leave'), apart('Exit', '2026-05-31'), apart('Status', 'Leave'))).toBe(
    '3 people are left out for what “Status” and “Exit” say (“Leave”, “2026-05-31”), and go to a second file beside it.',
  );
});

describe('the preview', () => {
  it('security 18: shows the lines as they are written, but masks temporary passwords', async () => {
    const { document } = await open();
    const rows = previewRows(document.roster, planFor(document, USUAL));
    expect(rows.map((cells) => cells[2])).toEqual(['Email Address', 'ana@acme.example', 'bob@acme.example']);
    expect(rows.flat()).not.toContain('Tr0ub4dor&3');
    const text = previewText(document.roster, planFor(document, USUAL), USUAL);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain('Leader\tyes\tana@acme.example');
    expect(text).not.toContain('Tr0ub4dor');
    expect(text).toContain('••••••••');
  });

  it('marks what a text editor does not show, and leaves it in its place', () => {
    const pieces = markHidden('a\t"b\nc"\r\n', true);
    expect(pieces.map(({ text }) => text)).toEqual(['BOM ', 'a', '→\t', '"b', ' LF\n', 'c"', ' CR LF\n']);
  });
});

describe('exporting', () => {
  const writing = {
    'write.begin': () => success({ write: 'w'.repeat(16) }),
    'write.append': () => success({}),
    'write.finish': () => success({ file: testFile('out.txt'), bytes: 1, replaced: 0 }),
    'write.cancel': () => success({}),
  };

  it('writes the rows that are left out to a file that the host names, and counts both', async () => {
    const { session, document } = await open({
      ...writing,
      'file.leftOut': () => success({ file: testFile('out – left out.txt') }),
    });
    const choices = { ...USUAL, rows: 'valid' } as const;
    const exporting = exportRoster(session, document, plannedFor(document, choices), choices);
    session.store.getState().chooser?.done(testFile('out.txt'));
    expect(await exporting).toMatchObject({
      ok: true,
      value: { main: { rows: 1 }, leftOut: { rows: 1 }, accepted: true },
    });
  });

  it('replaces the roster’s own file by no fewer rows, and asks for another', async () => {
    const linked = { ...testFile('link to roster.txt'), handle: 'l'.repeat(16) };
    const { session, document } = await open({
      ...writing,
      'file.isSame': ({ file }) => success({ isSame: file === linked.handle }),
      'file.leftOut': () => success({ file: testFile('out – left out.txt') }),
    });
    const choices = { ...USUAL, rows: 'valid' } as const;
    const owned = { ...document, file: testFile('roster.txt') };
    const exporting = exportRoster(session, owned, plannedFor(document, choices), choices);
    session.store.getState().chooser?.done(linked);
    await expect.poll(() => session.store.getState().chooser?.purpose).toBe('source');
    expect(session.store.getState().chooser).toMatchObject({ what: '1 row (line 3) and the column “Shirt”' });
    session.store.getState().chooser?.done(null);
    expect(await exporting).toBeNull();

    const again = exportRoster(session, owned, plannedFor(document, choices), choices);
    session.store.getState().chooser?.done(linked);
    await expect.poll(() => session.store.getState().chooser?.purpose).toBe('source');
    const question = session.store.getState().chooser;
    if (question?.purpose === 'source') question.done('again');
    await expect.poll(() => session.store.getState().chooser?.purpose).toBe('save');
    session.store.getState().chooser?.done(testFile('out.txt'));
    expect(await again).toMatchObject({ ok: true, value: { main: { rows: 1 } } });
  });

  it('still says what was written when the second file could not be', async () => {
    const { session, document } = await open(writing);
    const choices = { ...USUAL, rows: 'valid' } as const;
    const exporting = exportRoster(session, document, plannedFor(document, choices), choices);
    session.store.getState().chooser?.done(testFile('out.txt'));
    expect(await exporting).toMatchObject({
      ok: true,
      value: { main: { rows: 1 }, leftOut: { failure: { code: 'call.unavailable' } } },
    });
  });

  it('answers the failure of the first file, and nothing when the user thinks better of it', async () => {
    const full = failure(failed('write.diskFull', { name: 'out.txt' }));
    const { session, document } = await open({ ...writing, 'write.finish': () => full });
    const failing = exportRoster(session, document, plannedFor(document, USUAL), USUAL);
    session.store.getState().chooser?.done(testFile('out.txt'));
    expect(await failing).toEqual(full);
    const left = exportRoster(session, document, plannedFor(document, USUAL), USUAL);
    session.store.getState().chooser?.done(null);
    expect(await left).toBeNull();
  });
});
