import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { assignSource, withFrom, withValues } from '../../shared/mapping/assign-source.ts';
import type { KnownPeople } from '../../shared/mapping/find-named.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping, MappedColumn, MappedKey } from '../../shared/mapping/mapping.ts';
import { type MappingPurpose, proposeValues } from '../../shared/mapping/propose-mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { MadeColumns } from './made-columns.tsx';
import { MappingPreview } from './mapping-preview.tsx';
import type { RecalledMapping } from './recalled.ts';
import { SourceList } from './source-line.tsx';
import { findUnanswered, type Unanswered } from './unanswered.ts';
import { useExcluded, useFits, useJudge, useNamed, useOverwritten, useProposal } from './use-mapping.ts';
import './mapping.css';

interface Props {
  readonly title: string;
  /** What taking the columns means. */
  readonly note: string;
  readonly purpose: MappingPurpose;
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** The people who are searched for leaders, besides those of the file. */
  readonly known: KnownPeople;
  /** The mapping to begin with in place of what is proposed; null for none. */
  readonly recalled: RecalledMapping | null;
  /** Whether the roster has work in it that a mapping could take the place of. */
  readonly hasWork: boolean;
  /** Whether the roster is not to be seen before its columns are clear. */
  readonly covers?: boolean;
  readonly onForget: () => void;
  readonly onTake: (mapping: ColumnMapping) => void;
  readonly onClose: () => void;
}

/** Asks which columns of Agent Connect the columns of a file are, and shows the first people as they will be then. */
export function MappingForm(props: Props) {
  const { title, note, purpose, roster, sources, settings, known, recalled, hasWork } = props;
  const { onForget, onTake, onClose } = props;
  const judge = useJudge(settings);
  const proposal = useProposal(roster, sources, judge, purpose);
  const [chosen, setChosen] = useState<{ readonly over: unknown; readonly mapping: ColumnMapping } | null>(
    null,
  );
  const start = recalled?.mapping ?? proposal?.mapping ?? NOTHING;
  // What was chosen holds for what it was chosen over: without what was recalled, one begins again.
  const mapping = chosen?.over === recalled ? chosen.mapping : start;
  const setMapping = (next: ColumnMapping): void => {
    setChosen({ over: recalled, mapping: next });
  };
  const fits = useFits(roster, sources, mapping, judge);
  const named = useNamed(roster, sources, mapping, known);
  const excluded = useExcluded(roster, sources, mapping);
  const overwritten = useOverwritten(roster, sources, mapping, known, hasWork);
  const reasons = useMemo(
    () => (recalled === null ? proposal?.reasons : null) ?? new Map(),
    [recalled, proposal],
  );
  if (proposal === null) return null;
  const onValues = (key: MappedKey, values: MappedColumn['values']): void => {
    setMapping(withValues(mapping, key, values));
  };
  const out = [...excluded.values()].reduce((sum, count) => sum + count, 0);
  const cells = overwritten.reduce((sum, { count }) => sum + count, 0);
  return (
    <DialogFrame
      title={title}
      size="wide"
      covers={props.covers ?? false}
      onClose={onClose}
      actions={
        <>
          <p className="mapping-note">{note}</p>
          <Button onClick={onClose}>Leave them as they are</Button>
          <Button
            variant="filled"
            data-autofocus={recalled !== null || undefined}
            onClick={() => {
              onTake(mapping);
            }}
          >
            {cells === 0 ? 'Use these columns' : `Use these columns and change ${cellsOf(cells)}`}
          </Button>
        </>
      }
    >
      {typeof recalled?.usedAt === 'string' && <Recalled usedAt={recalled.usedAt} onForget={onForget} />}
      <Answers unanswered={findUnanswered(sources, mapping, fits)} />
      <div className="mapping">
        <div className="mapping-sources">
          <MadeColumns
            {...{ roster, sources, mapping, judge, named, onValues }}
            excluded={out}
            onChange={setMapping}
          />
          <SourceList
            {...{ roster, sources, mapping, fits, reasons, named, judge, onValues }}
            begins={recalled === null}
            onUse={(index, use) => {
              const next = assignSource(mapping, sources, index, use);
              setMapping(next.map((entry) => withSureValues(entry, mapping)));
            }}
            onManages={(manages) => {
              const leader = mapping.find(({ key }) => key === 'teamLeader');
              if (leader?.from.kind === 'person')
                setMapping(withFrom(mapping, 'teamLeader', { ...leader.from, manages }, leader.values));
            }}
          />
        </div>
        <MappingPreview {...{ roster, sources, mapping, judge, named, excluded, overwritten }} />
      </div>
    </DialogFrame>
  );

  function withSureValues(entry: MappedColumn, before: ColumnMapping): MappedColumn {
    return before.includes(entry) ? entry : finish(proposeValues(entry, roster, sources, judge));
  }
}

const NOTHING: ColumnMapping = [];

function cellsOf(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'cell' : 'cells'}`;
}

/** What still needs an answer, each with the way to where it is given. */
function Answers({ unanswered }: { readonly unanswered: readonly Unanswered[] }) {
  return (
    <div className="mapping-answers" data-doubt={unanswered.length > 0}>
      <span role="status">
        {unanswered.length === 0
          ? 'Every column that Agent Connect needs is there.'
          : `${unanswered.length} still ${unanswered.length === 1 ? 'needs' : 'need'} an answer:`}
      </span>
      {unanswered.map(({ id, text }) => (
        <button
          key={`${id} ${text}`}
          type="button"
          onClick={() => {
            document.getElementById(id)?.focus();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

interface RecalledProps {
  readonly usedAt: string;
  readonly onForget: () => void;
}

function Recalled({ usedAt, onForget }: RecalledProps) {
  const day = new Date(usedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (
    <div className="mapping-recalled">
      <p>The columns are mapped as on {day}, when a file had the same headers.</p>
      <Button onClick={onForget}>Don’t use this again</Button>
    </div>
  );
}
