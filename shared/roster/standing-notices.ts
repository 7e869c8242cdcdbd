import type { Notice } from './notices.ts';
import type { RosterColumns } from './roster.ts';

/** The notices that still hold: what a column is, and that it is only carried, may have been said since. */
export function standingNotices(notices: readonly Notice[], { carried }: RosterColumns): Notice[] {
  const headers = new Set(carried.map(({ header }) => header));
  const isCarried = (header: string): boolean => headers.has(header);
  return notices.flatMap((notice): Notice[] => {
    switch (notice.kind) {
      case 'carriedColumns': {
        const left = notice.headers.filter(isCarried);
        return left.length === 0 ? [] : [{ ...notice, headers: left }];
      }
      case 'unnamedColumn':
      case 'contactColumn':
        return isCarried(notice.header) ? [notice] : [];
      case 'claimedTwice':
        return notice.headers.some(isCarried) ? [notice] : [];
      default:
        return [notice];
    }
  });
}
