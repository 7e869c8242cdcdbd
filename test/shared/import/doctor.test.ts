import { describe, expect, it } from 'vitest';
import { damageSentence, type Diagnosis, takenSentence, whatItIs } from '../../../shared/import/diagnosis.ts';
import { Doctor } from '../../../shared/import/doctor.ts';
import type { HeaderChoice } from '../../../shared/roster/find-header.ts';
import type { Delimiter } from '../../../shared/text/formats.ts';
import { createTextParser } from '../../../shared/text/parse-text.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';
import { PLAIN_SHEET } from '../roster/plain-sheet.ts';

type TextForm = Extract<SourceForm, { kind: 'text' }>;
const UTF_16: TextForm = { kind: 'text', encoding: 'utf-16le', bom: true, confidence: 'sure', others: [] };

/** Examines a text that comes in slices of some characters. */
function examine(
  text: string,
  {
    form = UTF_16,
    delimiter = '\t',
    slice = 7,
    header = null,
  }: { form?: SourceForm; delimiter?: Delimiter; slice?: number; header?: HeaderChoice | null } = {},
): Diagnosis {
  const doctor = new Doctor(form, delimiter, header);
  const parser = createTextParser(delimiter);
  for (let from = 0; from < text.length; from += slice) {
    const part = text.slice(from, from + slice);
    doctor.add(part, parser.push(part));
  }
  doctor.add('', parser.end());
  return doctor.finish();
}

/** The damage found in one column below a known header. */
function damageIn(values: readonly string[], header = 'Employee ID') {
  const rows = values.map((value) => `Agent\ta@b.c\t${value}`);
  return examine(['Role\tEmail Address\t' + header, ...rows, ''].join('\r\n')).damage;
}

const many = (count: number, make: (place: number) => string): string[] =>
  Array.from({ length: count }, (_, place) => make(place));

describe('the form of a file', () => {
  it('is taken by Agent Connect only as Excel writes Unicode text', () => {
    const text = 'Role\tEmail Address\r\nAgent\ta@b.c\r\n';
    const obstacles = (form: SourceForm, delimiter: Delimiter = '\t', of = text) =>
      examine(of.replaceAll('\t', delimiter), { form, delimiter }).obstacles;
    expect(obstacles(UTF_16)).toEqual([]);
    expect(obstacles(UTF_16, ',')).toEqual([]);
    expect(obstacles(UTF_16, ';')).toEqual(['delimiter']);
    expect(obstacles({ ...UTF_16, bom: false })).toEqual(['byteOrderMark']);
    expect(obstacles({ ...UTF_16, encoding: 'windows-1252', bom: false })).toEqual(['encoding']);
    expect(
      obstacles({
        kind: 'workbook',
        sheet: 'A',
        sheets: ['A'],
        hidden: [],
        picked: 'first',
        traits: PLAIN_SHEET,
      }),
    ).toEqual(['workbook']);
    expect(obstacles(UTF_16, '\t', `New hires\r\n${text}`)).toEqual(['aboveHeader']);
    expect(obstacles(UTF_16, '\t', 'Product\tPrice\r\nTea\t3\r\n')).toEqual(['noHeader']);
  });

  it('does not count the line that tells Excel the delimiter, but names it as in the way', () => {
    const text = 'sep=;\nEmployee ID;Role\n1.23E+11;Agent\n';
    for (const header of [null, 1])
      expect(examine(text, { header, delimiter: ';' })).toMatchObject({
        lines: 2,
        headerLine: 1,
        obstacles: ['delimiter', 'aboveHeader'],
        damage: [{ column: 'Employee ID', examples: [{ line: 2 }] }],
      });
  });

  it('takes the header row that somebody has chosen', () => {
    const text = 'Sent by HR\tx\n\nRang\tNr\nAgent\t####\n';
    const found = (header: HeaderChoice | null) => examine(text, { header });
    expect(found(null)).toMatchObject({ headerLine: null, damage: [{ column: 'x' }] });
    expect(found(3)).toMatchObject({ headerLine: 3, obstacles: ['aboveHeader'], damage: [{ column: 'Nr' }] });
    expect(found('none')).toMatchObject({ headerLine: null, damage: [{ column: 'Column 2' }] });
    expect(found(2)).toMatchObject({ headerLine: null });
    expect(examine(`${'Total\t1\n'.repeat(300)}Rang\tNr\n`, { header: 301 })).toMatchObject({
      headerLine: 301,
    });
  });

  it('says its line ends wherever the slices cut it, but for breaks inside quoted cells', () => {
    for (const slice of [1, 2, 3, 1000]) {
      const ends = (text: string) => examine(text, { slice }).lineEnds;
      expect(ends('Role\ta\r\nx\t"1\n2"\r\n')).toBe('crlf');
      expect(ends('Role\ta\nx\ty\n')).toBe('lf');
      expect(ends('Role\ta\rx\ty\r')).toBe('cr');
      expect(ends('Role\ta\r\nx\ty\n')).toBe('mixed');
      expect(ends('Role\ta')).toBe('none');
    }
    expect(examine('Role\t"a"\r\n').quoted).toBe(true);
    expect(examine('Role\ta\r\n').quoted).toBe(false);
  });

  it('is said in plain sentences', () => {
    const form: TextForm = { ...UTF_16, encoding: 'windows-1252', bom: false, confidence: 'likely' };
    const found = examine('New hires\nRole;Email Address\nAgent;a@b.c\n', { form, delimiter: ';' });
    expect(whatItIs(form, found)).toEqual([
      'Text in Windows-1252 (Western European), without byte order mark.',
      'Cells are separated by semicolons; lines end as on Linux and Mac (LF).',
      '3 lines, 2 columns, header in line 2.',
    ]);
    expect(takenSentence(form, found)).toBe(
      'Agent Connect would not take it as it is: it is Windows-1252 (Western European), and Agent Connect takes UTF-16 as Excel writes it; its cells are not separated by tabs; the header is not its first line.',
    );
  });
});

