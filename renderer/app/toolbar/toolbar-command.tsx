import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { isApplicable, run, wordsOf } from '../commands/command.ts';
import { keyHint } from '../commands/keys.ts';
import { type Command, type ToolbarPlace, useSession, useSessionState } from '../session/session.ts';

interface Props {
  readonly command: Command;
  readonly place: ToolbarPlace;
}

/**
 * A command as a button. While there is nothing to do it is marked as disabled and stays in the order of the Tab key, so
 * that undoing the last step does not lose the place.
 */
export function ToolbarCommand({ command, place }: Props) {
  const session = useSession();
  const applicable = useSessionState((state) => isApplicable(command, state));
  const label = useSessionState((state) => wordsOf(place.label ?? command.title, state));
  const pressed = useSessionState((state) => place.pressed?.(state));
  const Icon = (pressed === true ? place.pressedIcon : undefined) ?? command.icon;
  const state = {
    'aria-pressed': pressed,
    'aria-disabled': !applicable,
    'data-disabled': !applicable,
    onClick: () => {
      if (applicable) run(session, command);
    },
  };
  if (place.look === 'icon') {
    const key = keyHint(command, session.app);
    return (
      <Tooltip label={key === null ? label : `${label} (${key})`}>
        <ActionIcon aria-label={label} {...state}>
          {Icon && <Icon size={18} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Button
      className={`toolbar-${place.look}`}
      {...LOOKS[place.look]}
      leftSection={Icon && <Icon size={16} stroke={1.7} />}
      title={place.hint}
      {...state}
    >
      {label}
    </Button>
  );
}

const LOOKS = {
  plain: {},
  filled: { variant: 'filled' },
  subtle: { variant: 'subtle', color: 'gray' },
} as const;
