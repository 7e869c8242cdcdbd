import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { ArrangedColumn } from '../../shared/roster/grid-layout.ts';
import { memberIn } from '../../shared/team/find-changes.ts';
import { isSameIn, type MergeChoices } from '../../shared/fixes/merge-duplicates.ts';
import { filterValue } from '../../shared/find/row-filter.ts';
import { cellAt, lineOf, type Row, type RowId } from '../../shared/roster/roster.ts';
import { peopleOf } from '../app/session/people.ts';
import type { Document } from '../app/session/document.ts';
import css from './duplicates.module.css';

interface Props {
  readonly document: Document;
  /** From the first to the last; each is a column of the table. */
  readonly rows: readonly Row[];
  /** The one that an update updates. */
  readonly stays: Row;
  /** Each is a line of the table. */
  readonly columns: readonly ArrangedColumn[];
  readonly choices: MergeChoices;
  readonly onChoose: (position: number, row: RowId) => void;
  readonly onMerge: () => void;
  readonly onKeepOnly: (row: Row) => void;
  readonly onUpdate: (row: Row) => void;
}

/** Rows beside one another, with a choice among their texts in each column where they differ. */
export function CompareTable({ columns, choices, onChoose, onMerge, ...heads }: Props) {
  const { rows } = heads;
  const first = columns.find(({ position }) => !isSameIn(rows, position));
  return (
    <div
      className={css['duplicatesScroller']}
      tabIndex={0}
      role="region"
      aria-label="Duplicates side by side"
    >
      <table
        onKeyDown={(event) => {
          onKey(event, onMerge);
        }}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Column</span>
            </th>
            {rows.map((row) => (
              <RowHead key={row.id} row={row} {...heads} />
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <Line
              key={column.position}
              column={column}
              rows={rows}
              chosen={choices.get(column.position)}
              isFirst={column === first}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = Pick<Props, 'document' | 'stays' | 'onKeepOnly' | 'onUpdate'> & { readonly row: Row };

/** Who a row is, and what can be done with the row as a whole. */
function RowHead({ document, row, stays, onKeepOnly, onUpdate }: HeadProps) {
  const compared = document.checker.comparison?.of(row.id);
  const isMember = compared ? memberIn(compared) !== null : false;
  return (
    <th scope="col">
      <span className={css['duplicatesName']}>{peopleOf(document.roster).nameOf(row.id) || 'No name'}</span>
      <span className={css['duplicatesLine']}>
        line {lineOf(row).toLocaleString('en-US')}
        {isMember && ' · in the current team'}
      </span>
      <span className={css['duplicatesActs']}>
        <Button
          size="compact-xs"
          aria-label={`Keep only this: line ${lineOf(row)}`}
          onClick={() => {
            onKeepOnly(row);
          }}
        >
          Keep only this
        </Button>
        {row !== stays && (
          <Button
            size="compact-xs"
            title="Its filled cells replace those of that line, and this row is deleted"
            aria-label={`Update line ${lineOf(stays)} with this: line ${lineOf(row)}`}
            onClick={() => {
              onUpdate(row);
            }}
          >
            Update line {lineOf(stays)} with this
          </Button>
        )}
      </span>
    </th>
  );
}

interface LineProps {
  readonly column: ArrangedColumn;
  readonly rows: readonly Row[];
  readonly chosen: RowId | undefined;
  /** Whether the focus begins here. */
  readonly isFirst: boolean;
  readonly onChoose: (position: number, row: RowId) => void;
}

function Line({ column: { position, header }, rows, chosen, isFirst, onChoose }: LineProps) {
  const isSame = isSameIn(rows, position);
  return (
    <tr>
      <th scope="row">{header}</th>
      {rows.map((row) => {
        const text = shown(position, cellAt(row, position));
        const label = text === '' ? 'empty' : text;
        const isChosen = row.id === chosen;
        return (
          <td key={row.id} data-chosen={isChosen && !isSame} data-empty={text === ''}>
            {isSame ? (
              label
            ) : (
              <label>
                <input
                  type="radio"
                  name={`duplicates-${position}`}
                  aria-label={`${header}, line ${lineOf(row)}: ${label}`}
                  data-autofocus={(isFirst && isChosen) || undefined}
                  checked={isChosen}
                  onChange={() => {
                    onChoose(position, row.id);
                  }}
                />
                <span>{label}</span>
              </label>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Characters of a text that a cell shows. */
const LONGEST = 300;

/** A text as it may be shown: no temporary password is. */
function shown(position: number, text: string): string {
  const value = filterValue(position, text);
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

/** Up and down go from line to line, which the browser's own keys would not; left and right are the browser's. */
function onKey(event: KeyboardEvent<HTMLTableElement>, onMerge: () => void): void {
  const { key, target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  if (key === 'Enter') {
    event.preventDefault();
    onMerge();
  }
  const step = STEPS.get(key);
  if (step === undefined) return;
  event.preventDefault();
  const chosen = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:checked')];
  chosen[chosen.findIndex(({ name }) => name === target.name) + step]?.focus();
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);
