import { Button } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import { useSession } from '../../session/session.ts';
import { sayWhen } from '../../start/say-when.ts';
import { openCount, rowCount } from '../run/run-words.ts';
import { resumeRun } from './resume-run.ts';
import { showKeptRun } from './show-kept-run.ts';
import './kept-uploads.css';

/** Uploads that were left before their end, offered again. */
export function KeptUploads() {
  const session = useSession();
  const [uploads, setUploads] = useState<readonly KeptUpload[]>([]);
  useEffect(() => {
    let gone = false;
    void session.host.call('upload.list', {}).then((answer) => {
      if (!gone && answer.ok) setUploads(answer.value.uploads);
    });
    return () => {
      gone = true;
    };
  }, [session]);
  const forget = (id: string): void => {
    setUploads(uploads.filter((upload) => upload.id !== id));
    void session.host.call('upload.forget', { upload: id });
  };
  if (uploads.length === 0) return null;
  return (
    <section className="kept-uploads" aria-labelledby="kept-uploads-title">
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
            <span className="kept-uploads-acts">
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
      </ul>
    </section>
  );
}

function stateWords({ counts, writtenAt }: KeptUpload): string {
  const all = rowCount(counts);
  const done = (all - openCount(counts)).toLocaleString('en-US');
  return `${done} of ${all.toLocaleString('en-US')} rows done, stopped ${sayWhen(writtenAt, new Date())}`;
}
