import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconLetterCase, IconRegex, IconSelect, IconSquareLetterA } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { arrangeColumns, type GridLayout, headerAt, hideColumns } from '../../shared/roster/grid-layout.ts';
import { cellAt } from '../../shared/roster/roster.ts';
import { changeLayout, shownPositions } from '../app/session/column-layout.ts';
import type { Document, Selection } from '../app/session/document.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { describeSelection } from '../app/status/describe-selection.ts';
import { shownText } from '../grid/view/grid-columns.ts';
import type { GridView } from '../grid/view/grid-view.ts';
import { setFind } from './find-commands.ts';
import type { FindRange } from './find-state.ts';
import { describeOutcome } from './find-words.ts';
import css from './find-bar.module.css';

interface OptionsProps {
  readonly view: GridView;
  /** The range that “In the selection” would search now; null where a single cell is selected. */
  readonly rangeNow: () => FindRange | null;
}

/** How to find, and where. */
export function FindOptions({ view, rangeNow }: OptionsProps) {
  const session = useSession();
  const { query, place } = useSessionState(({ find }) => find);
  return (
    <>
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
      <ColumnChoice view={view} />
    </>
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
        className={css['findSwitch']}
        onClick={() => {
          onSwitch(!isOn);
        }}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function ColumnChoice({ view }: { readonly view: GridView }) {
  const session = useSession();
  const roster = useSessionState((state) => state.document?.roster ?? null);
  const place = useSessionState(({ find }) => find.place);
  // The choices are those that are shown, which the layout tells.
  useSessionState((state) => state.layout);
  if (roster === null) return null;
  const { column } = place;
  // A chosen column that is hidden meanwhile is still what is searched.
  const others = column === null || view.shownPositions.includes(column) ? [] : [column];
  const columns = [...view.shownPositions, ...others].map((position) => ({
    value: String(position),
    label: headerAt(roster, position),
  }));
  return (
    <NativeSelect
      className={css['findColumn']}
      aria-label="Column to search"
      data={[{ value: '', label: 'All columns' }, ...columns]}
      value={column === null ? '' : String(column)}
      onChange={({ currentTarget: { value } }) => {
        setFind(session, { place: { ...place, column: value === '' ? null : Number(value) } });
      }}
    />
  );
}

/** What was found, in words that a screen reader hears as they change, and what is out of sight. */
export function FindOutcome() {
  const document = useSessionState((state) => state.document);
  const find = useSessionState((state) => state.find);
  const selection = useSessionState((state) => state.selection);
  const layout = useSessionState((state) => state.layout);
  const anchor = selection?.anchor ?? null;
  const text = useMemo(
    () => (document === null ? '' : describeOutcome(find, document, anchor)),
    [document, find, anchor],
  );
  const isAtFound = anchor !== null && find.found.byRow.get(anchor.row)?.includes(anchor.position);
  return (
    <>
      <p
        id="find-outcome"
        className={css['findOutcome']}
        data-failed={find.progress.kind === 'failed'}
        role="status"
      >
        {text}
      </p>
      <p className="unseen" role="status">
        {isAtFound && document && selection && sayCell(document, layout, selection)}
      </p>
      <FoundInHidden />
    </>
  );
}

/** The found cell in words, for those who do not see it: the focus stays in the field. */
function sayCell(document: Document, layout: GridLayout, selection: Selection): string {
  const { row: id, position } = selection.anchor;
  const row = document.roster.byId.get(id);
  const text = row === undefined ? '' : shownText(position, cellAt(row, position));
  return `${describeSelection(document, selection, shownPositions(document, layout))}: ${text}`;
}

/** How many cells of hidden columns match, and a way to see them. They are not walked through, nor replaced. */
function FoundInHidden() {
  const session = useSession();
  const hidden = useSessionState(({ find }) => find.hidden);
  if (hidden.count === 0) return null;
  return (
    <button
      type="button"
      className={css['findHidden']}
      onClick={() => {
        showFound(session);
      }}
    >
      {hidden.count.toLocaleString('en-US')} more in hidden columns: show
    </button>
  );
}

/** Shows the hidden columns in which something was found; the search then goes through them as well. */
function showFound(session: Session): void {
  const { document, find, layout } = session.store.getState();
  if (document === null) return;
  const positions = new Set(Array.from(find.hidden.byRow.values()).flat());
  const names = arrangeColumns(document.roster.columns, layout)
    .filter(({ position }) => positions.has(position))
    .map(({ name }) => name);
  changeLayout(session, hideColumns(layout, names, false));
}
