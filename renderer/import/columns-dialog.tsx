import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Column, columns, type ColumnKey, columnOf } from '../../shared/columns/catalogue.ts';
import { addOptionalColumn, mapColumn } from '../../shared/roster/edits.ts';
import { closeDialog } from '../session/dialogs.ts';
import { edit } from '../session/edit-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { Document } from '../session/state.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { ColumnRow } from './column-row.tsx';
import { listColumns } from './list-columns.ts';
import './columns-dialog.css';

/** Shows what each column of the file was taken for; an unrecognised one can be given to a column of Agent Connect. */
export function ColumnsDialog() {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  if (document === null) return null;
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title="Columns"
      size="large"
      onClose={close}
      actions={
        <Button variant="filled" data-autofocus onClick={close}>
          Back to the roster
        </Button>
      }
    >
      <p>
        Columns that Agent Connect does not know are kept and saved here, but left out of exports. Each choice
        is one step that you can undo.
      </p>
      <ColumnTable document={document} />
      <OptionalColumns document={document} />
    </DialogFrame>
  );
}

function ColumnTable({ document }: { readonly document: Document }) {
  const session = useSession();
  const take = (position: number, header: string, key: ColumnKey): void => {
    const label = `Take “${header}” for ${columnOf(key).header}`;
    edit(session, label, mapColumn(document.roster, position, key));
  };
  return (
    <table className="columns-table">
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">First values</th>
          <th scope="col">Taken as</th>
        </tr>
      </thead>
      <tbody>
        {listColumns(document).map((column) => (
          <ColumnRow key={column.position} column={column} onTake={take} />
        ))}
      </tbody>
    </table>
  );
}

const optional = columns.filter(({ standard }) => !standard);

/** Columns of Agent Connect that most rosters go without. */
function OptionalColumns({ document }: { readonly document: Document }) {
  const session = useSession();
  const missing = optional.filter(({ key }) => !document.roster.columns.optional.includes(key));
  if (missing.length === 0) return null;
  return (
    <section className="columns-optional">
      <h3>Add a column that the file does not have</h3>
      <div>
        {missing.map(({ key, header }) => (
          <Button
            key={key}
            leftSection={<IconPlus size={15} />}
            title={WHAT_FOR[key]}
            onClick={() => {
              edit(session, `Add column ${header}`, addOptionalColumn(document.roster, key));
            }}
          >
            {header}
          </Button>
        ))}
      </div>
    </section>
  );
}

const WHAT_FOR: Readonly<Partial<Record<Column['key'], string>>> = {
  licenseType: 'Standard or Flexible; older templates of Agent Connect require it',
  deactivated: 'y for people whom a bulk update deactivates',
  photoUrl: 'The address of a photo; it goes through the API only, never into a file',
};
