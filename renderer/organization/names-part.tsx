import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { type NamesOf, readNames } from '../../shared/organization/profile.ts';
import { sayDone } from '../app/session/say-done.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { changeProfile } from './profile.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FoldedPart } from './part.tsx';

/** Names in sight; what a list has beyond them is only counted. */
const MOST_SHOWN = 200;

const WORDS = {
  roles: {
    title: 'Roles',
    one: 'role',
    many: 'roles',
    exact:
      'Exactly as Agent Connect shows them: “Team Leader [Default]” is another role than “Team Leader”. Every other role in a roster is an error then.',
  },
  groups: {
    title: 'Groups',
    one: 'group',
    many: 'groups',
    exact:
      'Exactly as Agent Connect shows them: case and spaces count. Every other group in a roster is an error then.',
  },
} as const;

/** The roles or the groups that an organization has: to look through, to add to, and to take from the current team. */
export function NamesPart({ of }: { readonly of: NamesOf }) {
  const session = useSession();
  const names = useSessionState((state) => state.organizations.profile[of]);
  const ofTeam = useSessionState((state) => state.organizations.known?.[of] ?? null);
  const { title, many, exact } = WORDS[of];
  const more = (ofTeam ?? []).filter((name) => !names.includes(name));
  const add = (added: readonly string[]): void => {
    void changeProfile(session, (profile) => ({
      ...profile,
      [of]: [...new Set([...profile[of], ...added])],
    }));
  };
  return (
    <FoldedPart title={title} summary={summaryOf(names, ofTeam)}>
      <p className="organization-quiet">{exact}</p>
      <NameList of={of} names={names} />
      <AddNames of={of} names={names} onAdd={add} />
      <div className="organization-actions">
        {more.length > 0 && (
          <Button
            onClick={() => {
              add(more);
            }}
          >
            {`Take ${countOf(more.length, of)} from the current team`}
          </Button>
        )}
        {names.length > 0 && (
          <ConfirmButton
            action="Remove all"
            consequence={`${countOf(names.length, of)} are removed from this list. Nothing changes in Agent Connect.`}
            onConfirm={() => {
              void changeProfile(session, (profile) => ({ ...profile, [of]: [] }));
              sayDone(session, `The list of ${many} is empty.`);
            }}
          />
        )}
      </div>
    </FoldedPart>
  );
}

/** How many there are; of none, whether those of the current team stand for them. */
function summaryOf(names: readonly string[], ofTeam: readonly string[] | null): string {
  if (names.length > 0) return names.length.toLocaleString('en-US');
  return ofTeam === null ? 'not known' : `${ofTeam.length.toLocaleString('en-US')} in the team`;
}

function countOf(count: number, of: NamesOf): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? WORDS[of].one : WORDS[of].many}`;
}

function NameList({ of, names }: { readonly of: NamesOf; readonly names: readonly string[] }) {
  const session = useSession();
  const list = useRef<HTMLUListElement>(null);
  if (names.length === 0) return null;
  const remove = (name: string, at: number): void => {
    void changeProfile(session, (profile) => ({
      ...profile,
      [of]: profile[of].filter((kept) => kept !== name),
    })).then(() => {
      const buttons = list.current?.querySelectorAll('button');
      buttons?.item(Math.min(at, buttons.length - 1)).focus();
    });
  };
  return (
    <ul ref={list} className="organization-names" aria-label={WORDS[of].title}>
      {names.slice(0, MOST_SHOWN).map((name, at) => (
        <li key={name}>
          <span>{name}</span>
          <ActionIcon
            aria-label={`Remove ${name}`}
            onClick={() => {
              remove(name, at);
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
      {names.length > MOST_SHOWN && (
        <li className="organization-quiet">{`and ${(names.length - MOST_SHOWN).toLocaleString('en-US')} more`}</li>
      )}
    </ul>
  );
}

interface AddProps {
  readonly of: NamesOf;
  readonly names: readonly string[];
  readonly onAdd: (names: readonly string[]) => void;
}

/** Takes a list that is pasted or typed, and says how much of it is new. */
function AddNames({ of, names, onAdd }: AddProps) {
  const session = useSession();
  const [typed, setTyped] = useState('');
  const { one, many } = WORDS[of];
  const read = readNames(typed, of);
  const added = read.filter((name) => !names.includes(name));
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    onAdd(added);
    setTyped('');
    const there = read.length - added.length;
    const rest = there === 0 ? '' : ` ${countOf(there, of)} ${there === 1 ? 'was' : 'were'} there already.`;
    sayDone(session, `${countOf(added.length, of)} added.${rest}`);
  };
  return (
    <form className="organization-form" onSubmit={add}>
      <Textarea
        label={`Add ${many}`}
        description="One to a line, or a column copied from Excel"
        autosize
        minRows={1}
        maxRows={6}
        spellCheck={false}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
        }}
        onKeyDown={(event) => {
          // Enter is a new line here; with Ctrl or Cmd it does what the button does.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && added.length > 0)
            event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" className="organization-at-start" disabled={added.length === 0}>
        {added.length > 1 ? `Add ${countOf(added.length, of)}` : `Add the ${one}`}
      </Button>
    </form>
  );
}
