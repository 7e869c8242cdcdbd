import { USUAL_RATE } from '../../shared/upload/orders/upload-cost.ts';

/** How fast an upload goes, and how long it looks for what came of a request that got no answer. */
export interface UploadLimits {
  /** Requests a minute. */
  readonly rate: number;
  /** Requests at once. */
  readonly concurrency: number;
  /** Seconds. */
  readonly settle: number;
}

/** Where nobody says otherwise. */
export const USUAL_LIMITS: UploadLimits = { rate: USUAL_RATE, concurrency: 2, settle: 40 };

/** The most that each may be. */
export const MOST_LIMITS: UploadLimits = { rate: 6000, concurrency: 16, settle: 3600 };

/** Whether a limit may be so much: a whole number from 1 to the most. */
export function isAllowed(limit: keyof UploadLimits, value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST_LIMITS[limit];
}
