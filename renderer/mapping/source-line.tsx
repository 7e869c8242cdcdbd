import { NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ColumnKey } from '../../shared/columns/catalogue.ts';
import { type SourceUse, useOf } from '../../shared/mapping/assign-source.ts';
import type { Fit, Judge } from '../../shared/mapping/count-fit.ts';
import type { Guess } from '../../shared/mapping/guess-column.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';
import { isChoice } from '../../shared/mapping/tally-values.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { sayFit } from './say-fit.ts';
import { sourceChoices, chosenUse, valueOf } from './source-choices.ts';
import { ValuesPanel } from './values-panel.tsx';

interface Props {
  readonly roster: Roster;
  readonly source: Source;
  readonly index: number;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  /** The columns of the roster that are made of it. */
  readonly entries: readonly MappedColumn[];
  readonly fits: ReadonlyMap<MappedColumn, Fit>;
  readonly reason: Guess | null;
  /** Whether it is where the keyboard begins. */
  readonly isFirst: boolean;
  readonly judge: Judge;
  readonly onUse: (index: number, use: SourceUse) => void;
  readonly onValues: (key: ColumnKey, values: MappedColumn['values']) => void;
}

/** One column of the file: its header, a few of its texts, what it is taken for and how many of them fit that. */
export function SourceLine(props: Props) {
  const { source, index, sources, mapping, entries, isFirst, onUse } = props;
  const [open, setOpen] = useState(false);
  const [entry] = entries;
  const choosable = entry !== undefined && isChoice(entry.key);
  return (
    <li className="mapping-line">
      <div className="mapping-column">
        <b>{source.header}</b>
        <span title={source.samples.join('\n')}>{source.samples.join(' · ') || 'No text'}</span>
      </div>
      <NativeSelect
        aria-label={`Take “${source.header}” as`}
        data-autofocus={isFirst || undefined}
        data-unused={entry === undefined}
        value={valueOf(useOf(mapping, index))}
        data={sourceChoices(mapping, sources, index)}
        onChange={({ currentTarget: { value } }) => {
          onUse(index, chosenUse(value));
        }}
      />
      <FitPart
        {...props}
        open={open}
        {...(choosable && {
          onOpen: () => {
            setOpen(!open);
          },
        })}
      />
      {open && choosable && <ValuesPanel {...props} entry={entry} />}
    </li>
  );
}

interface FitProps extends Pick<Props, 'source' | 'entries' | 'fits' | 'reason'> {
  readonly open: boolean;
  /** Where the column has a few texts for all: shows what each becomes. */
  readonly onOpen?: () => void;
}

/** How many texts fit, and why the column was proposed. */
function FitPart({ source, entries, fits, reason, open, onOpen }: FitProps) {
  if (entries.length === 0) return <div className="mapping-fit" />;
  const said = sayFit(entries.flatMap((made) => fits.get(made) ?? []));
  const text = said?.text ?? 'Counting…';
  return (
    <div className="mapping-fit" data-doubt={said?.isWhole === false}>
      {onOpen === undefined ? (
        <span>{text}</span>
      ) : (
        <button
          type="button"
          aria-expanded={open}
          aria-label={`Values of “${source.header}”: ${text}`}
          onClick={onOpen}
        >
          <IconChevronRight size={14} aria-hidden />
          {text}
        </button>
      )}
      {reason !== null && <small>{reason.why}</small>}
      {entries[0]?.from.kind === 'namePart' && (
        <small>Taken apart at a comma, else before the last word.</small>
      )}
      {typeof said?.example === 'string' && onOpen === undefined && <small>{said.example}</small>}
    </div>
  );
}
