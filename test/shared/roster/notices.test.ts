import { describe, expect, it } from 'vitest';
import { type Notice, noticeSentence, quoteNotices } from '../../../shared/roster/notices.ts';

describe('noticeSentence', () => {
  it.each<[Notice, string]>([
    [
      { kind: 'titleRows', lines: [1, 2], texts: ['New  hires\n2026', 'x'.repeat(80)] },
      `Lines 1 and 2 above the header are not part of the roster and will not be saved with it: “New hires 2026”, “${'x'.repeat(59)}…”.`,
    ],
    [
      { kind: 'noHeaderRow', headers: ['Column 1', 'Column 2'] },
      'Read without a header row, as you chose: its 2 columns are named “Column 1” to “Column 2”. Say what they are under Columns…',
    ],
    [
      { kind: 'noHeaderRow', headers: ['Column 1'] },
      'Read without a header row, as you chose: its column is named “Column 1”. Say what it is under Columns…',
    ],
    [
      { kind: 'separatorLine' },
      'The first line (“sep=”) says what separates the cells: it is not part of the roster and will not be saved with it.',
    ],
    [
      { kind: 'mergedCells', ranges: ['M4:M8', 'A2:B3'] },
      'Merged cells hold their text in their first line only (M4:M8, A2:B3): the lines below have none. Where it holds for them too, fill it down.',
    ],
    [
      { kind: 'mergedCells', ranges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2'] },
      'Merged cells hold their text in their first line only (A1:A2, B1:B2, C1:C2, D1:D2, E1:E2): the lines below have none. Where it holds for them too, fill it down.',
    ],
    [
      { kind: 'mergedCells', ranges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2'] },
      'Merged cells hold their text in their first line only (A1:A2, B1:B2, C1:C2, D1:D2, E1:E2 and 1 more): the lines below have none. Where it holds for them too, fill it down.',
    ],
    [{ kind: 'blankRows', lines: [4, 5, 6, 7, 8] }, 'Lines 4, 5, 6, 7 and 8 are blank and were left out.'],
    [
      { kind: 'hiddenRows', lines: [4, 7], people: 40 },
      '2 of 40 people stand in rows that Excel hides (lines 4 and 7), by a filter or by hand: they came in like the others. Delete what is not meant to be here.',
    ],
    [
      { kind: 'hiddenRows', lines: [2], people: 1 },
      '1 of 1 person stands in a row that Excel hides (line 2), by a filter or by hand: it came in like the others. Delete what is not meant to be here.',
    ],
    [
      { kind: 'hiddenColumns', headers: ['Salary'] },
      'Column “Salary” is hidden in Excel: it came in like the others.',
    ],
    [
      { kind: 'hiddenColumns', headers: ['Salary', 'Age'] },
      '2 columns are hidden in Excel (“Salary”, “Age”): they came in like the others.',
    ],
    [
      { kind: 'uncalculated', cells: ['D4', 'D5'] },
      'Some cells have formulas that were never calculated (D4, D5), so they are empty here. Open the file in Excel, save it there, and open it again.',
    ],
    [{ kind: 'blankRows', lines: [4] }, 'Line 4 is blank and was left out.'],
    [
      { kind: 'blankRows', lines: [4, 5, 6, 7, 8, 9, 1000] },
      'Lines 4, 5, 6, 7, 8 and 2 more are blank and were left out.',
    ],
    [
      { kind: 'repeatedHeader', lines: [52, 1003] },
      'Lines 52 and 1,003 repeat the header row and were left out.',
    ],
    [
      { kind: 'carriedColumns', headers: ['Notes'] },
      'Column “Notes” is not one of Agent Connect’s: it is kept and saved here, but left out of exports.',
    ],
    [
      { kind: 'carriedColumns', headers: ['A', 'B', 'C', 'D', 'E', 'F'] },
      '6 columns are not Agent Connect’s (“A”, “B”, “C”, “D”, “E” and 1 more): they are kept and saved here, but left out of exports. If one of them is, say so under Columns…',
    ],
    [
      { kind: 'carriedColumns', headers: ['A', 'B'] },
      '2 columns are not Agent Connect’s (“A”, “B”): they are kept and saved here, but left out of exports. If one of them is, say so under Columns…',
    ],
    [
      { kind: 'unnamedColumn', header: 'Column 3' },
      'A column with text has no header: it is kept as “Column 3”, but left out of exports. If it belongs to Agent Connect, say what it is under Columns…',
    ],
    [
      { kind: 'claimedTwice', key: 'email', headers: ['Email', 'Work Email'], taken: null },
      '2 columns both look like Email Address (“Email”, “Work Email”): neither was taken. Choose one under Columns…',
    ],
    [
      { kind: 'claimedTwice', key: 'role', headers: ['Role', 'Rolle', 'User Role'], taken: 'Role' },
      '3 columns look like Role (“Role”, “Rolle”, “User Role”): “Role” was taken. If that is wrong, choose another under Columns…',
    ],
    [
      { kind: 'contactColumn', header: 'Phone', key: 'phoneChannel', example: '555 010' },
      'Column “Phone” holds texts such as “555 010” where Phone Channel has y or n: it is kept, but was not taken for Phone Channel.',
    ],
    [
      { kind: 'contactColumn', header: 'Employee', key: 'employeeId', example: 'Ruiz, Ana' },
      'Column “Employee” holds texts such as “Ruiz, Ana” where Employee ID has IDs: it is kept, but was not taken for Employee ID.',
    ],
    [
      { kind: 'contactColumn', header: 'Lead', key: 'teamLeader', example: 'yes' },
      'Column “Lead” holds texts such as “yes” where Team Leader has an address or an ID of a person: it is kept, but was not taken for Team Leader.',
    ],
    [
      { kind: 'contactColumn', header: 'Nombre', key: 'firstName', example: 'Ruiz, Ana' },
      'Column “Nombre” holds texts such as “Ruiz, Ana” where First Name has one part of a name: it is kept, but was not taken for First Name.',
    ],
    [
      { kind: 'quoteAsText', lines: [7] },
      'Line 7 has a quotation mark that opens a cell and does not close it: it was read as part of the text. Check that line.',
    ],
    [
      { kind: 'quotesIgnored', line: 1234 },
      'So many quotation marks do not enclose a cell that, from line 1,234 on, all were read as text. If cells run together or apart, save the file again from Excel and open that.',
    ],
    [
      { kind: 'noPeople' },
      'There is a header row, but nobody below it. Add rows here, or check that the right file was opened.',
    ],
  ])('says %j', (notice, sentence) => {
    expect(noticeSentence(notice)).toBe(sentence);
  });

  it('says where there is no window how a column is named', () => {
    expect(noticeSentence({ kind: 'headerInTwo', lines: [1, 2] }, 'with --profile.')).toBe(
      'Lines 1 and 2 were read as one header. If a column is named wrongly, say so with --profile.',
    );
  });
});

describe('quoteNotices', () => {
  it('names each line once, and where quotes were given up', () => {
    const problems = [1, 1, 3].map((line) => ({ line, what: 'opening' as const }));
    expect(quoteNotices([...problems, { line: 9, what: 'ignored' }])).toEqual([
      { kind: 'quoteAsText', lines: [1, 3] },
      { kind: 'quotesIgnored', line: 9 },
    ]);
    expect(quoteNotices([])).toEqual([]);
  });

  it('says that lines were quoted as a whole, before what else was wrong', () => {
    expect(
      quoteNotices([
        { line: 4, what: 'opening' },
        { line: 1, what: 'wrapped' },
      ]),
    ).toEqual([{ kind: 'wrappedLines' }, { kind: 'quoteAsText', lines: [4] }]);
  });

  it('counts lines as a spreadsheet does, without those that it does not show', () => {
    const problems = [
      { line: 4, what: 'opening' as const },
      { line: 9, what: 'ignored' as const },
    ];
    expect(quoteNotices(problems, 1)).toEqual([
      { kind: 'quoteAsText', lines: [3] },
      { kind: 'quotesIgnored', line: 8 },
    ]);
  });
});
