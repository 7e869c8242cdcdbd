import { NativeSelect, TextInput } from '@mantine/core';
import { useId, useMemo } from 'react';
import { AT, columnOf, type FieldKind } from '../../../shared/person/catalogue.ts';
import { EXCLUDED, MAX_REMEMBERED_LENGTH, type MappedKey } from '../../../shared/import/mapping/mapping.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { EMPLOYMENT_STATUSES, LICENSE_TYPES, NO, YES } from '../../../shared/rules/assumptions.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { knownChoices } from '../../grid/popups/choices.ts';

/** By kind of field, every text that is right, where a list has them all. */
const CLOSED: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  yesNo: [YES, NO],
  deactivated: [YES],
  employmentStatus: EMPLOYMENT_STATUSES,
  licenseType: LICENSE_TYPES,
};

/** Every text that is right for a column, or for who is left out; null where it can be any text. */
export function closedChoices(key: MappedKey): readonly string[] | null {
  return key === EXCLUDED ? [YES] : (CLOSED[columnOf(key).field] ?? null);
}

interface Props {
  readonly label: string;
  readonly roster: Roster;
  readonly settings: Settings;
  readonly column: MappedKey;
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
  const closed = closedChoices(column);
  const choices = useMemo(
    () => (column === EXCLUDED ? [] : knownChoices(roster, settings, AT[column]).map(({ value }) => value)),
    [roster, settings, column],
  );
  if (closed !== null)
    return (
      <NativeSelect
        aria-label={label}
        value={text ?? UNCHOSEN}
        data={[
          { value: UNCHOSEN, label: unchosen },
          ...closed
            .filter((choice) => choice !== unchosen)
            .map((choice) => ({ value: choice, label: column === EXCLUDED ? 'Left out' : choice })),
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
        maxLength={MAX_REMEMBERED_LENGTH}
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
