import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { assignSource, withValues } from '../../shared/mapping/assign-source.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';
import { proposeValues } from '../../shared/mapping/propose-mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { MappingPreview } from './mapping-preview.tsx';
import { MissingColumns } from './missing-columns.tsx';
import { SourceList } from './source-list.tsx';
import { useFits, useJudge, useProposal } from './use-mapping.ts';
import type { RecalledMapping } from './use-recalled.ts';
import './mapping.css';

interface Props {
  readonly title: string;
  /** What taking the columns means. */
  readonly note: string;
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** The mapping that was used for such a file before; null for none. */
  readonly recalled: RecalledMapping | null;
  readonly onForget: () => void;
  readonly onTake: (mapping: ColumnMapping) => void;
  readonly onClose: () => void;
}

/** Asks which columns of Agent Connect the columns of a file are, and shows the first people as they will be then. */
export function MappingForm(props: Props) {
  const { title, note, roster, sources, settings, recalled, onForget, onTake, onClose } = props;
  const judge = useJudge(settings);
  const proposal = useProposal(roster, sources, judge);
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
  const reasons = useMemo(
    () => (recalled === null ? proposal?.reasons : null) ?? new Map(),
    [recalled, proposal],
  );
  if (proposal === null) return null;
  return (
    <DialogFrame
      title={title}
      size="wide"
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
            Take these columns
          </Button>
        </>
      }
    >
      {recalled !== null && <Recalled usedAt={recalled.usedAt} onForget={onForget} />}
      <div className="mapping">
        <div className="mapping-sources">
          <SourceList
            {...{ roster, sources, mapping, fits, reasons, judge }}
            begins={recalled === null}
            onUse={(index, use) => {
              const next = assignSource(mapping, sources, index, use);
              setMapping(next.map((entry) => withSureValues(entry, mapping)));
            }}
            onValues={(key, values) => {
              setMapping(withValues(mapping, key, values));
            }}
          />
          <MissingColumns {...{ roster, settings, mapping, sources }} onChange={setMapping} />
        </div>
        <MappingPreview {...{ roster, sources, mapping, judge }} />
      </div>
    </DialogFrame>
  );

  function withSureValues(entry: MappedColumn, before: ColumnMapping): MappedColumn {
    return before.includes(entry) ? entry : finish(proposeValues(entry, roster, sources, judge));
  }
}

const NOTHING: ColumnMapping = [];

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
