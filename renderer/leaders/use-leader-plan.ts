import { useEffect, useState } from 'react';
import { type LeaderPlan, planLeaders } from '../../shared/leaders/plan-leaders.ts';
import { runPaced } from '../session/pace.ts';
import type { Document } from '../session/state.ts';

/** Parts of the way that are shown one by one: the dialog is drawn again for each. */
const STEPS = 20;

/** Whom the Team Leaders of the open roster mean, worked out while the window stays responsive; null until it is known. */
export function useLeaderPlan({ roster, checker }: Pick<Document, 'roster' | 'checker'>): {
  readonly plan: LeaderPlan | null;
  /** How far it is, from 0 to 1. */
  readonly fraction: number;
} {
  const [plan, setPlan] = useState<LeaderPlan | null>(null);
  const [fraction, setFraction] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const showProgress = (done: number): void => {
      setFraction(Math.floor(done * STEPS) / STEPS);
    };
    void runPaced(planLeaders(roster, checker), stop.signal, showProgress).then((done) => {
      if (done !== null && !stop.signal.aborted) setPlan(done.value);
    });
    return () => {
      stop.abort();
    };
  }, [roster, checker]);
  return { plan, fraction };
}
