import { Button } from '@mantine/core';
import { columnOf } from '../../shared/columns/catalogue.ts';
import type { HeaderMatch } from '../../shared/columns/match-headers.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession } from '../session/session.ts';
import type { Dialog } from '../session/state.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks whether pasted rows that begin with headers go into the columns that these name, or where the selection is. */
export function PasteHeadersDialog({ headers, people, then }: Extract<Dialog, { kind: 'pasteHeaders' }>) {
  const session = useSession();
  const close = (): void => {
    closeDialog(session);
  };
  const closeAnd = (byHeader: boolean) => () => {
    close();
    then(byHeader);
  };
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
          <Button onClick={closeAnd(false)}>Paste all as it stands</Button>
          <Button variant="filled" data-autofocus onClick={closeAnd(true)}>
            Paste {rows} by header
          </Button>
        </>
      }
    >
      <p>{describeKnown(headers)}</p>
      {describeUnknown(headers) !== '' && <p>{describeUnknown(headers)}</p>}
    </DialogFrame>
  );
}

function describeKnown(headers: readonly HeaderMatch[]): string {
  const names = headers.flatMap(({ key }) => (key === null ? [] : [columnOf(key).header]));
  return `By header, the texts go into ${listOf(names)}, from the selected row down.`;
}

function describeUnknown(headers: readonly HeaderMatch[]): string {
  const names = headers.flatMap(({ key, header }) =>
    key === null && header.trim() !== '' ? [`“${header}”`] : [],
  );
  return names.length === 0 ? '' : `There is no one column for ${listOf(names)}; by header, it is left out.`;
}

const LIST = new Intl.ListFormat('en-US');

function listOf(names: readonly string[]): string {
  return LIST.format(names);
}
