import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CommandName } from '../../../shared/commands.ts';
import { keyHint } from '../commands/key-hint.ts';
import { isApplicable } from '../commands/is-available.ts';
import { runCommand } from '../commands/run-command.ts';
import { useSession, useSessionState } from '../session/session.ts';

interface Props {
  readonly command: CommandName;
  readonly label: string;
  readonly icon: ReactNode;
  /** For a command that switches something on and off. */
  readonly pressed?: boolean;
}

/**
 * A command as an icon, named in its tooltip with its key. While there is nothing to do it is marked as disabled and
 * stays in the order of the Tab key, so that undoing the last step does not lose the place.
 */
export function IconCommand({ command, label, icon, pressed }: Props) {
  const session = useSession();
  const applicable = useSessionState((state) => isApplicable(state, command));
  const key = keyHint(command, session.app);
  const keys = key === null ? '' : ` (${key})`;
  return (
    <Tooltip label={`${label}${keys}`}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={!applicable}
        data-disabled={!applicable}
        onClick={() => {
          if (applicable) runCommand(session, command);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
