import { success } from '../../shared/failures/result.ts';
import type { RecentFiles } from '../recent/recent-files.ts';
import type { Handlers } from './door.ts';
import type { KnownFiles } from './known-files.ts';

/** Answers the calls about the files that were open before. */
export function answerRecent(
  recent: RecentFiles,
  files: KnownFiles,
): Handlers<'recent.list' | 'recent.clear'> {
  return {
    'recent.list': async () => {
      const found = await recent.list();
      return success({
        files: found.map(({ path, openedAt }) => ({ ...files.at(path).ref, openedAt })),
        setAside: recent.takeSetAside(),
      });
    },
    'recent.clear': async () => {
      const cleared = await recent.clear();
      return cleared.ok ? success({}) : cleared;
    },
  };
}
