import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { showFailure, whenSafe } from '../app/session/dialogs.ts';
import { isLastExport } from '../app/session/last-export.ts';
import { openFile } from '../app/session/open-roster.ts';
import { type Session, useSession } from '../app/session/session.ts';
import { isBusy } from '../app/session/state.ts';
import css from './drop-target.module.css';

/** Takes a file that is dropped anywhere on the window, and says so while one hovers. */
export function DropTarget() {
  const session = useSession();
  const [hovering, setHovering] = useState(false);
  useEffect(() => listenToDrops(session, setHovering), [session]);
  if (!hovering) return null;
  return (
    <div className={css['dropTarget']} aria-hidden>
      <div>
        <IconFileDownload size={28} stroke={1.5} />
        <p>
          {hasPeople(session)
            ? 'Drop the file to open it, or to add its people'
            : 'Drop the roster to open it'}
        </p>
      </div>
    </div>
  );
}

/**
 * Opens the first file that is dropped on the window, or asks whether its people are to be added to the open roster;
 * without this, a browser would leave the page and show the file.
 */
function listenToDrops(session: Session, onHover: (hovering: boolean) => void): () => void {
  const over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const busy = isBusy(session.store.getState());
    if (event.dataTransfer) event.dataTransfer.dropEffect = busy ? 'none' : 'copy';
    onHover(!busy);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) onHover(false);
  };
  const drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    onHover(false);
    const file = event.dataTransfer?.files[0];
    if (file && !isBusy(session.store.getState())) void take(session, file);
  };
  const stop = new AbortController();
  window.addEventListener('dragover', over, { signal: stop.signal });
  window.addEventListener('dragleave', leave, { signal: stop.signal });
  window.addEventListener('drop', drop, { signal: stop.signal });
  return () => {
    stop.abort();
  };
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/** Whether a roster is open to which people may be added. */
function hasPeople({ store }: Session): boolean {
  return (store.getState().document?.roster.rows.length ?? 0) > 0;
}

async function take(session: Session, dropped: File): Promise<void> {
  const file = await session.host.fileFromDrop(dropped);
  if (!file.ok) showFailure(session, `“${dropped.name}” was not opened`, file.failure);
  else if (hasPeople(session)) {
    const isExport = isLastExport(session.store.getState(), file.value, dropped.size);
    session.store.setState({ dialog: { kind: 'dropped', file: file.value, isExport } });
  } else whenSafe(session, () => void openFile(session, file.value));
}
