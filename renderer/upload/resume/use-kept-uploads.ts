import { useCallback, useEffect, useState } from 'react';
import type { Reply } from '../../../shared/contract/contract.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { isUnderWay } from './kept-words.ts';

type Listed = Reply<'upload.list'>;

/** Milliseconds between two questions how far an upload is that runs. */
const PACE = 1000;

/** The uploads that are kept, as far as they are now, and a function that asks for them again. */
export function useKeptUploads(): readonly [Listed, () => void] {
  const session = useSession();
  const [listed, setListed] = useState<Listed>({ uploads: [], unreadable: [] });
  const [asked, setAsked] = useState(0);
  // What is followed here has begun, been paused or ended.
  const followed = useSessionState(({ upload }) =>
    'run' in upload ? `${upload.run.kept.id} ${upload.run.progress.state.kind}` : upload.kind,
  );
  useEffect(() => {
    let gone = false;
    void session.host.call('upload.list', {}).then((answer) => {
      if (!gone && answer.ok) setListed(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [session, followed, asked]);
  const again = useCallback(() => {
    setAsked((before) => before + 1);
  }, []);
  const running = listed.uploads.find(isUnderWay)?.id ?? null;
  useEffect(() => {
    if (running === null) return undefined;
    const timer = setInterval(() => {
      // Of this one alone: the journals of the others would be read each time.
      void session.host.call('upload.show', { upload: running }).then((answer) => {
        if (!answer.ok || !isUnderWay(answer.value)) again();
        else setListed((before) => withUpload(before, answer.value));
      });
    }, PACE);
    return () => {
      clearInterval(timer);
    };
  }, [session, running, again]);
  return [listed, again];
}

function withUpload({ uploads, unreadable }: Listed, now: Listed['uploads'][number]): Listed {
  return { uploads: uploads.map((upload) => (upload.id === now.id ? now : upload)), unreadable };
}
