import { useEffect, useState } from 'react';
import { judgingRows } from '../../shared/rules/verdict.ts';
import { runPaced } from '../session/pace.ts';
import type { Document } from '../session/state.ts';
import type { Choices } from './choices.ts';
import { type Planned, planningFor } from './export-roster.ts';

/** The form of the file changes nothing of its plan. */
type PlannedChoices = Omit<Choices, 'format'>;

/** The plan for what is chosen; null while it is made, which takes a moment for 100,000 rows and holds nothing up. */
export function usePlanned(document: Document, choices: Choices): Planned | null {
  const { rows, leadersFirst, passwords, template, changedOnly } = choices;
  const [made, setMade] = useState<{ readonly of: PlannedChoices; readonly planned: Planned } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const of = { rows, leadersFirst, passwords, template, changedOnly };
    void runPaced(planning(document, of), controller.signal).then((done) => {
      if (done !== null && !controller.signal.aborted) setMade({ of, planned: done.value });
    });
    return () => {
      controller.abort();
    };
  }, [document, rows, leadersFirst, passwords, template, changedOnly]);
  const { of } = made ?? {};
  const isOfThese =
    of?.rows === rows &&
    of.leadersFirst === leadersFirst &&
    of.passwords === passwords &&
    of.template === template &&
    of.changedOnly === changedOnly;
  return made && isOfThese ? made.planned : null;
}

function* planning(document: Document, choices: PlannedChoices): Generator<unknown, Planned> {
  const plan = yield* planningFor(document, choices);
  return { plan, verdict: yield* judgingRows(plan, document.roster, document.checker) };
}
