import { Button } from '@mantine/core';
import { IconBulb, IconColumns2 } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { setCells } from '../../shared/roster/edits.ts';
import { fixLabel, sentenceOf } from '../../shared/rules/messages.ts';
import type { FieldChange } from '../../shared/team/find-changes.ts';
import type { Problem } from '../../shared/rules/problem.ts';
import { applyFix, compareDuplicates, isCompared } from '../problems/problem-commands.ts';
import { keyLabel } from '../app/commands/keys.ts';
import { edit } from '../app/session/edit-roster.ts';
import { peopleOf } from '../app/session/people.ts';
import { useSessionState } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { differenceAt, differenceSentence } from './view/team-difference.ts';
import { problemsAt } from '../problems/problem-places.ts';
import type { GridView } from './view/grid-view.ts';
import { PUT_BACK } from './editing/edit-cells.ts';
import { focusCell } from './selection/select-cells.ts';
import { type CardTarget, followCard } from './card-target.ts';
import css from './problem-card.module.css';

/** The card beside a cell with problems, or that differs from Agent Connect: each one's sentence, and its fixes as buttons. */
export function ProblemCard({ view }: { readonly view: GridView }) {
  const [target, setTarget] = useState<CardTarget | null>(null);
  const document = useSessionState((state) => state.document);
  useEffect(() => followCard(view, setTarget), [view]);
  const problems = target && document ? problemsOf(document, target) : [];
  const firstFixed = problems.findIndex(({ fixes }) => fixes.length > 0);
  const difference =
    target && document && target.position !== null
      ? differenceAt(document, target.row, target.position)
      : null;
  if (target === null || document === null || (problems.length === 0 && difference === null)) return null;
  const hide = (): void => {
    setTarget(null);
  };
  return (
    <Card target={target} grid={view.wrapper} onLeave={hide}>
      {problems.map((problem, index) => (
        <ProblemLine
          key={`${problem.code} ${index}`}
          problem={problem}
          document={document}
          hint={
            index === (firstFixed < 0 ? problems.findIndex(isCompared) : firstFixed)
              ? keyLabel('Mod+.', view.session.app.platform)
              : null
          }
          onFix={(fix) => {
            hide();
            applyFix(view.session, problem, fix);
            const { selection } = view.session.store.getState();
            if (selection) focusCell(view, selection.anchor);
          }}
          onCompare={() => {
            hide();
            compareDuplicates(view.session, [problem]);
          }}
        />
      ))}
      {difference !== null && (
        <DifferenceLine
          difference={difference}
          onPutBack={(to) => {
            hide();
            const { row, position } = target;
            if (position !== null)
              edit(view.session, PUT_BACK, setCells(document.roster, [{ row, position, to }]));
            const { selection } = view.session.store.getState();
            if (selection) focusCell(view, selection.anchor);
          }}
        />
      )}
    </Card>
  );
}

function problemsOf(document: Document, { row, position }: CardTarget): readonly Problem[] {
  return position === null ? document.checker.problemsOf(row) : problemsAt(document, row, position);
}

interface CardProps {
  readonly target: CardTarget;
  readonly grid: Element;
  readonly onLeave: () => void;
  readonly children: React.ReactNode;
}

/** Pixels between the card and its cell, and between the card and the window's edge. */
const GAP = 4;
const EDGE = 8;

function Card({ target, grid, onLeave, children }: CardProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = ref.current;
    if (card === null) return;
    const { left, top } = placeBeside(
      target.cell,
      card.getBoundingClientRect(),
      grid.getBoundingClientRect(),
    );
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
  });
  return (
    <div
      data-part="card"
      className={css['card']}
      ref={ref}
      role="group"
      aria-label="Problems here"
      onPointerLeave={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Element && relatedTarget.closest('.rc-grid'))) onLeave();
      }}
    >
      {children}
    </div>
  );
}

/**
 * Beside the cell, so that its neighbours above and below can be seen and clicked: on its right, or else on its left;
 * where neither side of the grid has room, below or above it. In CSS pixels of the window.
 */
function placeBeside(
  cell: DOMRect,
  { width, height }: DOMRect,
  grid: DOMRect,
): { left: number; top: number } {
  const bottom = window.innerHeight - EDGE;
  const beside = [cell.right + GAP, cell.left - GAP - width].find(
    (x) => x >= grid.left && x + width <= grid.right,
  );
  if (beside !== undefined) return { left: beside, top: Math.max(EDGE, Math.min(cell.top, bottom - height)) };
  const below = cell.bottom + GAP;
  return {
    left: Math.max(EDGE, Math.min(cell.left, window.innerWidth - EDGE - width)),
    top: below + height <= bottom ? below : cell.top - GAP - height,
  };
}

interface DifferenceLineProps {
  readonly difference: FieldChange;
  readonly onPutBack: (to: string) => void;
}

/** What Agent Connect has in the place of a cell of a bulk update, and the way back to it. */
function DifferenceLine({ difference, onPutBack }: DifferenceLineProps) {
  const { from } = difference;
  return (
    <div className={css['cardProblem']}>
      <p className={css['cardSentence']}>
        <span className={css['cardChange']} aria-hidden />
        <span>{differenceSentence(difference)}</span>
      </p>
      {from !== null && (
        <div className={css['cardFixes']}>
          <Button
            size="compact-sm"
            onClick={() => {
              onPutBack(from);
            }}
          >
            {from === '' ? 'Empty the cell again' : 'Put it back'}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ProblemLineProps {
  readonly problem: Problem;
  readonly document: Document;
  /** The key that applies the first fix, or compares duplicates; null where it applies another's. */
  readonly hint: string | null;
  readonly onFix: (fix: Problem['fixes'][number]) => void;
  readonly onCompare: () => void;
}

function ProblemLine({ problem, document, hint, onFix, onCompare }: ProblemLineProps) {
  const people = peopleOf(document.roster);
  return (
    <div className={css['cardProblem']}>
      <p className={css['cardSentence']}>
        <span className={`rc-dot rc-dot-${problem.severity}`} role="img" aria-label={problem.severity} />
        <span>{sentenceOf(problem, people)}</span>
      </p>
      {(problem.fixes.length > 0 || isCompared(problem)) && (
        <div className={css['cardFixes']}>
          {problem.fixes.map((fix, index) => (
            <Button
              key={index}
              size="compact-sm"
              leftSection={<IconBulb size={15} aria-hidden />}
              rightSection={index === 0 && hint !== null ? <kbd>{hint}</kbd> : undefined}
              onClick={() => {
                onFix(fix);
              }}
            >
              {fixLabel(problem, fix, people)}
            </Button>
          ))}
          {isCompared(problem) && (
            <Button
              size="compact-sm"
              leftSection={<IconColumns2 size={15} aria-hidden />}
              rightSection={problem.fixes.length === 0 && hint !== null ? <kbd>{hint}</kbd> : undefined}
              onClick={onCompare}
            >
              Compare…
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
