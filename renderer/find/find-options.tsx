import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconLetterCase, IconRegex, IconSelect, IconSquareLetterA } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import type { GridView } from '../grid/view/grid-view.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { setFind } from './find-commands.ts';
import type { FindRange } from './find-state.ts';

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
      className="find-column"
      aria-label="Column to search"
      data={[{ value: '', label: 'All columns' }, ...columns]}
      value={column === null ? '' : String(column)}
      onChange={({ currentTarget: { value } }) => {
        setFind(session, { place: { ...place, column: value === '' ? null : Number(value) } });
      }}
    />
  );
}
