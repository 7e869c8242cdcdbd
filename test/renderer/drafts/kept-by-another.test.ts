import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redoStep, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { openDraft } from '../../../renderer/drafts/open-draft.ts';
import { recordLine } from '../../../electron/files/record-log/read-records.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { temporaryFolder } from '../../electron/host/temporary.ts';
import { documentOf } from '../test-session.ts';
import { listed, openAgain, seen, type, windowIn } from './window-here.ts';
import type { Session } from '../../../renderer/app/session/session.ts';

const fixture = (version: number) =>
  join(import.meta.dirname, `../../fixtures/drafts/version-${version}.jsonl`);
const idOf = (version: number) => `00000000-0000-4000-8000-00000000000${version}`;

/** A folder of user data in which a draft was left, and a window that opens it. */
async function openLeft(id: string, write: (path: string) => Promise<void>) {
  const userData = await temporaryFolder();
  await mkdir(join(userData, 'drafts'));
  const path = join(userData, 'drafts', `${id}.jsonl`);
  await write(path);
  const window = windowIn(userData);
  const [kept] = await listed(window.session);
  if (kept === undefined) throw new Error('Nothing was found');
  await openDraft(window.session, kept);
  return { userData, path, ...window };
}

/** The people by what their columns are called, so that no position is compared with itself. */
function people(session: Session): readonly Record<string, string>[] {
  const { roster } = documentOf(session);
  const shown = [...columns.map(({ header }, position) => ({ header, position })), ...roster.columns.carried];
  return roster.rows.map((row) => {
    const person: Record<string, string> = {};
    for (const { header, position } of shown)
      if (cellAt(row, position) !== '') person[header] = cellAt(row, position);
    return person;
  });
}

const ZOE = {
  'First Name': 'Zoë',
  'Last Name': 'Ølander',
  'Email Address': 'zoe@acme.example',
  'Home Town': 'Cork',
  Desk: '4712',
  Pronouns: 'she/her',
};
const ANA_AS_READ = {
  'First Name': 'Ana',
  'Last Name': 'Núñez',
  'Email Address': 'ana@acme.example',
  'Team Leader': 'zoe@acme.example',
  Desk: '0815',
  Pronouns: 'they/them',
};
const ANA = { ...ANA_AS_READ, 'Home Town': 'Boston', 'Team Leader': 'someone@acme.example' };

/** The draft of version 2, as a Rollcall would have kept it whose catalogue stood in another order, or with other fields. */
async function withFields(keys: readonly string[], path: string): Promise<void> {
  const lines = (await readFile(fixture(2), 'utf8')).trimEnd().split('\n');
  const own = columns.map(({ key }): string => key);
  const at = (position: number) => {
    const key = own[position];
    return key === undefined ? position - own.length + keys.length : keys.indexOf(key);
  };
  const cells = (texts: readonly string[]) => {
    const moved = Array<string>(keys.length + texts.length - own.length).fill('');
    texts.forEach((text, position) => {
      if (at(position) >= 0) moved[at(position)] = text;
    });
    return moved;
  };
  const texts = lines
    .map((line) => line.replace(/^\w+ \d+ /, ''))
    .map((text) =>
      text
        .replace('"version":2', '"version":3')
        .replaceAll(/"position":(\d+)/g, (_, position: string) => `"position":${at(Number(position))}`)
        .replaceAll(
          /"cells":\[\[(\d+),(\d+),/g,
          (_, row: string, position: string) => `"cells":[[${row},${at(Number(position))},`,
        )
        .replaceAll(
          /\[(\d+),(\["[^\]]*"\])\]/g,
          (_, row: string, texts: string) =>
            `[${row},${JSON.stringify(cells(JSON.parse(texts) as string[]))}]`,
        ),
    );
  texts.splice(1, 0, JSON.stringify({ kind: 'fields', fields: keys }));
  await writeFile(path, texts.map((text, number) => recordLine({ number, text })).join(''));
}

describe('a draft that another Rollcall kept', () => {
  it.each([1, 2])('security 35: of version %d is opened with its steps', async (version) => {
    const { session, path } = await openLeft(idOf(version), (target) => cp(fixture(version), target));
    expect(people(session)).toEqual([ZOE, ANA]);
    for (let steps = 0; steps < 3; steps += 1) undoStep(session);
    expect(people(session)).toMatchObject([
      { ...ZOE, Desk: '4711' },
      { Desk: '0815', 'Team Leader': 'zoe@acme.example' },
    ]);
    expect(await readFile(path, 'utf8')).toContain('{"kind":"undo"}');
  });

  it.each([
    ['in another order', [...columns].reverse().map(({ key }) => key)],
    ['fewer, as before a field was added', columns.map(({ key }) => key).filter((key) => key !== 'groups')],
  ])('security 35: with fields that are %s is opened, goes on, and opens again', async (_, keys) => {
    const { session, ...window } = await openLeft(idOf(2), (path) => withFields(keys, path));
    expect(people(session)).toEqual([ZOE, ANA]);
    type(session, 0, 'Athlone');
    const before = seen(session);
    const second = await openAgain(window.userData, { session, ...window });
    expect(seen(second.session)).toEqual(before);
    expect(people(second.session)).toEqual([{ ...ZOE, 'Home Town': 'Athlone' }, ANA]);
    for (let steps = 0; steps < 4; steps += 1) undoStep(second.session);
    expect(people(second.session)[1]).toEqual(ANA_AS_READ);
    redoStep(second.session);
    expect(people(second.session)[1]?.['Home Town']).toBe('Boston');
  });

  it('security 35: with a field that this one does not have is refused, and left as it is', async () => {
    const keys = [...columns.map(({ key }) => key), 'pronouns'];
    const { session, path } = await openLeft(idOf(2), (target) => withFields(keys, target));
    expect(session.store.getState()).toMatchObject({
      document: null,
      dialog: { failure: { code: 'draft.newer' } },
    });
    expect(await readFile(path, 'utf8')).toContain('"pronouns"');
    expect(await listed(session)).toHaveLength(1);
  });
});
