import type { Failure } from '../../../shared/failures.ts';

/**
 * Why people are not carried out any further: all are done, somebody wants a pause or the end, the server or the network
 * needs somebody's attention, the server refuses the key, or the journal cannot be written.
 */
export type LegEnd =
  | { readonly kind: 'finished' | 'stopped' }
  | { readonly kind: 'paused'; readonly why: Failure | null }
  | { readonly kind: 'forbidden' | 'unwritten'; readonly why: Failure };
