/** Notices that no page has called for a while. */
export interface IdleWatch {
  /** A page is there. */
  readonly touch: () => void;
  /** The page has gone: ends after the shorter time unless one comes back. */
  readonly shorten: () => void;
  /** Ends the watch: a page that goes afterwards, as pages do when their host ends, does not begin it again. */
  readonly stop: () => void;
}

/** Seconds without a page. */
interface IdleTimes {
  readonly seconds: number;
  readonly afterLeaving: number;
}

const TICKS = 20;

/**
 * Calls `onIdle` once when nobody has called for so long. Time is counted in ticks and not read from a clock, so that
 * a computer that slept does not find its page given up when it wakes.
 */
export function watchIdle(times: IdleTimes, onIdle: () => void): IdleWatch {
  let isStopped = false;
  let timer = setInterval(() => undefined, 1 << 30);
  const count = (seconds: number): void => {
    clearInterval(timer);
    if (isStopped) return;
    let left = TICKS;
    timer = setInterval(
      () => {
        left -= 1;
        if (left > 0) return;
        clearInterval(timer);
        onIdle();
      },
      (seconds * 1000) / TICKS,
    );
  };
  count(times.seconds);
  return {
    touch: () => {
      count(times.seconds);
    },
    shorten: () => {
      count(Math.min(times.seconds, times.afterLeaving));
    },
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
