import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type ColumnKey, columnOf, columns } from '../../../shared/person/catalogue.ts';
import type { HeaderMatch } from '../../../shared/person/match-headers.ts';
import type { Dialog } from '../session/dialog-kinds.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useClosing } from './use-modal.ts';
import './paste-headers-dialog.css';

/** Asks whether pasted rows that begin with headers go into the columns that these name, or where the selection is. */
export function PasteHeadersDialog({ headers, people, then }: Extract<Dialog, { kind: 'pasteHeaders' }>) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, ColumnKey | null>>(new Map());
  const keys = headers.map(({ key }, column) => key ?? chosen.get(column) ?? null);
  const { close, closeAnd } = useClosing();
  const pasteInto = (into: typeof keys | null) =>
    closeAnd(() => {
      then(into);
    });
  const rows = people === 1 ? 'one row' : `${people.toLocaleString('en-US')} rows`;
  return (
    <DialogFrame
      title="The first row looks like headers"
      size="small"
      onClose={close}
      actions={
        <>
          <Button className="at-start" onClick={close}>
            Cancel
          </Button>
          <Button onClick={pasteInto(null)}>Paste all as it stands</Button>
          <Button variant="filled" data-autofocus onClick={pasteInto(keys)}>
            Paste {rows} by header
          </Button>
        </>
      }
    >
      <p>{describeKnown(keys)}</p>
      {unknownIn(headers).map(([column, header]) => (
        <UnknownHeader
          key={column}
          header={header}
          chosen={keys[column] ?? null}
          taken={keys}
          onChoose={(key) => {
            setChosen(new Map([...chosen, [column, key]]));
          }}
        />
      ))}
    </DialogFrame>
  );
}

function describeKnown(keys: readonly (ColumnKey | null)[]): string {
  const names = keys.flatMap((key) => (key === null ? [] : [columnOf(key).header]));
  return `By header, the texts go into ${LIST.format(names)}, from the selected row down.`;
}

const LIST = new Intl.ListFormat('en-US');

/** The headers that name no one column, by their place. */
function unknownIn(headers: readonly HeaderMatch[]): [number, string][] {
  return [...headers.entries()].flatMap(([column, { key, header }]): [number, string][] =>
    key === null && header.trim() !== '' ? [[column, header]] : [],
  );
}

interface Props {
  readonly header: string;
  readonly chosen: ColumnKey | null;
  /** The columns that texts go into already. */
  readonly taken: readonly (ColumnKey | null)[];
  readonly onChoose: (key: ColumnKey | null) => void;
}

/** A header that names no one column here, and the choice of one for it, which is left out otherwise. */
function UnknownHeader({ header, chosen, taken, onChoose }: Props) {
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
