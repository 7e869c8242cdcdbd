import { NativeSelect } from '@mantine/core';
import { type ColumnKey, columnOf, columns } from '../../shared/columns/catalogue.ts';
import type { ListedColumn } from './list-columns.ts';

interface Props {
  readonly column: ListedColumn;
  readonly onTake: (position: number, header: string, key: ColumnKey) => void;
}

/** The choice that leaves an unrecognised column as it is. */
const AS_IT_IS = { value: '', label: 'Kept, not exported' };
const choices = [AS_IT_IS, ...columns.map(({ key, header }) => ({ value: key, label: header }))];

/** One column of the file: its header, a few of its values, and what it is taken as. */
export function ColumnRow({ column, onTake }: Props) {
  const { header, key, position, samples } = column;
  return (
    <tr>
      <th scope="row">{header}</th>
      <td className="columns-samples">{samples.join(' · ')}</td>
      <td>
        {key !== null ? (
          columnOf(key).header
        ) : (
          <NativeSelect
            aria-label={`Take “${header}” as`}
            value=""
            data={choices}
            onChange={({ currentTarget: { value } }) => {
              const taken = columns.find((candidate) => candidate.key === value);
              if (taken) onTake(position, header, taken.key);
            }}
          />
        )}
      </td>
    </tr>
  );
}
