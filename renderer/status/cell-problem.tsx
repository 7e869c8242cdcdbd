import { AT } from '../../shared/columns/catalogue.ts';
import type { Problem } from '../../shared/rules/problem.ts';
import { fixLabel, sentenceOf } from '../../shared/rules/messages.ts';
import { keyLabel } from '../commands/key-label.ts';
import { peopleOf } from '../session/people.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { CellPlace, Document } from '../session/state.ts';

/** What is wrong with the selected cell and the key that mends it; read out as the selection moves. */
export function CellProblem() {
  const { app } = useSession();
  const document = useSessionState((state) => state.document);
  const head = useSessionState((state) => state.selection?.head);
  const problems = document && head ? problemsAt(document, head) : [];
  const [first] = problems;
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

/** The problems of a cell, errors first; those of the whole row belong to its first cell. */
function problemsAt({ checker }: Document, { row, position }: CellPlace): readonly Problem[] {
  const here = checker
    .problemsOf(row)
    .filter(({ column }) => (column === null ? position === 0 : AT[column] === position));
  return here.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}
