import { beforeEach, expect, it } from 'vitest';
import { edit, redoStep, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import type { Edited, Session } from '../../../../renderer/app/session/session.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

let session: Session;
const heard: (readonly [Edited['kind'], string])[] = [];

beforeEach(async () => {
  ({ session } = testSession());
  await openRows(session, ['Email', 'a@x.yz']);
  heard.length = 0;
});

function type(to: string): void {
  const { roster } = documentOf(session);
  const [row] = roster.rows;
  edit(session, `Type ${to}`, setCells(roster, [{ row: row?.id ?? -1, position: AT.email, to }]));
}

it('says what was done, undone and redone, when the roster has it already', () => {
  const seen: unknown[] = [];
  const stop = session.edits.on(({ kind, step }) => {
    heard.push([kind, step.label]);
    seen.push(documentOf(session).roster.rows[0]?.cells[AT.email]);
  });
  type('b@x.yz');
  undoStep(session);
  redoStep(session);
  expect(heard).toEqual([
    ['done', 'Type b@x.yz'],
    ['undone', 'Type b@x.yz'],
    ['redone', 'Type b@x.yz'],
  ]);
  expect(seen).toEqual(['b@x.yz', 'a@x.yz', 'b@x.yz']);
  stop();
  undoStep(session);
  expect(heard).toHaveLength(3);
});

it('says nothing where nothing changed or there is nothing to undo', () => {
  session.edits.on(({ kind, step }) => {
    heard.push([kind, step.label]);
  });
  type('a@x.yz');
  undoStep(session);
  redoStep(session);
  expect(heard).toEqual([]);
});
