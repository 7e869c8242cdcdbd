import { AT, columnOf, columns } from '../../shared/columns/catalogue.ts';
import { fitsColumn, type Judge } from '../../shared/mapping/count-fit.ts';
import { MASK, shortened, type Source } from '../../shared/mapping/list-sources.ts';
import { textMaker } from '../../shared/mapping/make-text.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';
import { keptSources } from '../../shared/mapping/source-fates.ts';
import type { Roster, Row } from '../../shared/roster/roster.ts';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly judge: Judge;
}

const MOST_PEOPLE = 3;

/** The first people as a mapping would have them, and the columns of the file that nothing is made of. */
export function MappingPreview({ roster, sources, mapping, judge }: Props) {
  const people = roster.rows.slice(0, MOST_PEOPLE);
  const kept = keptSources(sources, mapping);
  const made = mapping.toSorted((a, b) => AT[a.key] - AT[b.key]);
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
            <PreviewLine key={entry.key} {...{ entry, people, sources, judge }} />
          ))}
        </tbody>
      </table>
      {missingNames(mapping).length > 0 && (
        <p className="mapping-doubt">Still missing: {missingNames(mapping).join(', ')}.</p>
      )}
      <p>
        {kept.length === 0
          ? 'Every column of the file is taken.'
          : `Kept as columns of their own, saved here and left out of exports: ${kept.map(({ header }) => `“${header}”`).join(', ')}.`}
      </p>
    </section>
  );
}

interface LineProps extends Pick<Props, 'sources' | 'judge'> {
  readonly entry: MappedColumn;
  readonly people: readonly Row[];
}

function PreviewLine({ entry, people, sources, judge }: LineProps) {
  const { key } = entry;
  const { header, short = header, field } = columnOf(key);
  const textOf = textMaker(entry, sources);
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

function missingNames(mapping: ColumnMapping): string[] {
  const there = new Set(mapping.map(({ key }) => key));
  const missing = columns.filter(({ key, required }) => required && !there.has(key));
  const names = missing.map(({ header }) => header);
  return there.has('email') || there.has('employeeId') ? names : [...names, 'Email Address or Employee ID'];
}
