import { useEffect, useState } from 'react';

/** The time, in milliseconds of the epoch, anew after each `every` milliseconds; null stands still. */
export function useTime(every: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === null) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, every);
    return () => {
      clearInterval(timer);
    };
  }, [every]);
  return now;
}
