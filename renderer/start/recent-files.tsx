import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import { openFile } from '../app/session/open-roster.ts';
import { sayDone } from '../app/session/say-done.ts';
import { useSession } from '../app/session/session.ts';
import { sayWhen } from '../ui/say-when.ts';

type Recent = Reply<'recent.list'>['files'];

/** Files in sight; the host keeps a few more. */
const MAX_SHOWN = 6;

const SET_ASIDE =
  'The list of recent files cannot be read any more. It is set aside on this computer, and begins anew.';

/** The rosters opened or saved last. Its place is kept while they are asked for, so that nothing jumps. */
export function RecentFiles() {
  const session = useSession();
  const [files, setFiles] = useState<Recent | null>(null);
  useEffect(() => {
    let gone = false;
    void session.host.call('recent.list', {}).then((answer) => {
      if (answer.ok && answer.value.setAside) sayDone(session, SET_ASIDE);
      if (!gone) setFiles(answer.ok ? answer.value.files : []);
    });
    return () => {
      gone = true;
    };
  }, [session]);
  const clear = (): void => {
    setFiles([]);
    void session.host.call('recent.clear', {});
  };
  return (
    <section className="recent" aria-labelledby="recent-title">
      <div className="recent-head">
        <h2 id="recent-title">Recent</h2>
        {files !== null && files.length > 0 && (
          <Button variant="subtle" color="gray" onClick={clear}>
            Clear the list
          </Button>
        )}
      </div>
      {files?.length === 0 && <p className="recent-none">Rosters that you open or save are listed here.</p>}
      <ul>
        {files?.slice(0, MAX_SHOWN).map((file) => (
          <li key={file.handle}>
            <button type="button" onClick={() => void openFile(session, file)}>
              <IconFileText size={18} stroke={1.5} aria-hidden />
              <span className="recent-name">{file.name}</span>
              <span className="recent-folder">{file.folder}</span>
              <time dateTime={file.openedAt}>{sayWhen(file.openedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
