import { beforeEach, expect, it, vi } from 'vitest';
import {
  contextSections,
  isAvailable,
  menusOf,
  rosterCommand,
  run,
  whyNot,
} from '../../../../renderer/app/commands/command.ts';
import { commandByKeys } from '../../../../renderer/app/commands/keyboard.ts';
import { keyHints } from '../../../../renderer/app/commands/keys.ts';
import { menuCommands } from '../../../../renderer/app/commands/show-menu.ts';
import { findEntries } from '../../../../renderer/app/palette/entries.ts';
import { COMMAND_TABLES } from '../../../../renderer/features.ts';
import { createSession, type Session } from '../../../../renderer/app/session/session.ts';
import { openRows, testSession } from '../../test-session.ts';

const ran = vi.fn();

/** A command that no feature has, in the one place where a command is written down. */
const MADE_UP = {
  'problems.wave': rosterCommand({
    menu: 'Problems',
    title: 'Wave at everybody',
    keys: ['Mod+Shift+K'],
    macKeys: ['Mod+Alt+K'],
    context: { of: ['rows'], section: 9 },
    when: ({ roster }) => roster.rows.length > 1,
    whyNot: 'Nobody is there to wave at',
    run: ran,
  }),
};

let session: Session;
beforeEach(() => {
  vi.stubGlobal('window', { document: { activeElement: null } });
  vi.stubGlobal('HTMLElement', EventTarget);
  ran.mockClear();
  const { host, app } = testSession().session;
  session = createSession(host, app, [...COMMAND_TABLES, MADE_UP]);
});

const made = MADE_UP['problems.wave'];
const inPalette = () => findEntries(session, 'wave').find(({ entry }) => entry.id === 'problems.wave')?.entry;
const why = () => [whyNot(made, session.store.getState()), inPalette()?.why];

it('a new command is found in the menus, the palette, the keys and the sheet of shortcuts', () => {
  const problems = menusOf(session).find(([menu]) => menu === 'Problems')?.[1];
  expect(problems?.at(-1)?.commands.at(-1)?.title).toBe('Wave at everybody');
  expect(menuCommands(session)).toContainEqual({
    id: 'problems.wave',
    title: 'Wave at everybody',
    menu: 'Problems',
    key: 'Mod+Shift+K',
    opensWindow: false,
  });
  expect(
    contextSections(session, 'rows')
      .at(-1)
      ?.map(({ id }) => id),
  ).toEqual(['problems.wave']);
  expect(
    contextSections(session, 'cells')
      .flat()
      .map(({ id }) => id),
  ).not.toContain('problems.wave');
  expect(commandByKeys(session, 'Mod+Shift+K')?.id).toBe('problems.wave');
  expect(inPalette()).toMatchObject({ title: 'Wave at everybody', menu: 'Problems', key: 'Ctrl+Shift+K' });
  expect(keyHints(made, { platform: 'mac', chooser: 'native' })).toEqual(['⌥⌘K']);
});

it('a command says why it is not available, and runs where it is', async () => {
  expect(why()).toEqual(['No roster is open', 'No roster is open']);
  await openRows(session, ['Email', 'a@x.yz']);
  expect(why()).toEqual(['Nobody is there to wave at', 'Nobody is there to wave at']);
  const { document } = session.store.getState();
  await openRows(session, ['Email', 'a@x.yz', 'b@x.yz']);
  session.store.setState({ dialog: null });
  expect(session.store.getState().document).not.toBe(document);
  expect(why()).toEqual([null, null]);
  expect(isAvailable(made, session.store.getState())).toBe(true);
  run(session, made);
  expect(ran).toHaveBeenCalledWith(session, session.store.getState().document);
  session.store.setState({ dialog: { kind: 'shortcuts' } });
  expect(isAvailable(made, session.store.getState())).toBe(false);
});
