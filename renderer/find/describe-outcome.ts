import { ordinalOf } from '../../shared/find/found-cells.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { CellPlace, Document } from '../app/session/document.ts';
import type { Find } from './find-state.ts';

/** What a search has come to, in a few words; rows that a filter hides are not searched, which is said. */
export function describeOutcome(
  { found, progress, query }: Pick<Find, 'found' | 'progress' | 'query'>,
  document: Pick<Document, 'roster' | 'shown'>,
  anchor: CellPlace | null,
): string {
  if (progress.kind === 'failed') return progress.why;
  if (query.text === '') return '';
  if (progress.kind === 'searching') return 'Searching…';
  const where = document.shown === null ? '' : ' in the rows shown';
  if (found.count === 0) return `Nothing found${where}`;
  const total = found.count.toLocaleString('en-US');
  const current = anchor === null ? 0 : ordinalOf(found, displayedIn(document), anchor);
  return current === 0 ? `${total} found${where}` : `${current.toLocaleString('en-US')} of ${total}${where}`;
}
