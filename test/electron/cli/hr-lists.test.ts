import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { columns } from '../../../shared/columns/catalogue.ts';
import { createTextParser } from '../../../shared/text/parse-text.ts';
import { expectedHr, HR_AT, type HrList } from '../../hr-list.ts';
import { rollcall, temporaryFolder } from './rollcall-here.ts';

const LISTS: readonly HrList[] = ['mitarbeiterliste.csv', 'staff-list.xlsx'];
const HEADERS = columns.flatMap(({ header, standard }) => (standard ? [header] : []));

async function rowsOf(path: string): Promise<string[][]> {
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe');
  const parser = createTextParser('\t', 'double');
  return [...parser.push(bytes.subarray(2).toString('utf16le')), ...parser.end()].filter(
    (row) => row.length > 1,
  );
}

async function exported(list: HrList, ...more: string[]) {
  const file = fileURLToPath(new URL(`../../fixtures/hr/${list}`, import.meta.url));
  const out = join(await temporaryFolder(), 'out.txt');
  const asked = ['--mapping', 'proposed', '--resolve', 'leaders', '--fix', 'safe', '--json', ...more];
  const done = await rollcall('export', file, '--out', out, ...asked);
  return { ...done, document: JSON.parse(done.out) as Record<string, unknown>, rows: () => rowsOf(out) };
}

it.each(LISTS)('takes %s as the window would propose, every cell of it', async (list) => {
  const { err, document, rows } = await exported(list, '--allow-errors');
  const { staying, away } = expectedHr(list);
  expect(await rows()).toEqual([HEADERS, ...staying]);
  expect(document['leftOut']).toHaveLength(away);
  expect(document['doubtful']).toHaveLength(1);
  expect(document['resolved']).toHaveLength(14);
  expect(err).toMatch(/Phone Channel: y where “(?:Kanäle|Channels)” names it/);
  expect(err).toMatch(/line \d+ left out: Status says “(?:Elternzeit|Leave)”/);
});

it.each(LISTS)('writes of %s what Agent Connect takes, and lists the rest', async (list) => {
  const { code, document, rows } = await exported(list, '--valid-only');
  const { staying, away } = expectedHr(list);
  const valid = staying.filter((person) => isTaken(person, staying));
  expect(code).toBe(0);
  expect((await rows()).slice(1)).toEqual(valid);
  expect(document['leftOut']).toHaveLength(away + staying.length - valid.length);
});

/** Whether a row has what only its sender can know: an address that is one and nobody else’s, an ID, and a leader. */
function isTaken(person: readonly string[], all: readonly (readonly string[])[]): boolean {
  const { email, id, leader } = HR_AT;
  const isOwn = (at: number): boolean => all.filter((other) => other[at] === person[at]).length === 1;
  const address = person[email] ?? '';
  return (
    (address === '' || (/^[\x21-\x2b\x2d-\x7e]+$/.test(address) && isOwn(email))) &&
    isOwn(id) &&
    person[leader] !== ''
  );
}

it('says why an upload takes no proposal', async () => {
  const file = fileURLToPath(new URL('../../fixtures/hr/neuzugaenge.csv', import.meta.url));
  const { code, err } = await rollcall('upload', file, '--subdomain', 'acme', '--mapping', 'proposed');
  expect(code).toBe(2);
  expect(err).toContain('export the roster with it, and upload that file');
});
