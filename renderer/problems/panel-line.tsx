import { IconChevronDown, IconChevronRight, IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { fixLabel, sentenceOf } from '../../shared/rules/messages.ts';
import { peopleOf } from '../session/people.ts';
import { useSessionState } from '../session/session.ts';
import { describeEntry } from './describe-entry.ts';
import type { PanelLine } from './panel-lines.ts';

interface Place {
  readonly id: string;
  /** Distance from the top of the list, in CSS pixels. */
  readonly top: number;
  readonly isActive: boolean;
}

interface GroupProps extends Place {
  readonly line: PanelLine & { readonly kind: 'group' };
  readonly onToggle: () => void;
  readonly onOnly: () => void;
  readonly onFix: () => void;
}

/** The heading of a kind of problem: its count, and a button where problems of the kind can be mended safely. */
export function GroupLine({ id, top, isActive, line, onToggle, onOnly, onFix }: GroupProps) {
  const { group, isOpen } = line;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const count = group.entries.length.toLocaleString('en-US');
  return (
    <div
      role="treeitem"
      id={id}
      className="rc-problems-group"
      style={{ top }}
      data-active={isActive}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={isActive}
      onClick={onToggle}
    >
      <Chevron size={14} aria-hidden />
      <span className={`rc-dot rc-dot-${group.severity}`} role="img" aria-label={group.severity} />
      <span className="rc-problems-title" title={group.title}>
        {group.title}
      </span>
      <OnlyButton onOnly={onOnly} />
      <span className="rc-problems-number">{count}</span>
      {group.safe > 0 && (
        <FixButton title={`Fix all ${group.safe.toLocaleString('en-US')} of this kind`} onFix={onFix}>
          Fix {group.safe === group.entries.length ? 'all' : group.safe.toLocaleString('en-US')}
        </FixButton>
      )}
    </div>
  );
}

/** A button for the mouse; the keyboard has the list of rows shown above. */
function OnlyButton({ onOnly }: { readonly onOnly: () => void }) {
  return (
    <button
      type="button"
      className="rc-problems-only"
      tabIndex={-1}
      title="Show only rows with this"
      aria-label="Show only rows with this"
      onClick={(event) => {
        event.stopPropagation();
        onOnly();
      }}
    >
      <IconFilter size={14} aria-hidden />
    </button>
  );
}

interface EntryProps extends Place {
  readonly line: PanelLine & { readonly kind: 'entry' };
  readonly onGo: () => void;
  readonly onFix: () => void;
}

/** One problem: its line and the text that is wrong; the sentence is its description. */
export function EntryLine({ id, top, isActive, line, onGo, onFix }: EntryProps) {
  const roster = useSessionState((state) => state.document?.roster ?? null);
  if (roster === null) return null;
  const { entry, group, place } = line;
  const { problem } = entry;
  const people = peopleOf(roster);
  const shown = describeEntry(roster, entry);
  const [fix] = problem.fixes;
  const sentence = sentenceOf(problem, people);
  return (
    <div
      role="treeitem"
      id={id}
      className="rc-problems-entry"
      style={{ top }}
      data-active={isActive}
      aria-level={2}
      aria-setsize={group.entries.length}
      aria-posinset={place + 1}
      aria-selected={isActive}
      aria-description={sentence}
      title={sentence}
      onClick={onGo}
    >
      <span className="rc-problems-at">line {shown.line}</span>
      <span className="rc-problems-text" data-empty={shown.isEmpty}>
        {shown.text}
      </span>
      {fix && (
        <FixButton title={fixLabel(problem, fix, people)} onFix={onFix}>
          Fix
        </FixButton>
      )}
    </div>
  );
}

interface FixProps {
  readonly title: string;
  readonly onFix: () => void;
  readonly children: ReactNode;
}

/** A button for the mouse; the keyboard mends the active line by Ctrl+. instead, so Tab passes it by. */
function FixButton({ title, onFix, children }: FixProps) {
  return (
    <button
      type="button"
      className="rc-problems-fix"
      tabIndex={-1}
      title={title}
      onClick={(event) => {
        event.stopPropagation();
        onFix();
      }}
    >
      {children}
    </button>
  );
}
