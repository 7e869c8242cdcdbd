import { useMemo } from 'react';
import { AT, columnOf } from '../../shared/person/catalogue.ts';
import { fitsColumn, type Judge } from '../../shared/mapping/count-fit.ts';
import type { FoundNamed } from '../../shared/mapping/find-named.ts';
import { MASK, shortened, type Source } from '../../shared/mapping/list-sources.ts';
import { exclusionOf, textMaker } from '../../shared/mapping/make-text.ts';
import { columnEntries, type ColumnEntry, type ColumnMapping } from '../../shared/mapping/mapping.ts';
import type { OverwrittenColumn } from '../../shared/mapping/overwritten.ts';
import { keptSources } from '../../shared/mapping/source-fates.ts';
import type { Roster, Row } from '../../shared/roster/roster.ts';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly judge: Judge;
  readonly named: FoundNamed;
  /** How many people are left out, by what the deciding column says of them. */
  readonly excluded: ReadonlyMap<string, number>;
  readonly overwritten: readonly OverwrittenColumn[];
}

const MAX_PEOPLE = 3;

/** The first people as a mapping would have them, and the columns of the file that nothing is made of. */
export function MappingPreview(props: Props) {
  const { roster, sources, mapping, judge, named, excluded, overwritten } = props;
  const people = useMemo(() => firstStaying(roster, sources, mapping), [roster, sources, mapping]);
  const kept = keptSources(sources, mapping);
  const made = columnEntries(mapping).toSorted((a, b) => AT[a.key] - AT[b.key]);
  return (
    <section className="mapping-preview" aria-label="The first people, as they will be">
      <h3>The first people, as they will be</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Column</span>
            </th>
            {people.map(({ id, index }) => (
              <th key={id} scope="col">
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {made.map((entry) => (
            <PreviewLine key={entry.key} {...{ entry, people, sources, judge, named }} />
          ))}
        </tbody>
      </table>
      {excluded.size > 0 && <p className="mapping-doubt">{sayExcluded(excluded)}</p>}
      {overwritten.length > 0 && (
        <div className="mapping-doubt">
          <p>Cells that have a text now and would change:</p>
          <ul>
            {overwritten.map(({ position, header, count, example }) => (
              <li key={position}>
                {header}: {count.toLocaleString('en-US')}
                {position !== AT.temporaryPassword &&
                  `, such as “${shortened(example.from)}” → “${shortened(example.to)}”`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {kept.length === 0
          ? 'Every column of the file is taken.'
          : `Kept as columns of their own, saved here and left out of exports: ${kept.map(({ header }) => `“${header}”`).join(', ')}.`}
      </p>
    </section>
  );
}

interface LineProps extends Pick<Props, 'sources' | 'judge' | 'named'> {
  readonly entry: ColumnEntry;
  readonly people: readonly Row[];
}

function PreviewLine({ entry, people, sources, judge, named }: LineProps) {
  const { key } = entry;
  const { header, short = header, field } = columnOf(key);
  const textOf = textMaker(entry, sources, named);
  return (
    <tr>
      <th scope="row">{short}</th>
      {people.map((row) => {
        const text = textOf(row);
        const shown = field === 'password' && text !== '' ? MASK : shortened(text);
        return (
          <td key={row.id} title={shown} data-doubt={text !== '' && !fitsColumn(key, text, judge)}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}

function firstStaying({ rows }: Roster, sources: readonly Source[], mapping: ColumnMapping): Row[] {
  const exclusion = exclusionOf(mapping, sources);
  const people: Row[] = [];
  for (const row of rows) {
    if (exclusion(row) === null) people.push(row);
    if (people.length === MAX_PEOPLE) break;
  }
  return people;
}

function sayExcluded(excluded: ReadonlyMap<string, number>): string {
  const count = [...excluded.values()].reduce((sum, one) => sum + one, 0);
  const why = [...excluded].map(([text, one]) => `“${shortened(text)}” ${one.toLocaleString('en-US')}`);
  const who = count === 1 ? '1 person is' : `${count.toLocaleString('en-US')} people are`;
  return `${who} left out (${why.join(', ')}): an export writes them into a second file beside it.`;
}
