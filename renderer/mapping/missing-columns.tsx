import { NativeSelect } from '@mantine/core';
import { type ColumnKey, columns } from '../../shared/columns/catalogue.ts';
import { withConstant, withoutKeys } from '../../shared/mapping/assign-source.ts';
import type { ColumnMapping } from '../../shared/mapping/mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { ChoiceField } from './choice-field.tsx';

interface Props {
  readonly roster: Roster;
  readonly settings: Settings;
  readonly mapping: ColumnMapping;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** Columns in which no two people have the same, or which nobody would give to all. */
const OF_ONE_PERSON: ReadonlySet<ColumnKey> = new Set([
  'email',
  'employeeId',
  'firstName',
  'lastName',
  'temporaryPassword',
]);

/** The columns that no column of the file is taken for: everybody can have the same text in them. */
export function MissingColumns({ roster, settings, mapping, onChange }: Props) {
  const made = new Map(mapping.map((entry) => [entry.key, entry.from]));
  const missing = columns.filter(({ key }) => {
    const from = made.get(key);
    return !OF_ONE_PERSON.has(key) && (from === undefined || from.kind === 'constant');
  });
  const shown = missing.filter(({ key, required }) => required || made.has(key));
  const others = missing.filter((column) => !shown.includes(column));
  return (
    <section className="mapping-part">
      <h3>Not in the file: the same for everybody</h3>
      <ul>
        {shown.map(({ key, header, required }) => {
          const from = made.get(key);
          return (
            <li key={key} className="mapping-missing">
              <span>{header}</span>
              <ChoiceField
                label={`${header} of everybody`}
                {...{ roster, settings }}
                column={key}
                text={from?.kind === 'constant' && from.text !== '' ? from.text : null}
                unchosen="Left empty"
                onText={(text) => {
                  const gone = text === null && required;
                  onChange(gone ? withoutKeys(mapping, [key]) : withConstant(mapping, key, text ?? ''));
                }}
              />
              {WHAT_FOR[key] !== undefined && <small>{WHAT_FOR[key]}</small>}
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <NativeSelect
          className="mapping-add"
          aria-label="Add a column"
          value=""
          data={[
            { value: '', label: 'Add a column…' },
            ...others.map(({ key, header }) => ({ value: key, label: header })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const added = others.find(({ key }) => key === value);
            if (added) onChange(withConstant(mapping, added.key, ''));
          }}
        />
      )}
    </section>
  );
}

const WHAT_FOR: Readonly<Partial<Record<ColumnKey, string>>> = {
  licenseType: 'Standard or Flexible; older templates of Agent Connect require it.',
  deactivated: 'y for people whom a bulk update deactivates.',
  photoUrl: 'The address of a photo; it goes through the API only, never into a file.',
};
