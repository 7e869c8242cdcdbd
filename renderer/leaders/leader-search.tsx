import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AT } from '../../shared/person/catalogue.ts';
import { FormField } from '../grid/popups/form-field.ts';
import { useSession } from '../app/session/session.ts';

interface Props {
  /** For a screen reader. */
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** A field that finds anybody of the roster and of the current team; any address or ID can be typed as well. */
export function LeaderSearch({ label, onText }: Props) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  }, [onText]);
  useEffect(() => {
    if (input.current === null) return;
    const field = new FormField(session, input.current, AT.teamLeader, ({ text }) => {
      latest.current(text);
    });
    input.current.focus();
    return () => {
      field.destroy();
    };
  }, [session]);
  return (
    <TextInput
      ref={input}
      aria-label={label}
      placeholder="Name, email address or ID"
      size="xs"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
