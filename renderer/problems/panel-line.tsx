import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DUPLICATE_CODES } from '../../shared/fixes/merge-duplicates.ts';
import { fixLabel, sentenceOf } from '../../shared/rules/messages.ts';
import { headerOfLeaders, isAboutLeaders, isCompared, shownIn } from './problem-commands.ts';
import { peopleOf } from '../app/session/people.ts';
import { useSessionState } from '../app/session/session.ts';
import { describeEntry, type PanelLine } from './problem-groups.ts';
import css from './problems-panel.module.css';

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
  /** Opens the form that fills all cells of the group. */
  readonly onSet: () => void;
}

/** The heading of a kind of problem: its title, and below it the count and what can be done with all of the kind. */
export function GroupLine({ id, top, isActive, line, onToggle, onOnly, onFix, onSet }: GroupProps) {
  const { group, isOpen } = line;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const count = group.entries.length.toLocaleString('en-US');
  return (
    <div
      role="treeitem"
      id={id}
      data-testid="problem-group"
      className={css['problemsGroup']}
      style={{ top }}
      data-active={isActive}
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={isActive}
      onClick={onToggle}
    >
      <Chevron size={14} aria-hidden />
      <span className={`rc-dot rc-dot-${group.severity}`} role="img" aria-label={group.severity} />
      <span data-testid="problem-title" className={css['problemsTitle']} title={group.title}>
        {group.title}
      </span>
      <span className={css['problemsAll']}>
        {group.column === null && <span className={css['problemsNumber']}>{count}</span>}
        <LineButton
          kind="only"
          title="Show only rows with this, until all rows are shown again"
          onAct={onOnly}
        >
          Only these
        </LineButton>
        {group.fixable > 0 && (
          <LineButton
            kind="fix"
            title={`Fix all ${group.fixable.toLocaleString('en-US')} of this kind`}
            onAct={onFix}
          >
            Fix {group.fixable === group.entries.length ? 'all' : group.fixable.toLocaleString('en-US')}
          </LineButton>
        )}
        {isAboutLeaders(group) && <LeadersButton group={group} onFix={onFix} />}
        {DUPLICATE_CODES.has(group.code) && group.entries.some(({ problem }) => isCompared(problem)) && (
          <LineButton kind="fix" title="Compare the first of these rows side by side" onAct={onFix}>
            Compare…
          </LineButton>
        )}
        {group.column !== null && !isAboutLeaders(group) && (
          <LineButton kind="fix" title={`Fill ${count} empty cells with one text`} onAct={onSet}>
            {group.entries.length === 1 ? 'Set…' : `Set for all ${count}…`}
          </LineButton>
        )}
        {group.code === 'deactivated.incomplete' && (
          <LineButton kind="fix" title="Delete the rows of these deactivated people" onAct={onFix}>
            Delete
          </LineButton>
        )}
      </span>
    </div>
  );
}

/** The way to say who leads: by a column that names them, where there is one and nobody has a leader yet. */
function LeadersButton({ group, onFix }: Pick<GroupProps, 'onFix'> & Pick<GroupProps['line'], 'group'>) {
  const header = useSessionState(({ document }) =>
    document === null || group.column === null
      ? null
      : headerOfLeaders(document.roster, group.entries.length),
  );
  return header === null ? (
    <LineButton kind="fix" title="Resolve leaders: say who is meant, for all rows at once" onAct={onFix}>
      Resolve…
    </LineButton>
  ) : (
    <LineButton kind="fix" title={`Take “${header}” for Team Leader, under Columns…`} onAct={onFix}>
      Columns…
    </LineButton>
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
  const { entry, group, place } = line;
  const { problem } = entry;
  const isHidden = useSessionState(({ layout }) => layout.hidden.includes(shownIn(problem)));
  if (roster === null) return null;
  const people = peopleOf(roster);
  const shown = describeEntry(roster, entry);
  const [fix] = problem.fixes;
  const sentence = sentenceOf(problem, people);
  const said = isHidden ? `${sentence} Its column is hidden; going there shows it.` : sentence;
  return (
    <div
      role="treeitem"
      id={id}
      className={css['problemsEntry']}
      style={{ top }}
      data-active={isActive}
      aria-level={2}
      aria-setsize={group.entries.length}
      aria-posinset={place + 1}
      aria-selected={isActive}
      aria-description={said}
      title={said}
      onClick={onGo}
    >
      <span className={css['problemsAt']}>line {shown.line}</span>
      <span className={css['problemsText']} data-empty={shown.isEmpty}>
        {shown.text}
      </span>
      {isHidden && <span className={css['problemsHidden']}>hidden</span>}
      {fix && (
        <LineButton kind="fix" title={fixLabel(problem, fix, people)} onAct={onFix}>
          Fix
        </LineButton>
      )}
      {fix === undefined && isCompared(problem) && (
        <LineButton kind="fix" title="Compare these rows side by side" onAct={onFix}>
          Compare…
        </LineButton>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly kind: 'only' | 'fix';
  readonly title: string;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

/**
 * A button for the mouse, so Tab passes it by: by the keyboard, Ctrl+. mends the active line, and the choice above the
 * list shows only some rows.
 */
function LineButton({ kind, title, onAct, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={kind === 'fix' ? css['problemsFix'] : css['problemsOnly']}
      tabIndex={-1}
      title={title}
      onClick={(event) => {
        event.stopPropagation();
        onAct();
      }}
    >
      {children}
    </button>
  );
}
