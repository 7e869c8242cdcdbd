import { Button } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { failureSentence } from '../../../shared/failures/failures.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import { runCommand } from '../../app/commands/command.ts';
import { describeWritten } from '../../app/session/describe-written.ts';
import { isExportCurrent } from '../../app/session/last-export.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { currentMode } from '../../app/session/settings.ts';
import { VerdictNote } from '../../problems/verdict-note.tsx';
import { useSituation } from '../../app/session/situation.ts';

/** The file that is handed over: written, read back, and ready to be dragged onto the page. */
export function ExportStep() {
  const session = useSession();
  const mode = useSessionState(currentMode);
  const exported = useSessionState((state) => state.lastExport);
  const isCurrent = useSessionState((state) => state.lastExport?.accepted === true && isExportCurrent(state));
  return (
    <li className="hand-over-own" data-done={isCurrent}>
      <h3>
        Export the file that
        {mode === 'create' ? ' Bulk Create ' : ' the bulk update '}takes
      </h3>
      {exported === null ? (
        <p>It is written, read back and compared before you hand it over.</p>
      ) : (
        <>
          <p>
            {isCurrent
              ? `${exported.rows.toLocaleString('en-US')} rows. ${describeWritten(exported.replaced)}`
              : 'The file that was exported last is of another form or an older state of the roster: export it again.'}
          </p>
          {isCurrent && <VerdictNote verdict={exported.verdict} roster={exported.roster} />}
          {isCurrent && <ExportedFile file={exported.file} />}
        </>
      )}
      <Button
        onClick={() => {
          runCommand(session, 'file.export');
        }}
      >
        {exported === null ? 'Export…' : 'Export again…'}
      </Button>
    </li>
  );
}

/** The written file: dragged out of the window in the app, shown in its folder elsewhere. */
function ExportedFile({ file }: { readonly file: FileRef }) {
  const session = useSession();
  const here = useSituation();
  const [said, setSaid] = useState('');
  const ask = async (what: 'file.startDrag' | 'file.showInFolder'): Promise<void> => {
    const answer = await session.host.call(what, { file: file.handle });
    setSaid(answer.ok ? '' : failureSentence(answer.failure, here));
  };
  const isInApp = session.app.chooser === 'native';
  return (
    <p className="hand-over-file">
      {isInApp ? (
        <span
          className="hand-over-drag"
          draggable
          title="Drag this onto the page in your browser"
          onDragStart={(event) => {
            event.preventDefault();
            void ask('file.startDrag');
          }}
        >
          <IconGripVertical size={14} aria-hidden />
          {file.name}
        </span>
      ) : (
        <span>{file.name}</span>
      )}
      <Button onClick={() => void ask('file.showInFolder')}>Show in folder</Button>
      <span role="status">{said}</span>
    </p>
  );
}
