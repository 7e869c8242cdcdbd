import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AT } from '../../shared/person/catalogue.ts';
import { DUPLICATE_CODES } from '../../shared/fixes/merge-duplicates.ts';
import { FIXED_ALIKE, fixesAlike, safeFixes } from '../../shared/rules/safe-fixes.ts';
import { filterProblems } from '../app/session/filter-rows.ts';
import {
  applyFix,
  compareDuplicates,
  headerOfLeaders,
  isAboutLeaders,
  isCompared,
  positionOf,
  resolveLeaders,
} from './problem-commands.ts';
import { runCommand } from '../app/commands/command.ts';
import { edit } from '../app/session/edit-roster.ts';
import { reveal } from '../app/session/reveal.ts';
import { type Session, useSession } from '../app/session/session.ts';
import { listStep } from '../ui/list-step.ts';
import { deleteIncomplete } from '../organization/roster-mode.ts';
import { EntryLine, GroupLine } from './panel-line.tsx';
import { type PanelLine, panelLines, type ProblemEntry, type ProblemGroup } from './problem-groups.ts';
import css from './problems-panel.module.css';

/** Heights of a kind's heading and of a problem's line, in CSS pixels, as in the style sheet. */
const HEADING_HEIGHT = 50;
const LINE_HEIGHT = 26;
/** Lines that Page Down goes. */
const PAGE = 15;

/** The groups and their problems as a tree that one Tab reaches and arrows walk; only the lines in sight exist. */
export function ProblemList({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(0);
  const lines = useMemo(() => panelLines(groups, closed), [groups, closed]);
  const active = Math.min(chosen, lines.count - 1);
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines.isHeading(index) ? HEADING_HEIGHT : LINE_HEIGHT),
    overscan: 10,
  });
  // It keeps the heights of as many lines as before, where other lines are headings now.
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, lines]);
  const acts: ListActs = {
    lines,
    active,
    choose: (index) => {
      const to = Math.max(0, Math.min(index, lines.count - 1));
      setChosen(to);
      virtualizer.scrollToIndex(to);
    },
    toggle: (key) => {
      setClosed(toggled(closed, key));
    },
    goTo: ({ row, problem }) => {
      reveal(session, { row, position: positionOf(problem) });
    },
    showOnly: ({ code, column }) => {
      filterProblems(session, { severity: null, code, column });
    },
    setAll: ({ column, entries }) => {
      if (column === null) return;
      const rows = entries.map(({ row }) => row);
      session.store.setState({ dialog: { kind: 'setColumn', position: AT[column], rows } });
    },
    fix: (line) => {
      fixLine(session, line);
    },
  };
  return (
    <div className={css['problemsList']} ref={scroller}>
      <div
        role="tree"
        tabIndex={0}
        aria-label="Problems by kind"
        aria-activedescendant={lineId(active)}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          onKey(event, acts);
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines.at(index);
          return (
            line && (
              <Line
                key={line.key}
                line={line}
                id={lineId(index)}
                top={start}
                isActive={index === active}
                acts={acts}
                onChoose={() => {
                  setChosen(index);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface ListActs {
  readonly lines: ReturnType<typeof panelLines>;
  readonly active: number;
  readonly choose: (index: number) => void;
  readonly toggle: (key: string) => void;
  readonly goTo: (entry: ProblemEntry) => void;
  readonly showOnly: (group: ProblemGroup) => void;
  readonly setAll: (group: ProblemGroup) => void;
  readonly fix: (line: PanelLine) => void;
}

interface LineProps {
  readonly line: PanelLine;
  readonly id: string;
  readonly top: number;
  readonly isActive: boolean;
  readonly acts: ListActs;
  readonly onChoose: () => void;
}

function Line({ line, id, top, isActive, acts, onChoose }: LineProps) {
  const place = { id, top, isActive };
  const onFix = (): void => {
    onChoose();
    acts.fix(line);
  };
  if (line.kind === 'group') {
    const onToggle = (): void => {
      onChoose();
      acts.toggle(line.group.key);
    };
    const onOnly = (): void => {
      onChoose();
      acts.showOnly(line.group);
    };
    const onSet = (): void => {
      onChoose();
      acts.setAll(line.group);
    };
    return (
      <GroupLine {...place} line={line} onToggle={onToggle} onOnly={onOnly} onFix={onFix} onSet={onSet} />
    );
  }
  const onGo = (): void => {
    onChoose();
    acts.goTo(line.entry);
  };
  return <EntryLine {...place} line={line} onGo={onGo} onFix={onFix} />;
}

function lineId(index: number): string {
  return `rc-problem-${index}`;
}

function toggled(closed: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(closed);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Fixes one problem by its best fix, or all of a kind that can be fixed safely or by deleting their rows; compares duplicates. */
function fixLine(session: Session, line: PanelLine): void {
  const { document } = session.store.getState();
  if (document === null) return;
  const { checker, roster } = document;
  // The list is a moment behind the roster: what has gone meanwhile is not fixed twice.
  const isThere = ({ row, problem }: ProblemEntry): boolean => checker.problemsOf(row).includes(problem);
  if (line.kind === 'group') {
    const { code, column, title, entries } = line.group;
    if (code === 'deactivated.incomplete') {
      deleteIncomplete(session, document);
      return;
    }
    if (isAboutLeaders(line.group)) {
      if (column === 'teamLeader' && headerOfLeaders(roster, entries.length) !== null)
        runCommand(session, 'columns.map');
      else resolveLeaders(session);
      return;
    }
    if (DUPLICATE_CODES.has(code)) {
      const first = entries.find((entry) => isThere(entry) && isCompared(entry.problem));
      if (first) compareDuplicates(session, [first.problem]);
      return;
    }
    const fixes = FIXED_ALIKE.has(code)
      ? fixesAlike(roster, checker, code)
      : safeFixes(roster, checker, { code });
    edit(session, `Fix all: ${title}`, fixes);
    return;
  }
  const { problem } = line.entry;
  const [fix] = problem.fixes;
  if (!isThere(line.entry)) return;
  if (fix !== undefined) applyFix(session, problem, fix);
  else compareDuplicates(session, [problem]);
}

function onKey(event: KeyboardEvent, acts: ListActs): void {
  const line = acts.lines.at(acts.active);
  if (line === null || event.altKey) return;
  const act = keyAct(event, line, acts);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** What a key does in the tree, by the pattern of the ARIA Authoring Practices; null where it does nothing. */
function keyAct(event: KeyboardEvent, line: PanelLine, acts: ListActs): (() => void) | null {
  const { active, choose, toggle, lines } = acts;
  if (event.ctrlKey || event.metaKey) {
    return event.code === 'Period' && !event.shiftKey
      ? () => {
          acts.fix(line);
        }
      : null;
  }
  const step = listStep(event.key, active, lines.count, PAGE);
  if (step !== null) {
    return () => {
      choose(step);
    };
  }
  const isOpen = line.kind === 'group' && line.isOpen;
  switch (event.key) {
    case 'Enter':
    case ' ':
      return () => {
        if (line.kind === 'group') toggle(line.group.key);
        else acts.goTo(line.entry);
      };
    case 'ArrowRight':
      return line.kind === 'entry'
        ? null
        : () => {
            if (isOpen) choose(active + 1);
            else toggle(line.group.key);
          };
    case 'ArrowLeft':
      return () => {
        if (line.kind === 'entry') choose(active - line.place - 1);
        else if (isOpen) toggle(line.group.key);
      };
    default:
      return null;
  }
}
