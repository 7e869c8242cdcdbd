import { describe, expect, it } from 'vitest';
import { inOrder, tellingCells, understandPreview } from '../../../renderer/import/readings.ts';
import { failed } from '../../../shared/failures/failures.ts';

const reading = (encoding: 'utf-8' | 'windows-1250' | 'windows-1252' | 'cp850', whole = true) => ({
  encoding,
  whole,
  lines: [],
});

it('lists the encoding of the open file, the likely ones, the possible ones, then those that cannot be', () => {
  const readings = [
    reading('utf-8', false),
    reading('windows-1252'),
    reading('windows-1250'),
    reading('cp850'),
  ];
  const form = {
    kind: 'text',
    encoding: 'cp850',
    bom: false,
    confidence: 'guess',
    others: ['windows-1250'],
  } as const;
  const names = (listed: readonly { encoding: string }[]): string[] => listed.map(({ encoding }) => encoding);
  expect(names(inOrder(readings, form))).toEqual(['cp850', 'windows-1250', 'windows-1252', 'utf-8']);
  expect(names(inOrder(readings, null))).toEqual(['windows-1252', 'windows-1250', 'cp850', 'utf-8']);
});

it('shows the cells that tell encodings apart, never a password, and what cannot be seen as a sign', () => {
  const lines = [
    'Staff of ñ',
    'Role;First Name;Temporary Password;Town',
    'Agent;"José";ñandú;',
    'Agent;Zo\u0081ë;é;Köln',
  ];
  const known = {
    dialect: { delimiter: ';', quote: 'double', wrapped: false },
    secret: new Set([2]),
  } as const;
  expect(tellingCells({ encoding: 'windows-1252', whole: true, lines }, known)).toEqual([
    ['Staff of ñ'],
    ['José'],
    ['Zo␦ë', 'Köln'],
  ]);
});

const TEXT = { kind: 'text', encoding: 'utf-8', bom: false, confidence: 'sure', others: [] } as const;

const preview = (text: string, isAll = true) => ({ form: TEXT, text, isAll, whole: true });

const LIST = 'Spring\r\n\r\nRole;Email;Temporary Password;Shirt\r\nAgent;a@b.c;secret;M\r\n';

describe('understandPreview', () => {
  it('shows each row as it would come in, and what its columns would be', () => {
    const { rows, columns, header, detectedHeader, dialect, refusal } = understandPreview(
      'a.csv',
      preview(LIST),
      {},
    );
    expect(rows.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'above'],
      [2, 'above'],
      [3, 'header'],
      [4, 'person'],
    ]);
    expect(columns.map(({ key }) => key)).toEqual(['role', 'email', 'temporaryPassword', null]);
    expect({ header, detectedHeader, dialect, refusal }).toEqual({
      header: 3,
      detectedHeader: 3,
      dialect: { delimiter: ';', quote: 'double', wrapped: false },
      refusal: null,
    });
  });

  it('reads it as the user says, and knows a password by the header that was found', () => {
    const none = understandPreview('a.csv', preview(LIST), { header: 'none' });
    expect(none.rows.map(({ kind }) => kind)).toEqual(['person', 'leftOut', 'person', 'person']);
    expect(none.columns[2]).toEqual({ key: 'temporaryPassword', name: 'Column 3' });
    const bars = understandPreview('a.csv', preview(LIST), { delimiter: '|', header: 3 });
    expect(bars.rows[2]?.cells).toEqual(['Role;Email;Temporary Password;Shirt']);
    expect(bars.doubts).toEqual([expect.stringContaining('Only one column was found')]);
    expect(bars.detected.delimiter).toBe(';');
  });

  it('doubts a file in which nothing looks like a header, and shows it without one', () => {
    const { header, detectedHeader, doubts, refusal, rows } = understandPreview(
      'a.csv',
      preview('Agent|a@b.c\r\nAgent|b@b.c\r\n'),
      {},
    );
    expect({ header, detectedHeader, refusal }).toEqual({
      header: 'none',
      detectedHeader: null,
      refusal: null,
    });
    expect(doubts).toEqual([expect.stringContaining('No line names columns')]);
    expect(rows.map(({ kind }) => kind)).toEqual(['person', 'person']);
  });

  it('says why a choice would not open', () => {
    const { refusal, rows } = understandPreview('a.csv', preview(LIST), { header: 2 });
    expect(refusal).toEqual(failed('roster.noSuchHeader', { name: 'a.csv', line: 2, lines: 4 }));
    expect(rows).toHaveLength(4);
  });

  it('leaves out the row that the beginning of a file has cut, with its quote', () => {
    const { rows, noticed } = understandPreview('a.csv', preview('Role,Email\r\nAgent,"a\r\n', false), {});
    expect(rows.map(({ cells }) => cells)).toEqual([['Role', 'Email']]);
    expect(noticed.join(' ')).not.toContain('quotation mark');
  });
});
