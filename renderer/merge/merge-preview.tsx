import { useEffect, useRef } from 'react';
import type { MergeChoices, Meant } from '../../shared/merge/merge-choices.ts';
import type { MergePlan } from '../../shared/merge/merge-plan.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { listPeople } from './list-people.ts';
import { MergeList } from './merge-list.tsx';
import { MERGE_TABS, type MergeTab, NOBODY, TAB_LABELS, TAB_SENTENCES } from './merge-words.ts';

interface Props {
  readonly plan: MergePlan;
  readonly lines: readonly number[];
  readonly meant: MergeChoices['meant'];
  readonly tab: MergeTab;
  readonly onTab: (tab: MergeTab) => void;
  readonly onMean: (row: RowId, meant: Meant | null) => void;
}

/** Who is new, who changes and who does not: the counts, of which one is chosen, and its people. */
export function MergePreview({ plan, lines, meant, tab, onTab, onMean }: Props) {
  const people = listPeople(plan, tab, lines);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It comes a moment after the dialog; whoever has gone on to the choices stays there.
    if (document.activeElement instanceof HTMLInputElement) return;
    tabs.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);
  return (
    <section className="merge-preview" aria-label="What will come in">
      <div ref={tabs} className="merge-tabs" role="group" aria-label="People by what becomes of them">
        {MERGE_TABS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === tab}
            data-none={plan[name].length === 0}
            onClick={() => {
              onTab(name);
            }}
          >
            {TAB_LABELS[name]} <span>{plan[name].length.toLocaleString('en-US')}</span>
          </button>
        ))}
      </div>
      <p className="merge-sentence">{people.count === 0 ? NOBODY[tab] : TAB_SENTENCES[tab]}</p>
      <MergeList
        // Another list begins at its top.
        key={tab}
        label={TAB_LABELS[tab]}
        people={people}
        meant={meant}
        onMean={onMean}
      />
    </section>
  );
}
