import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Simulator } from '../simulator/start-simulator.ts';
import { expect, test } from './harness/rollcall.ts';
import { HEADER, people, rosterFile, simulatorWith, upload } from './harness/upload-process.ts';

test.describe('the report of rollcall upload as a process', () => {
  let simulator: Simulator;
  test.afterEach(() => simulator.close());

  test('has first who needs a step, in what it says, in the file and in the document', async ({ folder }) => {
    simulator = await simulatorWith(
      'POST,hidden,about=new2@,ms=5000',
      'POST,lose,about=N00003',
      'POST,shorten,about=N00004',
      'POST,422,about=new6@',
    );
    const rows = people(8).map((cells) => (cells.includes('N00004') ? cells.with(5, 'Longworth') : cells));
    await rosterFile(folder, rows);
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--report', 'report.csv');
    expect(code, err).toBe(1);
    const document = JSON.parse(out) as { rows: { step: string | null; stored: object[]; line: number }[] };
    expect(document).toMatchObject({
      counts: { created: 7, failed: 1 },
      steps: { sentTwice: 1, unconfirmed: 1, storedOtherwise: 1, failed: 1, unknown: 0, notTried: 0 },
    });
    const steps = document.rows.flatMap(({ step, line }) => (step === null ? [] : [[step, line] as const]));
    expect(Object.fromEntries(steps)).toEqual({
      sentTwice: 7,
      unconfirmed: 6,
      storedOtherwise: 5,
      failed: 3,
    });
    expect(document.rows[3]?.stored).not.toEqual([]);
    const report = err.slice(err.indexOf('\nReport: 8 rows, 4 of them with a next step\n'));
    const titles = ['Sent twice', 'Invitation or password not confirmed', 'Stored differently', 'Failed'];
    expect(report.match(/^[A-Z].*(?=: 1 row\. )/gm)).toEqual(titles);
    expect(report).toContain('Where somebody is there twice, deactivate one of the two.\n  line 7  ');
    const file = await readFile(join(folder, 'report.csv'), 'utf8');
    const lines = file.split('\r\n').map((line) => line.split(',')[0]);
    expect(lines.slice(0, 9)).toEqual(['\u{FEFF}Line', '7', '6', '5', '3', '2', '4', '8', '9']);
  });

  test('counts deactivations on their own in the plan and in the report', async ({ folder }) => {
    simulator = await simulatorWith();
    const names = ['person1@acme.example', '0000002', 'Björn', 'Łuczak'];
    const gone = ['Team Member', 'n', ...names, 'y', 'y', 'n', 'leader0@acme.example', ''];
    const rows = [
      [...HEADER, 'Deactivated'],
      [...gone, 'y'],
      [...(people(1)[0] ?? []), ''],
    ];
    const text = rows.map((cells) => `${cells.join('\t')}\r\n`).join('');
    await writeFile(join(folder, 'roster.txt'), Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
    const { code, out, err } = await upload(folder, simulator, '--yes', '--json', '--mode', 'update');
    expect(code, err).toBe(0);
    expect(err).toContain('\n  deactivate  1  to deactivate\n');
    expect(err).toContain('\nReport: 2 rows\n  1  created\n  1  deactivated\n');
    expect(JSON.parse(out)).toMatchObject({
      counts: { created: 1, updated: 1 },
      statusChanges: { deactivate: 1, activate: 0 },
      rows: [{ outcome: 'updated', status: 'deactivate' }, { status: null }],
    });
    expect(simulator.directory.find('0000002').status).toBe('deactivated');
  });
});
