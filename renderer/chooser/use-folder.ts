import { useCallback, useEffect, useState } from 'react';
import type { Openable, Reply } from '../../shared/contract.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { useSession } from '../app/session/session.ts';
import { situationOf } from '../app/session/situation.ts';

/** A folder as it is shown, and the way to another one. */
export interface ShownFolder {
  readonly listing: Reply<'folder.list'> | null;
  /** Why the folder that was asked for is not the one shown. */
  readonly trouble: string | null;
  /** The entry that the keys act on, by its handle. */
  readonly active: string | null;
  readonly setActive: (handle: string | null) => void;
  readonly go: (folder: string) => void;
  readonly goUp: () => void;
}

interface Wanted {
  readonly selectFirst: boolean;
  /** What the files are for that are shown beside the folders. */
  readonly what: Openable;
}

/** Shows the folder that was shown last, then those that are gone to; the old one stays until the new one is there. */
export function useFolder({ selectFirst, what }: Wanted): ShownFolder {
  const session = useSession();
  const [listing, setListing] = useState<Reply<'folder.list'> | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const load = useCallback(
    async (folder: string | null, from: string | null) => {
      const answer = await session.host.call('folder.list', { folder, what });
      setTrouble(answer.ok ? null : failureSentence(answer.failure, situationOf(session)));
      if (!answer.ok) return;
      setListing(answer.value);
      const { entries } = answer.value;
      const first = entries.find((entry) => entry.handle === from) ?? (selectFirst ? entries[0] : undefined);
      setActive(first?.handle ?? null);
    },
    [session, selectFirst, what],
  );
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set when the host has answered
    void load(null, null);
  }, [load]);
  const go = (folder: string): void => void load(folder, null);
  const goUp = (): void => {
    if (listing?.parent) void load(listing.parent, listing.folder.handle);
  };
  return { listing, trouble, active, setActive, go, goUp };
}
