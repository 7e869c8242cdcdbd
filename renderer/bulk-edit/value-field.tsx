import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSession } from '../app/session/session.ts';
import { ChoosingField, type NewValue } from './choosing-field.ts';

interface Props {
  readonly position: number;
  readonly onValue: (value: NewValue) => void;
}

/** Where the text is typed or chosen that a column gets; made anew for another column. */
export function ValueField({ position, onValue }: Props) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const choosing = useRef<ChoosingField>(null);
  useEffect(() => {
    if (input.current === null) return;
    const made = new ChoosingField(session, input.current, position, onValue);
    choosing.current = made;
    return () => {
      made.destroy();
    };
  }, [session, position, onValue]);
  const open = (): void => {
    choosing.current?.open();
  };
  return (
    <TextInput
      ref={input}
      label="New text"
      description="Choose from the list, or type anything."
      data-autofocus
      size="xs"
      autoComplete="off"
      spellCheck={false}
      onClick={open}
      rightSection={
        <ActionIcon
          size="sm"
          tabIndex={-1}
          aria-label="Open the list"
          // The focus stays in the field.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={open}
        >
          <IconChevronDown size={14} />
        </ActionIcon>
      }
    />
  );
}
