import { Button } from '@mantine/core';
import { type Command, COMMANDS } from '../../shared/commands.ts';
import { keyLabel } from '../commands/key-label.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession } from '../session/session.ts';
import { DialogFrame } from './dialog-frame.tsx';
import './shortcuts-dialog.css';

const commands: readonly Command[] = Object.values(COMMANDS);
const menus = [...new Set(commands.map(({ menu }) => menu))];

/** Every key of the command table, by menu. */
export function ShortcutsDialog() {
  const session = useSession();
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title="Keyboard shortcuts"
      size="large"
      onClose={close}
      actions={
        <Button variant="filled" data-autofocus onClick={close}>
          Back to work
        </Button>
      }
    >
      <div className="shortcuts">
        {menus.map((menu) => (
          <ShortcutsOfMenu key={menu} menu={menu} />
        ))}
      </div>
    </DialogFrame>
  );
}

function ShortcutsOfMenu({ menu }: { readonly menu: Command['menu'] }) {
  const { platform } = useSession().app;
  const withKeys = commands.filter((command) => command.menu === menu && command.keys.length > 0);
  if (withKeys.length === 0) return null;
  return (
    <section>
      <h3>{menu}</h3>
      <dl>
        {withKeys.map(({ title, keys }) => (
          <div key={title}>
            <dt>{title.replace('…', '')}</dt>
            <dd>
              {keys.map((combined) => (
                <kbd key={combined}>{keyLabel(combined, platform)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
