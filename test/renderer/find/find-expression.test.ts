import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setFind } from '../../../renderer/find/find-commands.ts';
import type { Find } from '../../../renderer/find/find-state.ts';
import { replaceAll } from '../../../renderer/find/replace-found.ts';
import type * as running from '../../../renderer/find/run-expression.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { gridOfRows } from '../headless-grid.ts';
import { documentOf, eventually } from '../test-session.ts';
import { textsOf } from '../../shared/roster/make-roster.ts';

/** The threads that were asked for, and whether those to come take too long. */
const threads = { isSlow: false, asked: 0, stopped: 0 };

// Only a browser has such threads: here the expression runs in the one of the test.
vi.mock(import('../../../renderer/find/run-expression.ts'), () => ({
  startExpression: ({ source, flags }): running.ExpressionThread => {
    const expression = new RegExp(source, flags);
    const answer = <Answer>(texts: readonly string[], say: (text: string) => Answer) => {
      threads.asked += 1;
      return Promise.resolve(threads.isSlow ? null : texts.map(say));
    };
    return {
      match: (texts) => answer(texts, (text) => text.search(expression) >= 0),
      replace: (texts, replacement) => answer(texts, (text) => text.replace(expression, replacement)),
      stop: () => {
        threads.stopped += 1;
      },
    };
  },
}));

const PEOPLE = 1200;
let session: Session;

beforeEach(async () => {
  Object.assign(threads, { isSlow: false, asked: 0, stopped: 0 });
  const rows = Array.from({ length: PEOPLE }, (_, at) => `Ana ${at}\tCork\t${at % 2 === 0 ? 'Bonn' : ''}`);
  ({ session } = await gridOfRows(['First Name\tLast Name\tHome Town', ...rows]));
});

const find = (): Find => session.store.getState().find;
const names = (): string[] => textsOf(documentOf(session).roster, 'firstName');

/** Looks for an expression, and waits until that has come to an end. */
async function look(text: string): Promise<void> {
  setFind(session, {
    isShown: true,
    query: { text, matchCase: false, wholeCell: false, isExpression: true },
  });
  await searched();
}

async function searched(): Promise<void> {
  await eventually(() => {
    expect(find().progress.kind).not.toBe('searching');
  });
}

describe('an expression', () => {
  it('is looked for in every row and column, some hundred rows at a time', async () => {
    await look('^a.* 1\\d$|^b');
    expect(find().progress).toEqual({ kind: 'done' });
    expect(find().found.count).toBe(10 + PEOPLE / 2);
    const [first, second] = documentOf(session).roster.rows.slice(10);
    expect(find().found.byRow.get(first?.id ?? 0)).toEqual([AT.firstName, AT.homeTown]);
    expect(find().found.byRow.get(second?.id ?? 0)).toEqual([AT.firstName]);
    expect(threads.asked).toBeGreaterThanOrEqual(3);
  });

  it('is looked for again in what is edited', async () => {
    await look('^Ana 7$');
    edit(
      session,
      'Edit',
      setCells(documentOf(session).roster, [{ row: 1, position: AT.firstName, to: 'Ana 7' }]),
    );
    await eventually(() => {
      expect(find().found.count).toBe(2);
    });
  });

  it('that takes too long is given up, which the bar says', async () => {
    threads.isSlow = true;
    await look('(a+)+$');
    expect(find().progress).toMatchObject({ kind: 'failed' });
    expect([find().found.count, threads.stopped]).toEqual([0, 1]);
    threads.isSlow = false;
    const { asked } = threads;
    edit(
      session,
      'Edit',
      setCells(documentOf(session).roster, [{ row: 1, position: AT.firstName, to: 'Eva' }]),
    );
    await eventually(() => {
      expect(names()[0]).toBe('Eva');
    });
    expect(threads.asked).toBe(asked);
    await look('^Eva$');
    expect(find().found.count).toBe(1);
  });

  it('replaces with its parts, as one step, and leaves all else', async () => {
    await look('^(Ana) (1\\d)$');
    setFind(session, { replacement: '$2 $1' });
    await replaceAll(session);
    await eventually(() => {
      expect(names()[10]).toBe('10 Ana');
    });
    expect([names()[9], names()[19], names()[20]]).toEqual(['Ana 9', '19 Ana', 'Ana 20']);
    expect(session.store.getState().done?.sentence).toBe('Replaced in 10 cells.');
    undoStep(session);
    await eventually(() => {
      expect(names()[10]).toBe('Ana 10');
    });
  });

  it('that takes too long replaces nothing, which the bar says', async () => {
    await look('^Ana 10$');
    threads.isSlow = true;
    const { stopped } = threads;
    await replaceAll(session);
    expect(find().progress).toEqual({
      kind: 'failed',
      why: 'Replacing takes too long with this expression, so it was stopped and nothing was changed.',
    });
    expect(names()[10]).toBe('Ana 10');
    expect(threads.stopped).toBe(stopped + 1);
  });
});
