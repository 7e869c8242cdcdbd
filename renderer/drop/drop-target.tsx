import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSession } from '../app/session/session.ts';
import { hasPeople, listenToDrops } from './listen-to-drops.ts';
import './drop-target.css';

/** Takes a file that is dropped anywhere on the window, and says so while one hovers. */
export function DropTarget() {
  const session = useSession();
  const [hovering, setHovering] = useState(false);
  useEffect(() => listenToDrops(session, setHovering), [session]);
  if (!hovering) return null;
  return (
    <div className="drop-target" aria-hidden>
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
