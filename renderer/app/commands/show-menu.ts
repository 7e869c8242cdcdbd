import type { Request } from '../../../shared/contract/contract.ts';
import type { Command, Session } from '../session/session.ts';
import { menusOf } from './command.ts';
import { keysOf } from './keys.ts';

/** Keeps the system’s application menu in step with the commands that exist. Answers a function that stops it. */
export function showMenu(session: Session): () => void {
  let shown = '';
  const show = (): void => {
    const commands = menuCommands(session);
    const ids = commands.map(({ id }) => id).join();
    if (ids === shown) return;
    shown = ids;
    void session.host.call('app.showMenu', { commands });
  };
  show();
  return session.store.subscribe((state, before) => {
    if (state.appUpdate !== before.appUpdate) show();
  });
}

/** The commands as the application menu has them, without those that are roles of the system’s. */
export function menuCommands(session: Session): Request<'app.showMenu'>['commands'] {
  return menusOf(session)
    .flatMap(([, groups]) => groups.flatMap(({ commands }) => commands))
    .filter(({ native }) => native !== true)
    .map((command) => ({
      ...{ id: command.id, title: command.title, menu: command.menu },
      key: menuKey(command, session.app.platform),
      opensWindow: !command.needsRoster,
    }));
}

/** On a Mac, a key in the menu is one that text fields never see, and that the browser does not zoom by. */
function menuKey(command: Command, platform: Session['app']['platform']): string | null {
  const isForOthers = command.fieldKeys === 'kept' || command.keysWhile !== undefined;
  return platform === 'mac' && isForOthers ? null : (keysOf(command, platform)[0] ?? null);
}
