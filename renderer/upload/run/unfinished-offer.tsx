import { Button } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { type Session, useSession, useSessionState } from '../../app/session/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { readOpenRoster } from './own-roster.ts';
import { isUnfinished, keptWords, showWords, whatWords } from './run-words.ts';
import { resumeKept, showKeptRun } from './steer-run.ts';
import { isOfRoster } from '../upload-state.ts';

/** Offers above the grid to go on with an upload that was left, once for each roster that is opened. */
export function UnfinishedOffer() {
  const session = useSession();
  const roster = useSessionState(({ document }) => (document?.held === null ? document.roster : null));
  const isUploading = useSessionState(({ upload }) => !isOfRoster(upload));
  const [found, setFound] = useState<{ readonly roster: Roster; readonly kept: KeptUpload } | null>(null);
  const [declined, setDeclined] = useState<Roster | null>(null);
  useEffect(() => {
    let gone = false;
    if (roster !== null)
      void findUnfinished(session).then((kept) => {
        if (!gone && kept !== null) setFound({ roster, kept });
      });
    return () => {
      gone = true;
    };
  }, [session, roster]);
  useEffect(
    () =>
      // Another upload was in sight, or this one: what became of it was shown there.
      session.store.subscribe(({ document }, { upload }) => {
        if (!isOfRoster(upload)) setDeclined(document?.roster ?? null);
      }),
    [session],
  );
  if (found === null || found.roster !== roster || declined === roster || isUploading) return null;
  const { kept } = found;
  return (
    <Notice
      label="Unfinished upload"
      icon={<IconCloudUpload size={18} stroke={1.7} aria-hidden />}
      text={`The upload of ${whatWords(kept)} is unfinished: ${keptWords(kept)}.`}
      closing="Leave the upload for now"
      onClose={() => {
        setDeclined(roster);
      }}
    >
      <Button onClick={() => void resumeKept(session, kept)}>Resume</Button>
      <Button onClick={() => void showKeptRun(session, kept)}>{showWords(kept)}</Button>
    </Notice>
  );
}

/**
 * The upload to offer beside the open roster: one of these people, else of a roster of this name, which may have been
 * edited since. Beside the file that the app was started with, the latest of any: no start screen has offered it.
 */
export async function findUnfinished(session: Session): Promise<KeptUpload | null> {
  const { document } = session.store.getState();
  if (document === null) return null;
  const listed = await session.host.call('upload.list', {});
  const unfinished = listed.ok ? listed.value.uploads.filter(isUnfinished) : [];
  // Most have none, and a large roster takes a while to read.
  if (unfinished.length === 0) return null;
  const open = await readOpenRoster(session);
  const own =
    unfinished.find(({ roster }) => roster === open?.fingerprint) ??
    unfinished.find(({ name }) => name === document.name);
  if (own !== undefined) return own;
  const { opening } = session.app;
  const isFromStart = opening !== null && opening.handle === document.file?.handle;
  return isFromStart ? (unfinished[0] ?? null) : null;
}
