import { Button } from '@mantine/core';
import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import type { KeptUpload, UnreadableUpload } from '../../../shared/contract/upload-calls.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { ConfirmButton } from '../../organization/confirm-button.tsx';
import { useSession } from '../../app/session/session.ts';
import { resumeKept, showKeptRun } from './show-kept-run.ts';
import { useSituation } from '../../app/session/situation.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import { isUnderWay, keptWords, whatWords } from './kept-words.ts';
import { useKeptUploads } from './use-kept-uploads.ts';

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
    <section className="kept-list" aria-labelledby="kept-uploads-title">
      <h2 id="kept-uploads-title">Unfinished uploads</h2>
      <ul>
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} onForget={forget} />
        ))}
        {unreadable.map((upload) => (
          <UnreadableLine key={upload.id} upload={upload} onForget={forget} />
        ))}
      </ul>
    </section>
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
    <li>
      <IconCloudUpload size={20} stroke={1.6} aria-hidden />
      <p>
        <strong>Upload of {whatWords(upload)}</strong>
        <span>{keptWords(upload)}</span>
      </p>
      <span className="kept-list-acts">
        {!runs && upload.isResumable && (
          <Button variant="filled" onClick={() => void resumeKept(session, upload)}>
            Resume
          </Button>
        )}
        <Button variant={runs ? 'filled' : 'default'} onClick={() => void showKeptRun(session, upload)}>
          {runs ? 'Show it' : 'Show report'}
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
      </span>
    </li>
  );
}

/** An upload that nobody can go on with: what is wrong with its journal, and where it is kept. */
function UnreadableLine({ upload: { id, path, why }, onForget }: LineProps<UnreadableUpload>) {
  const here = useSituation();
  return (
    <li>
      <IconCloudOff size={20} stroke={1.6} aria-hidden />
      <p>
        <strong>An upload that cannot be resumed</strong>
        <span>{failureSentence(why, here)}</span>
        <span>Its journal is kept as {path}.</span>
      </p>
      <span className="kept-list-acts">
        <ConfirmButton
          action="Delete its journal"
          consequence="What it says of those who were sent is then gone."
          onConfirm={() => {
            onForget(id);
          }}
        />
      </span>
    </li>
  );
}
