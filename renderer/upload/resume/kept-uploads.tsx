import { Button } from '@mantine/core';
import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Reply } from '../../../shared/contract.ts';
import type { KeptUpload, UnreadableUpload } from '../../../shared/contract/upload-calls.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { ConfirmButton } from '../../organization/confirm-button.tsx';
import { useSession } from '../../app/session/session.ts';
import { sayWhen } from '../../start/say-when.ts';
import { openCount, rowCount } from '../run/run-words.ts';
import { resumeRun } from './resume-run.ts';
import { showKeptRun } from './show-kept-run.ts';
import { useSituation } from '../../app/session/situation.ts';

/** Uploads that were left before their end, offered again. */
export function KeptUploads() {
  const session = useSession();
  const [{ uploads, unreadable }, setListed] = useState<Reply<'upload.list'>>({
    uploads: [],
    unreadable: [],
  });
  useEffect(() => {
    let gone = false;
    void session.host.call('upload.list', {}).then((answer) => {
      if (!gone && answer.ok) setListed(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [session]);
  const forget = (id: string): void => {
    const isOther = (upload: { readonly id: string }): boolean => upload.id !== id;
    setListed({ uploads: uploads.filter(isOther), unreadable: unreadable.filter(isOther) });
    void session.host.call('upload.forget', { upload: id });
  };
  if (uploads.length + unreadable.length === 0) return null;
  return (
    <section className="kept-list" aria-labelledby="kept-uploads-title">
      <h2 id="kept-uploads-title">Unfinished uploads</h2>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.id}>
            <IconCloudUpload size={20} stroke={1.6} aria-hidden />
            <p>
              <strong>
                Upload of {upload.name} to {upload.organization?.name ?? upload.host}
              </strong>
              <span>{stateWords(upload)}</span>
            </p>
            <span className="kept-list-acts">
              <Button variant="filled" onClick={() => void resumeRun(session, upload.id)}>
                Resume
              </Button>
              <Button onClick={() => void showKeptRun(session, upload)}>Show report</Button>
              <Button
                onClick={() => {
                  forget(upload.id);
                }}
              >
                Forget
              </Button>
            </span>
          </li>
        ))}
        {unreadable.map((upload) => (
          <UnreadableLine key={upload.id} upload={upload} onForget={forget} />
        ))}
      </ul>
    </section>
  );
}

interface UnreadableProps {
  readonly upload: UnreadableUpload;
  readonly onForget: (id: string) => void;
}

/** An upload that nobody can go on with: what is wrong with its journal, and where it is kept. */
function UnreadableLine({ upload: { id, path, why }, onForget }: UnreadableProps) {
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

function stateWords({ counts, writtenAt }: KeptUpload): string {
  const all = rowCount(counts);
  const done = (all - openCount(counts)).toLocaleString('en-US');
  return `${done} of ${all.toLocaleString('en-US')} rows done, stopped ${sayWhen(writtenAt)}`;
}
