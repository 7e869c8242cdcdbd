import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The two lists of `fixtures/hr/`: the same people, as a German and as an English program sends them. */
export type HrList = 'mitarbeiterliste.csv' | 'staff-list.xlsx';

/** A person of the list as Agent Connect is to have them: the cells of a roster in the order of its columns. */
export type HrCells = readonly string[];

/** Places of some columns in `HrCells`. */
export const HR_AT = { email: 2, id: 3, leader: 12 } as const;

/** The job titles of the English list. */
const TITLES: Readonly<Record<string, string>> = {
  Bereichsleiter: 'Head of Operations',
  Teamleiter: 'Team Lead',
  Qualitätsmanager: 'QA Specialist',
};

/**
 * What the lists come to, worked out from the German one by a few lines of their own: who is on leave is left out, leaders
 * are named by their address, channels by y and n, dates as YYYY-MM-DD. Addresses and doubles are as the file has them.
 */
export function expectedHr(list: HrList): { readonly staying: readonly HrCells[]; readonly away: number } {
  const path = fileURLToPath(new URL('fixtures/hr/mitarbeiterliste.csv', import.meta.url));
  const text = new TextDecoder('windows-1252').decode(readFileSync(path));
  // Only the remark in the last column is quoted, and has semicolons.
  const people = text
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))
    .filter(([id = '']) => /^\d+$/.test(id));
  const staying = people.filter((cells) => cells[5] === 'Aktiv');
  const emails = new Map(staying.map(([, name = '', email = '']) => [name, email]));
  const named = new Set(staying.map((cells) => cells[4]));
  const english = list === 'staff-list.xlsx';
  const cells = staying.map((person): HrCells => {
    const [id = '', name = '', email = '', title = '', leader = '', , start = ''] = person;
    const [last = '', first = ''] = name.split(', ');
    const channels = (person[9] ?? '').split('/');
    const has = (channel: string): string => (channels.includes(channel) ? 'y' : 'n');
    const groups = person.slice(10, 13).filter((skill) => skill !== '');
    const [role, asNamed] = english ? inEnglish(title, leader) : [title, leader];
    return [
      ...[role, named.has(name) ? 'y' : 'n', email, id, first, last],
      ...[person[8] ?? '', '', '', has('Telefon'), has('Chat'), has('E-Mail')],
      ...[emails.get(leader) ?? asNamed, '', start.split('.').reverse().join('-')],
      ...[groups.length === 0 ? '' : `{${groups.join(', ')}}`, ''],
    ];
  });
  return { staying: cells, away: people.length - staying.length };
}

/** A title and a leader’s name as the English list has them. */
function inEnglish(title: string, leader: string): readonly [string, string] {
  return [TITLES[title] ?? title, leader.split(', ').reverse().join(' ')];
}
