import type { Problem } from '../../../shared/rules/problem.ts';
import { fixLabel, sentenceOf } from '../../../shared/rules/messages.ts';
import { keyLabel } from '../commands/keys.ts';
import { problemsAt } from '../../problems/problem-places.ts';
import { peopleOf } from '../session/people.ts';
import { differenceAt, differenceSentence } from '../../grid/view/team-difference.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { CellPlace, Document } from '../session/document.ts';

/** What is wrong with the selected cell and the key that mends it, or what it would change; read out as the selection moves. */
export function CellProblem() {
  const { app } = useSession();
  const document = useSessionState((state) => state.document);
  const active = useSessionState((state) => state.selection?.anchor);
  const problems = document && active ? gravestFirst(document, active) : [];
  const [first] = problems;
  const difference = document && active && differenceAt(document, active.row, active.position);
  if (document !== null && first === undefined && difference) {
    const has = differenceSentence(difference);
    return (
      <span className="status-problem" role="status" aria-live="polite" title={has}>
        <span className="status-sentence">{has}</span>
      </span>
    );
  }
  if (document === null || first === undefined)
    return <span className="status-problem" role="status" aria-live="polite" />;
  const people = peopleOf(document.roster);
  const fixable = problems.find(({ fixes }) => fixes.length > 0);
  const [fix] = fixable?.fixes ?? [];
  const hint = fixable && fix && `${keyLabel('Mod+.', app.platform)}: ${fixLabel(fixable, fix, people)}`;
  const sentence = sentenceOf(first, people);
  return (
    <span
      className="status-problem"
      role="status"
      aria-live="polite"
      data-severity={first.severity}
      title={sentence}
    >
      <span className="status-sentence">{sentence}</span>
      {hint && <span className="status-hint"> {hint}</span>}
    </span>
  );
}

/** The problems that a cell shows, errors first. */
function gravestFirst(document: Document, { row, position }: CellPlace): readonly Problem[] {
  return problemsAt(document, row, position).toSorted((a, b) => rank(a) - rank(b));
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}
