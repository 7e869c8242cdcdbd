import { Button } from '@mantine/core';
import { keyHints } from '../commands/keys.ts';
import { KEY_SHEET } from '../../grid/input/keys.ts';
import { menusOf } from '../commands/command.ts';
import { type Command, useSession } from '../session/session.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useClosing } from './use-modal.ts';
import './shortcuts-dialog.css';

type Line = Pick<Command, 'title' | 'keys' | 'macKeys'>;

/** Every key of the grid and of commands, by what it is for. */
export function ShortcutsDialog() {
  const session = useSession();
  const { close } = useClosing();
  const sections: readonly (readonly [string, readonly Line[]])[] = [
    ...Object.entries(KEY_SHEET),
    ...menusOf(session).map(([menu, groups]) => [menu, groups.flatMap(({ commands }) => commands)] as const),
  ];
  return (
    <DialogFrame
      title="Keyboard shortcuts"
      size="large"
      isText
      onClose={close}
      actions={
        <Button variant="filled" data-autofocus onClick={close}>
          Close
        </Button>
      }
    >
      <div className="shortcuts">
        {sections.map(([heading, lines]) => (
          <Shortcuts key={heading} heading={heading} lines={lines} />
        ))}
      </div>
    </DialogFrame>
  );
}

interface ShortcutsProps {
  readonly heading: string;
  readonly lines: readonly Line[];
}

function Shortcuts({ heading, lines }: ShortcutsProps) {
  const { app } = useSession();
  const withKeys = lines
    .map((line) => ({ title: line.title, keys: keyHints(line, app) }))
    .filter(({ keys }) => keys.length > 0);
  if (withKeys.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {withKeys.map(({ title, keys }) => (
          <div key={title}>
            <dt>{title.replace('…', '')}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
