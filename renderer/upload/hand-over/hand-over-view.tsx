import { Button, Checkbox } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileRef } from '../../../shared/contract/call.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { runCommand } from '../../app/commands/command.ts';
import { describeWritten } from '../../app/session/describe-written.ts';
import { isExportCurrent } from '../../app/session/last-export.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { currentMode } from '../../app/session/settings.ts';
import { useSituation } from '../../app/session/situation.ts';
import { VerdictNote } from '../../problems/verdict-note.tsx';
import { HAND_OVER_STEPS, type HandOverStep } from './hand-over-steps.ts';
import { backToPlan } from '../show-upload.ts';
import { subdomainOf } from '../upload-target.ts';
import './hand-over.css';

/** For those without an API key: the file, the page that takes it, and what is left to do there. */
export function HandOverView({ done }: { readonly done: ReadonlySet<HandOverStep> }) {
  const session = useSession();
  const mode = useSessionState(currentMode);
  return (
    <>
      <div className="upload-scroll">
        <p className="upload-quiet">
          Without an API key, Agent Connect’s own {mode === 'create' ? 'Bulk Create' : 'bulk update'} page
          does the work. This is the way there.
        </p>
        <ol className="hand-over">
          <ExportStep />
          <OpenPageStep />
          {HAND_OVER_STEPS[mode].map(({ name, title, sentence }) => (
            <li key={name}>
              <Checkbox
                label={title}
                description={sentence}
                checked={done.has(name)}
                onChange={({ currentTarget: { checked } }) => {
                  const now = new Set(done);
                  if (checked) now.add(name);
                  else now.delete(name);
                  session.store.setState({ upload: { kind: 'handingOver', done: now } });
                }}
              />
            </li>
          ))}
        </ol>
      </div>
      <footer className="upload-actions">
        <Button
          className="at-start"
          onClick={() => {
            backToPlan(session);
          }}
        >
          Back to the plan
        </Button>
      </footer>
    </>
  );
}

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

/** Opens the organization's Agent Connect in the browser. */
export function OpenPageStep() {
  const session = useSession();
  const here = useSituation();
  const subdomain = useSessionState(subdomainOf);
  const [said, setSaid] = useState('');
  if (subdomain === null)
    return (
      <li className="hand-over-own">
        <h3>Open Agent Connect in your browser</h3>
        <p>Choose an organization with its subdomain, and its page can be opened from here.</p>
      </li>
    );
  const page = `${subdomain}.stellaconnect.net`;
  const open = async (): Promise<void> => {
    const answer = await session.host.call('page.open', { subdomain });
    setSaid(answer.ok ? '' : failureSentence(answer.failure, here));
  };
  return (
    <li className="hand-over-own">
      <h3>Open Agent Connect in your browser</h3>
      {session.app.chooser === 'native' ? (
        <Button onClick={() => void open()}>Open {page}</Button>
      ) : (
        <Button component="a" href={`https://${page}/`} target="_blank" rel="noopener noreferrer">
          Open {page}
        </Button>
      )}
      <span role="status">{said}</span>
    </li>
  );
}
