import { ActionIcon, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconLetterCase,
  IconRegex,
  IconSelect,
  IconSquareLetterA,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { ordinalOf } from '../../shared/find/found-cells.ts';
import type { Row } from '../../shared/roster/roster.ts';
import { keyLabel } from '../commands/key-label.ts';
import { headerAt } from '../grid/columns/header-at.ts';
import type { GridView } from '../grid/grid-view.ts';
import { blockOf, isSingle } from '../grid/selection/selected-block.ts';
import { focusCell } from '../grid/selection/select-cells.ts';
import { displayedIn } from '../session/displayed-rows.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import { selectedRows } from '../session/selected-rows.ts';
import type { CellPlace, Selection } from '../session/state.ts';
import { goToFound, setFind } from './find-commands.ts';
import type { Find, FindRange } from './find-state.ts';
import { ReplaceLine } from './replace-line.tsx';
import './find-bar.css';

/** The bar at the top right of the grid that finds and replaces; it floats, so that nothing moves. */
export function FindBar({ view }: { readonly view: GridView }) {
  const isShown = useSessionState(({ find }) => find.isShown);
  return isShown ? <OpenBar view={view} /> : null;
}

function OpenBar({ view }: { readonly view: GridView }) {
  const session = useSession();
  const find = useSessionState((state) => state.find);
  const bar = useRef<HTMLDivElement>(null);
  // The search itself selects what it finds, so what was selected when it began is remembered.
  const openedOn = useRef<Selection | null>(null);
  useEffect(() => {
    openedOn.current = session.store.getState().selection;
    const field = bar.current?.querySelector<HTMLInputElement>(`[data-field="${find.focus.field}"]`);
    field?.focus();
    field?.select();
  }, [session, find.focus]);
  return (
    <div
      ref={bar}
      role="search"
      aria-label="Find and replace"
      className="find"
      onKeyDown={(event) => {
        onKey(event, view);
      }}
    >
      <ActionIcon
        aria-label="Replace"
        aria-expanded={find.isReplacing}
        onClick={() => {
          setFind(session, { isReplacing: !find.isReplacing });
        }}
      >
        {find.isReplacing ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
      </ActionIcon>
      <div className="find-lines">
        <div className="find-line">
          <FindField find={find} />
          <Step step={-1} label="Previous" keys="Shift+F3" icon={<IconArrowUp size={16} />} />
          <Step step={1} label="Next" keys="F3" icon={<IconArrowDown size={16} />} />
          <ActionIcon
            aria-label="Close find"
            onClick={() => {
              close(view);
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
        {find.isReplacing && <ReplaceLine />}
        <Options find={find} view={view} rangeNow={() => selectedRange(view, openedOn.current)} />
        <Outcome />
      </div>
    </div>
  );
}

function FindField({ find }: { readonly find: Find }) {
  const session = useSession();
  const { query } = find;
  return (
    <TextInput
      className="find-field"
      aria-label="Find"
      placeholder="Find"
      data-field="find"
      value={query.text}
      error={find.progress.kind === 'failed'}
      aria-describedby="find-outcome"
      onChange={({ currentTarget }) => {
        setFind(session, { query: { ...query, text: currentTarget.value } });
      }}
    />
  );
}

interface OptionsProps {
  readonly find: Find;
  readonly view: GridView;
  readonly rangeNow: () => FindRange | null;
}

function Options({ find, view, rangeNow }: OptionsProps) {
  const session = useSession();
  const { query, place } = find;
  return (
    <div className="find-line find-options">
      <Switch
        label="Match case"
        isOn={query.matchCase}
        icon={<IconLetterCase size={17} />}
        onSwitch={(matchCase) => {
          setFind(session, { query: { ...query, matchCase } });
        }}
      />
      <Switch
        label="Whole cell"
        isOn={query.wholeCell}
        icon={<IconSquareLetterA size={17} />}
        onSwitch={(wholeCell) => {
          setFind(session, { query: { ...query, wholeCell } });
        }}
      />
      <Switch
        label="Regular expression"
        isOn={query.isExpression}
        icon={<IconRegex size={17} />}
        onSwitch={(isExpression) => {
          setFind(session, { query: { ...query, isExpression } });
        }}
      />
      <Switch
        label="In the selection"
        isOn={place.range !== null}
        icon={<IconSelect size={17} />}
        onSwitch={(isOn) => {
          setFind(session, { place: { ...place, range: isOn ? rangeNow() : null } });
        }}
      />
      <ColumnChoice view={view} find={find} />
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly icon: ReactNode;
  readonly onSwitch: (isOn: boolean) => void;
}

function Switch({ label, isOn, icon, onSwitch }: SwitchProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={isOn}
        className="find-switch"
        onClick={() => {
          onSwitch(!isOn);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function ColumnChoice({ view, find }: { readonly view: GridView; readonly find: Find }) {
  const session = useSession();
  const roster = useSessionState((state) => state.document?.roster ?? null);
  if (roster === null) return null;
  const columns = view.shownPositions.map((position) => ({
    value: String(position),
    label: headerAt(roster, position),
  }));
  return (
    <NativeSelect
      className="find-column"
      aria-label="Column to search"
      data={[{ value: '', label: 'All columns' }, ...columns]}
      value={find.place.column === null ? '' : String(find.place.column)}
      onChange={({ currentTarget: { value } }) => {
        setFind(session, { place: { ...find.place, column: value === '' ? null : Number(value) } });
      }}
    />
  );
}

interface StepProps {
  readonly step: 1 | -1;
  readonly label: string;
  readonly keys: string;
  readonly icon: ReactNode;
}

function Step({ step, label, keys, icon }: StepProps) {
  const session = useSession();
  const isEmpty = useSessionState(({ find }) => find.found.count === 0);
  return (
    <Tooltip label={`${label} (${keyLabel(keys, session.app.platform)})`}>
      <ActionIcon
        aria-label={label}
        aria-disabled={isEmpty}
        data-disabled={isEmpty}
        onClick={() => {
          goToFound(session, step, true);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** What was found, in words that a screen reader hears as they change. */
function Outcome() {
  const document = useSessionState((state) => state.document);
  const find = useSessionState((state) => state.find);
  const anchor = useSessionState((state) => state.selection?.anchor ?? null);
  const text = useMemo(
    () => (document === null ? '' : sayOutcome(find, displayedIn(document), anchor)),
    [document, find, anchor],
  );
  const isFailed = find.progress.kind === 'failed';
  return (
    <p id="find-outcome" className="find-outcome" data-failed={isFailed} role="status">
      {text}
    </p>
  );
}

function sayOutcome(
  { found, progress, query }: Find,
  rows: readonly Row[],
  anchor: CellPlace | null,
): string {
  if (progress.kind === 'failed') return progress.why;
  if (query.text === '') return '';
  if (progress.kind === 'searching') return 'Searching…';
  if (found.count === 0) return 'Nothing found';
  const total = found.count.toLocaleString('en-US');
  const current = anchor === null ? 0 : ordinalOf(found, rows, anchor);
  return current === 0 ? `${total} found` : `${current.toLocaleString('en-US')} of ${total}`;
}

function onKey(event: KeyboardEvent, view: GridView): void {
  const { session } = view;
  const act = keyAct(event, session, view);
  if (act === null) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function keyAct(event: KeyboardEvent, session: Session, view: GridView): (() => void) | null {
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Escape')
    return () => {
      close(view);
    };
  const inFind = event.target instanceof HTMLElement && event.target.dataset['field'] === 'find';
  if (event.key === 'F3' || (event.key === 'Enter' && inFind))
    return () => {
      goToFound(session, event.shiftKey ? -1 : 1, true);
    };
  return null;
}

/** Closes the bar; what was found last is selected and has the focus. */
function close(view: GridView): void {
  setFind(view.session, { isShown: false });
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}

/** The range of several cells that is selected now, or was when the bar was opened. */
function selectedRange({ session, shownPositions }: GridView, opened: Selection | null): FindRange | null {
  const { document, selection: now } = session.store.getState();
  if (document === null) return null;
  const nowBlock = blockOf(document, now, shownPositions);
  const selection = nowBlock !== null && isSingle(nowBlock) ? opened : now;
  const block = blockOf(document, selection, shownPositions);
  if (block === null) return null;
  return {
    rows: new Set(selectedRows(document, selection)),
    positions: shownPositions.slice(block.firstColumn, block.lastColumn + 1),
  };
}
