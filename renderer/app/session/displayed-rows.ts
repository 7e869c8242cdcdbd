import type { Row } from '../../../shared/roster/roster.ts';
import type { Session } from './session.ts';
import type { Document } from './document.ts';

/** The rows that the grid shows, in the order in which it shows them; what acts on a range acts on these. */
export function displayedRows({ store }: Pick<Session, 'store'>): readonly Row[] {
  const { document } = store.getState();
  return document === null ? [] : displayedIn(document);
}

/** The rows of an open roster that the grid shows, in the order in which it shows them. */
export function displayedIn({ roster, shown }: Pick<Document, 'roster' | 'shown'>): readonly Row[] {
  return shown?.rows ?? roster.rows;
}
