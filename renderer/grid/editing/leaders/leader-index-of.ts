import type { Session } from '../../../session/session.ts';
import { currentSettings } from '../../../session/settings.ts';
import { documentOf } from '../../grid-view.ts';
import { LeaderIndex } from './leader-index.ts';

const indexes = new WeakMap<object, LeaderIndex>();

/** The leaders of a session's open roster, kept by every change from the first time that they are asked for. */
export function leaderIndexOf(session: Session): LeaderIndex {
  const { roster } = documentOf({ session });
  const known = indexes.get(roster);
  if (known) return known;
  const index = new LeaderIndex(roster, currentSettings().team);
  indexes.set(roster, index);
  const stop = session.store.subscribe(({ document }, before) => {
    if (document?.roster !== roster) stop();
    else if (document.version !== before.document?.version)
      index.touch(document.touched.rows, document.touched.structure);
  });
  return index;
}
