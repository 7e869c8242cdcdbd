import { describe, expect, it } from 'vitest';
import { printReport } from '../../../electron/cli/print-report.ts';
import { uploadDocument } from '../../../electron/cli/upload-document.ts';
import { ROW_STATES } from '../../../shared/upload/journal/outcome.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';

const row = (line: number, state: ReportedRow['state'], more: Partial<ReportedRow> = {}): ReportedRow => ({
  place: line - 2,
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
      steps: { storedOtherwise: 1, sentTwice: 0 },
      rows: [
        {
          outcome: 'created',
          step: 'storedOtherwise',
          reason: 'First Name was sent as “Alexandria”, stored as “Alexandr”.',
          stored,
        },
        { reason: null, step: null, stored: [] },
      ],
    });
  });

  it('has the counts and a line for each row, and nothing else', () => {
    const rows = [row(2, 'created'), row(4, 'failed', { reason: 'notAccepted', words: 'role not found' })];
    expect(documentOf(rows)).toEqual({
      counts: { created: 1, updated: 0, skipped: 0, failed: 1, held: 0, unknown: 0, notTried: 0 },
      storedOtherwise: 0,
      statusChanges: { deactivate: 0, activate: 0 },
      steps: {
        sentTwice: 0,
        unknown: 0,
        unconfirmed: 0,
        storedOtherwise: 0,
        failed: 1,
        blocked: 0,
        held: 0,
        notTried: 0,
      },
      rows: [
        { line: 2, row: 1, outcome: 'created', reason: null, status: null, step: null, stored: [] },
        {
          line: 4,
          row: 3,
          outcome: 'failed',
          reason: expect.stringContaining('role not found') as string,
          status: null,
          step: 'failed',
          stored: [],
        },
      ],
    });
    expect(documentOf([])).toMatchObject({ rows: [] });
  });

  it('counts who was deactivated on their own, and none of whom nothing was done for', () => {
    const rows = [
      row(2, 'updated', { status: 'deactivate' }),
      row(3, 'updated'),
      row(4, 'failed', { status: 'deactivate' }),
      row(5, 'updated', { status: 'activate' }),
    ];
    expect(documentOf(rows)).toMatchObject({
      counts: { updated: 3, failed: 1 },
      statusChanges: { deactivate: 1, activate: 1 },
      rows: [{ status: 'deactivate' }, { status: null }, { status: 'deactivate' }, { status: 'activate' }],
    });
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
  it('counts and lists first who needs a step, with that step, as lines of text', () => {
    const rows = [
      row(2, 'created'),
      row(3, 'failed', { name: 'Eve\u{1B}[2J', words: 'line\nbreak' }),
      row(4, 'waiting', { email: '', employeeId: '0017' }),
      row(5, 'created', { reason: 'sentTwice' }),
      row(6, 'updated', { status: 'deactivate' }),
    ];
    expect([...printReport(rows)].join('')).toBe(
      '\nReport: 5 rows, 3 of them with a next step\n' +
        '  1  sent twice\n  1  failed\n  1  not tried\n  1  created\n  1  deactivated\n' +
        '\nSent twice: 1 row. Look for each of these people in Agent Connect. Where somebody is there twice, deactivate one of the two.\n' +
        '  line 5  Person 5, p5@acme.example\n' +
        '          Sent twice: no usable answer came to the first request and the person was not found, so it was sent again. Look for a double of this person in Agent Connect.\n' +
        '\nFailed: 1 row. Do what the reason says, then upload these rows again.\n' +
        '  line 3  Eve\u{FFFD}[2J, p3@acme.example\n          line⏎break\n' +
        '\nNot tried: 1 row. Resume the upload to send these rows.\n' +
        '  line 4  Person 4, 0017\n          The upload was left before this row. Resume it to go on.\n',
    );
  });

  it('is a few counts where nothing is left to do', () => {
    expect([...printReport([row(2, 'created'), row(3, 'skipped')])].join('')).toBe(
      '\nReport: 2 rows\n  1  created\n  1  left as they were\n',
    );
  });
});
