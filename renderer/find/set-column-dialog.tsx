import { ActionIcon, Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { IconChevronDown } from '@tabler/icons-react';
import { columns } from '../../shared/person/catalogue.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import type { Roster, RowId } from '../../shared/roster/roster.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Document } from '../app/session/document.ts';
import { selectedRows } from '../app/session/selected-rows.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { FormField, type NewValue } from '../grid/popups/form-field.ts';
import { sayRows, setColumn } from './set-column.ts';
import css from './set-column-dialog.module.css';

interface Props {
  readonly position: number;
  /** The rows that it is for, where they are not chosen here. */
  readonly rows?: readonly RowId[];
}

/** Sets one column for some rows, or for those that are selected or shown, as one undo step. */
export function SetColumnDialog({ position, rows }: Props) {
  const document = useSessionState((state) => state.document);
  return document && <Form document={document} initial={position} given={rows ?? null} />;
}

const NOTHING: NewValue = { text: '', also: [] };

interface FormProps {
  readonly document: Document;
  readonly initial: number;
  readonly given: readonly RowId[] | null;
}

function Form({ document, initial, given }: FormProps) {
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const selected = selectedRows(document, selection);
  const shown = displayedIn(document).map(({ id }) => id);
  const [position, setPosition] = useState(initial);
  const [which, setWhich] = useState<'selected' | 'shown'>(selected.length > 1 ? 'selected' : 'shown');
  const [value, setValue] = useState<NewValue>(NOTHING);
  const { roster } = document;
  const rows = given ?? (which === 'selected' ? selected : shown);
  const header = headerAt(roster, position);
  const close = (): void => {
    closeDialog(session);
  };
  const finish = (wanted: NewValue): void => {
    close();
    setColumn(session, rows, position, wanted);
  };
  return (
    <DialogFrame
      title={`Set ${header} for ${sayRows(rows.length)}`}
      size="small"
      onClose={close}
      actions={
        <>
          {given === null && (
            <Button
              className="at-start"
              disabled={rows.length === 0}
              onClick={() => {
                finish(NOTHING);
              }}
            >
              Clear the cells
            </Button>
          )}
          <Button onClick={close}>Cancel</Button>
          {/* Disabled, it keeps Enter from sending the form too: an empty field is nobody's wish to clear. */}
          <Button
            variant="filled"
            type="submit"
            form="set-column"
            disabled={rows.length === 0 || value.text === ''}
          >
            Set {header} in {sayRows(rows.length)}
          </Button>
        </>
      }
    >
      <form
        id="set-column"
        className={css['setColumn']}
        onSubmit={(event) => {
          event.preventDefault();
          finish(value);
        }}
      >
        {given === null && (
          <NativeSelect
            label="Column"
            data={columnsOf(roster)}
            value={String(position)}
            onChange={({ currentTarget }) => {
              setPosition(Number(currentTarget.value));
              setValue(NOTHING);
            }}
          />
        )}
        <ValueField key={position} position={position} onValue={setValue} />
        {value.also.length > 0 && <p>{value.text} is set to manage teams as well.</p>}
        {given === null && (
          <RowsChoice selected={selected.length} document={document} which={which} onWhich={setWhich} />
        )}
      </form>
    </DialogFrame>
  );
}

interface RowsProps {
  readonly selected: number;
  readonly document: Document;
  readonly which: 'selected' | 'shown';
  readonly onWhich: (which: 'selected' | 'shown') => void;
}

function RowsChoice({ selected, document, which, onWhich }: RowsProps) {
  const shown = displayedIn(document).length;
  const all = document.shown === null ? `All ${sayRows(shown)}` : `All ${sayRows(shown)} that are shown`;
  if (selected === 0) return null;
  return (
    <Radio.Group
      label="Rows"
      value={which}
      onChange={(value) => {
        onWhich(value === 'selected' ? 'selected' : 'shown');
      }}
    >
      <Radio
        value="selected"
        label={`The ${selected === 1 ? 'selected row' : `${sayRows(selected)} selected`}`}
      />
      <Radio value="shown" label={all} />
    </Radio.Group>
  );
}

function columnsOf(roster: Roster): { value: string; label: string }[] {
  const known = columns.flatMap(({ key, standard }, position) =>
    standard || roster.columns.optional.includes(key) ? [position] : [],
  );
  return [...known, ...roster.columns.carried.map(({ position }) => position)].map((position) => ({
    value: String(position),
    label: headerAt(roster, position),
  }));
}

interface ValueFieldProps {
  readonly position: number;
  readonly onValue: (value: NewValue) => void;
}

/** Where the text is typed or chosen that a column gets; made anew for another column. */
function ValueField({ position, onValue }: ValueFieldProps) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const choosing = useRef<FormField>(null);
  useEffect(() => {
    if (input.current === null) return;
    const made = new FormField(session, input.current, position, onValue);
    choosing.current = made;
    return () => {
      made.destroy();
    };
  }, [session, position, onValue]);
  const open = (): void => {
    choosing.current?.open();
  };
  return (
    <TextInput
      ref={input}
      label="New text"
      description="Choose from the list, or type anything."
      data-autofocus
      size="xs"
      autoComplete="off"
      spellCheck={false}
      onClick={open}
      rightSection={
        <ActionIcon
          size="sm"
          tabIndex={-1}
          aria-label="Open the list"
          // The focus stays in the field.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={open}
        >
          <IconChevronDown size={14} />
        </ActionIcon>
      }
    />
  );
}
