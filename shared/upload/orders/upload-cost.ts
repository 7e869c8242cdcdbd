import { lookUpsOfPerson } from '../plan/add-up.ts';
import type { UploadPlan } from '../plan/upload-plan.ts';
import type { SentOrder, UploadOrder } from './upload-order.ts';

/** Requests a minute where nobody says otherwise: what Agent Connect publishes for reading (100), with room for others. */
export const USUAL_RATE = 60;

/** Minutes for which pages of the current team tell who is absent; SECURITY names it as the window of risk. */
export const FRESH_MINUTES = 10;

/** People on a page, and lists that are read: everyone, and those of each status but “active”. */
const PAGE_SIZE = 500;
const LISTS = 6;

/** Requests that read a team of so many people, who are on one list or, but for the active, on two. */
export function pagesOf(people: number): number {
  return Math.max(1, Math.ceil(people / PAGE_SIZE)) + LISTS - 1;
}

/** Requests that look up the person of an order. */
export function lookUpsOf(order: SentOrder): number {
  return order.kind === 'update' ? lookUpsOfPerson(order.member, order.status) : lookUpsOfPerson(order, null);
}

/** Requests that look up the person of an order for whom something is sent, on average. */
export function lookUpsEach(orders: readonly UploadOrder[]): number {
  const sent = orders.filter((order) => order.kind === 'create' || order.kind === 'update');
  return sent.reduce((sum, order) => sum + lookUpsOf(order), 0) / Math.max(1, sent.length);
}

/** Whether reading so many pages takes fewer requests than the look-ups that it spares: those of the minutes it is good for. */
export function isReadingCheaper(pages: number, lookUpsLeft: number, lookUpsAMinute: number): boolean {
  return pages < Math.min(lookUpsLeft, lookUpsAMinute * FRESH_MINUTES);
}

/** What carrying out a plan costs. */
export interface UploadCost {
  readonly requests: number;
  /** At the rate that is allowed. */
  readonly minutes: number;
}

/**
 * What an upload of a plan costs on the clean path at so many requests a minute: as it is done unless told, and where each
 * person is looked up right before sending. `teamSize` is the number of people in the current team.
 */
export function uploadCost(
  { counts, requests: { writes, lookUps } }: Pick<UploadPlan, 'counts' | 'requests'>,
  teamSize: number,
  rate: number,
): { readonly usual: UploadCost; readonly careful: UploadCost } {
  const people = counts.create + counts.changed;
  const careful = writes + lookUps;
  // The pages are read again whenever they are too old; meanwhile the team grows.
  const reads = Math.max(1, Math.ceil(writes / (rate * FRESH_MINUTES)));
  const pages = pagesOf(teamSize + counts.create / 2);
  const isCheaper = people > 0 && isReadingCheaper(pages, lookUps, (rate * lookUps) / people);
  const usual = isCheaper ? writes + reads * pages : careful;
  const costOf = (requests: number): UploadCost => ({ requests, minutes: requests / rate });
  return { usual: costOf(Math.min(usual, careful)), careful: costOf(careful) };
}

/** A time as people plan by it: “less than a minute”, “about 12 minutes”, “about 3 hours”. */
export function aboutTime(seconds: number): string {
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes === 1) return 'about 1 minute';
  return `about ${minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`}`;
}
