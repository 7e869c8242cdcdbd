import { ActionIcon, Button } from '@mantine/core';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Roster } from '../../shared/roster/roster.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import type { SessionState } from '../app/session/state.ts';
import { setMode } from './set-mode.ts';

/** Offers a bulk update where most people of the roster are in Agent Connect already, as in a file of its current team. */
export function UpdateOffer() {
  const session = useSession();
  const [declined, setDeclined] = useState<Roster | null>(null);
  const roster = useSessionState((state) => state.document?.roster ?? null);
  const offered = useSessionState(isMostlyKnown);
  if (!offered || roster === declined) return null;
  return (
    <section className="notices" aria-label="Bulk update">
      <IconInfoCircle size={18} stroke={1.7} aria-hidden />
      <div className="notices-text">
        Most of these people are in Agent Connect already. Prepare a bulk update instead?
      </div>
      <Button
        onClick={() => {
          setMode(session, 'update');
        }}
      >
        Prepare a bulk update
      </Button>
      <ActionIcon
        aria-label="Leave it a bulk create"
        onClick={() => {
          setDeclined(roster);
        }}
      >
        <IconX size={16} />
      </ActionIcon>
    </section>
  );
}

/** Whether a roster that is to create people holds more who exist than others. */
function isMostlyKnown({ document, mode }: SessionState): boolean {
  if (document?.held !== null || mode === 'update') return false;
  const known = document.counts.byCode.get('person.exists') ?? 0;
  return known > 0 && known * 2 > document.roster.rows.length;
}
