import { Button } from '@mantine/core';
import {
  IconAlertOctagonFilled,
  IconCircleCheckFilled,
  IconHelpTriangle,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { verdictSentences, verdictTitle } from '../../shared/rules/messages/verdict-sentences.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import { runCommand } from '../app/commands/command.ts';
import { chosenOrganization } from '../organization/organizations.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import { peopleOf } from '../app/session/people.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import css from './verdict-note.module.css';

/** Each verdict has a form of its own as well as a colour: only what is ready has a tick. */
const ICONS = {
  errors: IconAlertOctagonFilled,
  notChecked: IconHelpTriangle,
  ready: IconCircleCheckFilled,
  nothing: IconInfoCircle,
  otherForm: IconInfoCircle,
} as const satisfies Record<Verdict['kind'], unknown>;

interface IconProps {
  readonly kind: Verdict['kind'];
  readonly size: number;
}

/** The form of a verdict, without its words. */
export function VerdictIcon({ kind, size }: IconProps) {
  const Icon = ICONS[kind];
  return (
    <Icon
      data-testid="verdict-icon"
      className={css['verdictIcon']}
      data-verdict={kind}
      size={size}
      stroke={1.7}
      aria-hidden
    />
  );
}

/** What stands behind a verdict on a roster, in sentences. */
export function useVerdictSentences(verdict: Verdict, roster: Document['roster']): string[] {
  const organization = useSessionState(
    ({ organizations }) => chosenOrganization(organizations)?.name ?? null,
  );
  return verdictSentences(verdict, peopleOf(roster), organization);
}

interface Props {
  readonly verdict: Verdict;
  readonly roster: Document['roster'];
  /** More to say, before and after the verdict's own sentences. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** What Agent Connect would make of a file or an upload: in form and words, with what it rests on. */
export function VerdictNote({ verdict, roster, lead, children }: Props) {
  const sentences = useVerdictSentences(verdict, roster);
  const isOpen = 'unchecked' in verdict && verdict.unchecked.length > 0;
  return (
    <div data-testid="verdict" className={css['verdict']} data-verdict={verdict.kind}>
      <VerdictIcon kind={verdict.kind} size={20} />
      <div className={css['verdictWords']}>
        <h3>{verdictTitle(verdict)}</h3>
        {lead}
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {children}
        {isOpen && <Way verdict={verdict} />}
      </div>
    </div>
  );
}

/** Leads to where the current team, or the organization's lists, can be made known. */
function Way({ verdict }: Pick<Props, 'verdict'>) {
  const session = useSession();
  const isChosen = useSessionState(({ organizations }) => organizations.chosen !== null);
  const words =
    verdict.against.team === null ? 'Get the current team…' : 'Complete the organization’s lists…';
  return (
    <Button
      className={css['verdictWay']}
      onClick={() => {
        closeDialog(session);
        runCommand(session, isChosen ? 'organization.show' : 'organization.add');
      }}
    >
      {words}
    </Button>
  );
}