describe('what a spreadsheet has damaged', () => {
  it('finds IDs that lost their zeros', () => {
    const ids = [...many(20, (place) => String(20_000 + place).padStart(7, '0')), '20017', '20018'];
    expect(damageIn(ids)).toEqual([
      {
        kind: 'leadingZeros',
        column: 'Employee ID',
        count: 2,
        examples: [
          { line: 22, value: '20017' },
          { line: 23, value: '20018' },
        ],
      },
    ]);
  });

  it('leaves numbers alone that nobody is named by', () => {
    expect(damageIn([...many(20, (place) => String(100 + place)), '7'], 'Desk')).toEqual([]);
  });

  it('finds rounded numbers, #### and lost or broken letters in any column', () => {
    const kinds = damageIn(
      ['1.23E+11', '12345678901234500000', '####', 'MÃ¼ller', 'J?rgen', 'Zo\ufffd'],
      'Notes',
    );
    expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['roundedNumbers', 2],
      ['hashes', 1],
      ['mojibake', 1],
      ['lostLetters', 2],
    ]);
    expect(kinds.map(damageSentence)[2]).toBe(
      'Notes: 1 text decoded wrongly before, with two signs for one letter, such as “MÃ¼ller” (line 5).',
    );
    expect(damageIn(['Müller', 'Who?', 'https://a.b/c?d=e', '#1', '1E5', '1234567'], 'Notes')).toEqual([]);
  });

  it('finds dates whose days and months were mixed, and numbers of days among them', () => {
    expect(damageIn(['25/12/2026', '12/25/2026', '03/04/2026'], 'Start Date')).toMatchObject([
      { kind: 'mixedDates', count: 2, examples: [{ value: '25/12/2026' }, { value: '12/25/2026' }] },
    ]);
    expect(damageIn(['2026-03-01', '46096'], 'Start Date')).toMatchObject([
      { kind: 'serialDates', count: 1 },
    ]);
    expect(damageIn(['25/12/2026', '24/12/2026', '03/04/2026'], 'Start Date')).toEqual([]);
  });

  it('security 18: never shows a temporary password', () => {
    expect(damageIn(['pÃ¤ss', '####'], 'Temporary Password')).toMatchObject([
      { kind: 'hashes', count: 1, examples: [] },
      { kind: 'mojibake', count: 1, examples: [] },
    ]);
  });
});
