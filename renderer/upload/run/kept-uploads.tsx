import { Button } from '@mantine/core';
import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { Reply } from '../../../shared/contract/contract.ts';
import type { KeptUpload, UnreadableUpload } from '../../../shared/contract/upload-calls.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { useSituation } from '../../app/session/situation.ts';
import { ConfirmButton } from '../../organization/confirm-button.tsx';
import { KeptLine, KeptList } from '../../ui/kept-list.tsx';
import { isUnderWay, keptWords, showWords, whatWords } from './run-words.ts';
import { resumeKept, showKeptRun } from './steer-run.ts';

/** Uploads that are not done with every row: the one that runs, and those that were left, offered again. */
export function KeptUploads() {
  const session = useSession();
  const [{ uploads, unreadable }, again] = useKeptUploads();
  const forget = (id: string): void => {
    void session.host.call('upload.forget', { upload: id }).then((answer) => {
      if (!answer.ok) showFailure(session, 'The upload was not forgotten', answer.failure);
      again();
    });
  };
  if (uploads.length + unreadable.length === 0) return null;
  return (
    <KeptList title="Unfinished uploads">
      {uploads.map((upload) => (
        <UploadLine key={upload.id} upload={upload} onForget={forget} />
      ))}
      {unreadable.map((upload) => (
        <UnreadableLine key={upload.id} upload={upload} onForget={forget} />
      ))}
    </KeptList>
  );
}

interface LineProps<Upload> {
  readonly upload: Upload;
  readonly onForget: (id: string) => void;
}

/** An upload, how far it is, and what can be done about it: go to the one that runs, or go on with one that was left. */
function UploadLine({ upload, onForget }: LineProps<KeptUpload>) {
  const session = useSession();
  const runs = isUnderWay(upload);
  return (
    <KeptLine
      icon={<IconCloudUpload size={20} stroke={1.6} aria-hidden />}
      name={`Upload of ${whatWords(upload)}`}
      facts={[keptWords(upload)]}
    >
      {!runs && upload.isResumable && (
        <Button variant="filled" onClick={() => void resumeKept(session, upload)}>
          Resume
        </Button>
      )}
      <Button variant={runs ? 'filled' : 'default'} onClick={() => void showKeptRun(session, upload)}>
        {showWords(upload)}
      </Button>
      {!runs && (
        <Button
          onClick={() => {
            onForget(upload.id);
          }}
        >
          Forget
        </Button>
      )}
    </KeptLine>
  );
}

/** An upload that nobody can go on with: what is wrong with its journal, and where it is kept. */
function UnreadableLine({ upload: { id, path, why }, onForget }: LineProps<UnreadableUpload>) {
  const here = useSituation();
  return (
    <KeptLine
      icon={<IconCloudOff size={20} stroke={1.6} aria-hidden />}
      name="An upload that cannot be resumed"
      facts={[failureSentence(why, here), `Its journal is kept as ${path}.`]}
    >
      <ConfirmButton
        action="Delete its journal"
        consequence="What it says of those who were sent is then gone."
        onConfirm={() => {
          onForget(id);
        }}
      />
    </KeptLine>
  );
}

type Listed = Reply<'upload.list'>;

/** Milliseconds between two questions how far an upload is that runs. */
const PACE = 1000;

/** The uploads that are kept, as far as they are now, and a function that asks for them again. */
function useKeptUploads(): readonly [Listed, () => void] {
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
