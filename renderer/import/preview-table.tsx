import { columnOf } from '../../shared/person/catalogue.ts';
import { type PreviewColumn, type PreviewRow, type Understood, visible } from './readings.ts';
import css from './reading-dialog.module.css';

/** Columns of a wide file that are shown. */
const MOST_COLUMNS = 40;
const MASK = '••••••';

interface Props {
  readonly understood: Understood;
  /** Told the line that was clicked to be the header row. */
  readonly onHeader: (line: number) => void;
}

/** The first rows of the file as they would come in, under what their columns would be taken for. */
export function PreviewTable({ understood: { columns, rows }, onHeader }: Props) {
  const shown = columns.slice(0, MOST_COLUMNS);
  const width = Math.max(shown.length, Math.min(MOST_COLUMNS, ...rows.map(({ cells }) => cells.length)));
  const places = Array.from({ length: width }, (_, place) => place);
  return (
    <section className={css['readingRight']} aria-label="The first rows">
      <p className={css['readingSummary']} aria-live="polite">
        {summary(columns)} Click a line’s number to make it the header row.
      </p>
      <div
        className={css['readingScroll']}
        role="region"
        aria-label="The first rows as they would come in"
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {places.map((place) => (
                <ColumnHead key={place} column={columns[place]} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={index} row={row} columns={columns} places={places} onHeader={onHeader} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function summary(columns: readonly PreviewColumn[]): string {
  const all = columns.filter(({ name }) => name !== null);
  const known = all.filter(({ key }) => key !== null).length;
  const count = `${all.length} ${all.length === 1 ? 'column' : 'columns'}`;
  const more = columns.length > MOST_COLUMNS ? `, the first ${MOST_COLUMNS} shown` : '';
  return `${count}, ${known === 0 ? 'none' : known} known to Agent Connect${more}.`;
}

function ColumnHead({ column }: { readonly column: PreviewColumn | undefined }) {
  const { key = null, name = null } = column ?? {};
  if (name === null) return <th scope="col" aria-label="Without text" />;
  return key === null ? (
    <th scope="col" data-kept>
      Kept: {visible(name)}
    </th>
  ) : (
    <th scope="col">{columnOf(key).header}</th>
  );
}

interface RowProps extends Pick<Props, 'onHeader'> {
  readonly row: PreviewRow;
  readonly columns: readonly PreviewColumn[];
  readonly places: readonly number[];
}

const WHAT: Readonly<Record<PreviewRow['kind'], string>> = {
  above: 'Left out',
  header: 'Header row',
  person: 'A person',
  leftOut: 'Left out',
};

function Row({ row: { line, kind, cells }, columns, places, onHeader }: RowProps) {
  return (
    <tr data-kind={kind} title={kind === 'person' ? undefined : WHAT[kind]}>
      <th scope="row">
        {line > 0 && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Line ${line}: ${WHAT[kind]}`}
            onClick={() => {
              onHeader(line);
            }}
          >
            {line}
          </button>
        )}
      </th>
      {places.map((place) => (
        <td key={place}>{shown(cells[place] ?? '', kind, columns[place])}</td>
      ))}
    </tr>
  );
}

/** The text of a temporary password is never shown. */
function shown(text: string, kind: PreviewRow['kind'], column: PreviewColumn | undefined): string {
  const isSecret = kind !== 'header' && column?.key === 'temporaryPassword' && text !== '';
  return isSecret ? MASK : visible(text);
}
