import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useMemo } from 'react';
import { AT, type ColumnKey, columnOf, type FieldKind } from '../../shared/columns/catalogue.ts';
import { LONGEST_REMEMBERED } from '../../shared/mapping/mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { knownChoices } from '../grid/editing/choices/known-choices.ts';

/** Fields of which a list has every text that is right. */
const CLOSED: ReadonlySet<FieldKind> = new Set(['yesNo', 'deactivated', 'employmentStatus', 'licenseType']);

interface Props {
  readonly label: string;
  readonly roster: Roster;
  readonly settings: Settings;
  readonly column: ColumnKey;
  /** Null while nothing is chosen, which `unchosen` puts into words. */
  readonly text: string | null;
  readonly unchosen: string;
  /** Puts into words that the text is empty, where that can be chosen. */
  readonly empty?: string;
  readonly onText: (text: string | null) => void;
}

/** Where a text for a column is chosen: one of a few words, or any text, of which those that are known are offered. */
export function ChoiceField({ label, roster, settings, column, text, unchosen, empty, onText }: Props) {
  const id = useId();
  const choices = useMemo(
    () => knownChoices(roster, settings, AT[column]).map(({ value }) => value),
    [roster, settings, column],
  );
  if (CLOSED.has(columnOf(column).field))
    return (
      <NativeSelect
        aria-label={label}
        value={text ?? UNCHOSEN}
        data={[
          { value: UNCHOSEN, label: unchosen },
          ...choices,
          ...(empty === undefined ? [] : [{ value: '', label: empty }]),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onText(value === UNCHOSEN ? null : value);
        }}
      />
    );
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={unchosen}
        list={id}
        maxLength={LONGEST_REMEMBERED}
        autoComplete="off"
        value={text ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onText(value === '' ? null : value);
        }}
      />
      <datalist id={id}>
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  );
}

/** The value of the choice that is none; no text of a list is like it. */
const UNCHOSEN = '\u0000';
