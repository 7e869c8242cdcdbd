import { describe, expect, it } from 'vitest';
import { printReport } from '../../../electron/cli/print-report.ts';
import { uploadDocument } from '../../../electron/cli/upload-document.ts';
import { ROW_STATES } from '../../../shared/upload/journal/outcome.ts';
import type { ReportedRow } from '../../../shared/upload/report/report-rows.ts';

const row = (line: number, state: ReportedRow['state'], more: Partial<ReportedRow> = {}): ReportedRow => ({
  line,
  name: `Person ${line}`,
  email: `p${line}@acme.example`,
  employeeId: '',
  state,
  reason: null,
  words: '',
  ...more,
});

const documentOf = (rows: readonly ReportedRow[]): unknown => JSON.parse([...uploadDocument(rows)].join(''));

describe('the JSON document of an upload', () => {
  it('counts who is stored otherwise than sent, and says how', () => {
    const stored = [{ column: 'firstName', sent: 'Alexandria', stored: 'Alexandr' }] as const;
    expect(documentOf([row(2, 'created', { stored }), row(3, 'created')])).toMatchObject({
      storedOtherwise: 1,
      rows: [{ reason: 'First Name: sent “Alexandria”, stored “Alexandr”.' }, { reason: null }],
    });
  });

  it('has the counts and a line for each row, and nothing else', () => {
    const rows = [row(2, 'created'), row(4, 'failed', { reason: 'notAccepted', words: 'role not found' })];
    expect(documentOf(rows)).toEqual({
      counts: { created: 1, updated: 0, skipped: 0, failed: 1, held: 0, unknown: 0, notTried: 0 },
      storedOtherwise: 0,
      rows: [
        { line: 2, row: 1, outcome: 'created', reason: null },
        {
          line: 4,
          row: 2,
          outcome: 'failed',
          reason: expect.stringContaining('role not found') as string,
        },
      ],
    });
    expect(documentOf([])).toMatchObject({ rows: [] });
  });

  it('has every row in exactly one outcome, wherever the upload was left', () => {
    const rows = ROW_STATES.map((state, place) => row(place + 2, state));
    expect(documentOf(rows)).toMatchObject({
      counts: { created: 1, updated: 1, skipped: 1, failed: 1, held: 1, unknown: 3, notTried: 3 },
      rows: { length: ROW_STATES.length },
    });
  });
});

describe('the printed report', () => {
  it('counts the outcomes and lists who has to be looked at, as lines of text', () => {
    const rows = [
      row(2, 'created'),
      row(3, 'failed', { name: 'Eve\u{1B}[2J', words: 'line\nbreak' }),
      row(4, 'waiting', { email: '', employeeId: '0017' }),
    ];
    expect([...printReport(rows)].join('')).toBe(
      '\nReport: 3 rows\n  1  created\n  1  not taken by Agent Connect\n  1  not tried\n' +
        '\nNot taken by Agent Connect: 1 row\n  line 3  Eve\u{FFFD}[2J, p3@acme.example\n          line⏎break\n' +
        '\nNot tried: 1 row\n  line 4  Person 4, 0017\n          The upload was left before this row. Resume it to go on.\n',
    );
  });
});
