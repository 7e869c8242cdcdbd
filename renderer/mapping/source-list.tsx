import type { ReactNode } from 'react';
import type { ColumnKey } from '../../shared/columns/catalogue.ts';
import { columnsOf, type SourceUse } from '../../shared/mapping/assign-source.ts';
import type { Fit, Judge } from '../../shared/mapping/count-fit.ts';
import type { Guess } from '../../shared/mapping/guess-column.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { SourceLine } from './source-line.tsx';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly fits: ReadonlyMap<MappedColumn, Fit>;
  readonly reasons: ReadonlyMap<number, Guess>;
  readonly judge: Judge;
  /** Whether the keyboard begins at the first of them. */
  readonly begins: boolean;
  readonly onUse: (index: number, use: SourceUse) => void;
  readonly onValues: (key: ColumnKey, values: MappedColumn['values']) => void;
}

/** The columns of the file: those that were not known by their headers first. */
export function SourceList({ sources, mapping, fits, reasons, begins, ...rest }: Props) {
  const first = sources.find(({ key }) => key === null) ?? sources[0];
  const lines = sources.map((source, index) => {
    const entries = mapping.filter(({ from }) => columnsOf(from).includes(index));
    return (
      <SourceLine
        key={source.position}
        {...{ source, index, sources, mapping, entries, fits, ...rest }}
        reason={reasons.get(index) ?? null}
        isFirst={begins && source === first}
      />
    );
  });
  const unknown = lines.filter((_, index) => sources[index]?.key === null);
  const known = lines.filter((_, index) => sources[index]?.key !== null);
  return (
    <>
      {unknown.length > 0 && <Part title="Not known by their header" lines={unknown} />}
      {known.length > 0 && <Part title="Known by their header" lines={known} />}
    </>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: ReactNode }) {
  return (
    <section className="mapping-part">
      <h3>{title}</h3>
      <ul>{lines}</ul>
    </section>
  );
}
