import type { Session } from '../../../session/session.ts';
import { documentOf } from '../../grid-view.ts';
import { LeaderIndex } from './leader-index.ts';

const indexes = new WeakMap<object, LeaderIndex>();

/**
 * The leaders of a session's open roster and of the current team that it is checked against, kept by every change from
 * the first time that they are asked for.
 */
export function leaderIndexOf(session: Session): LeaderIndex {
  const { roster, checker } = documentOf({ session });
  const known = indexes.get(roster);
  const { team } = checker.settings;
  if (known?.team === team) return known;
  const index = new LeaderIndex(roster, team);
  indexes.set(roster, index);
  const stop = session.store.subscribe(({ document }, before) => {
    if (document?.roster !== roster || indexes.get(roster) !== index) stop();
    else if (document.version !== before.document?.version)
      index.touch(document.touched.rows, document.touched.structure);
  });
  return index;
}
