import { NativeSelect } from '@mantine/core';
import { type ColumnKey, columns } from '../../shared/columns/catalogue.ts';
import './unknown-header.css';

interface Props {
  readonly header: string;
  readonly chosen: ColumnKey | null;
  /** The columns that texts go into already. */
  readonly taken: readonly (ColumnKey | null)[];
  readonly onChoose: (key: ColumnKey | null) => void;
}

/** A header that names no one column here, and the choice of one for it, which is left out otherwise. */
export function UnknownHeader({ header, chosen, taken, onChoose }: Props) {
  const free = columns.filter(({ key }) => key === chosen || !taken.includes(key));
  return (
    <label className="paste-unknown">
      <span>“{header}”</span>
      <NativeSelect
        aria-label={`Where “${header}” goes`}
        value={chosen ?? ''}
        data={[
          { value: '', label: 'is left out' },
          ...free.map(({ key, header }) => ({ value: key, label: `goes into ${header}` })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChoose(columns.find(({ key }) => key === value)?.key ?? null);
        }}
      />
    </label>
  );
}
