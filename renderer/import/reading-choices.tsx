import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type HeaderChoice, isBlankRow } from '../../shared/roster/find-header.ts';
import { encodingLabel, type TextEncoding } from '../../shared/text/encodings.ts';
import { delimiterName, DELIMITERS, isDelimiter, type Quote, QUOTES } from '../../shared/text/formats.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import type { HowToRead } from '../../shared/roster/how-to-read.ts';
import { type CellsKnown, type Reading, tellingCells, type Understood, visible } from './readings.ts';
import css from './reading-dialog.module.css';

interface Props {
  readonly form: SourceForm;
  readonly understood: Understood;
  readonly told: HowToRead;
  readonly onTell: (told: HowToRead) => void;
}

const QUOTE_NAMES: Readonly<Record<Quote, string>> = {
  double: 'Double',
  single: 'Single',
  none: 'None',
};

/** The sheet of a workbook, or the delimiter and quotation marks of a text, and the header row; what was found is marked. */
export function ReadingChoices({ form, understood, told, onTell }: Props) {
  return (
    <div className={css['readingChoices']}>
      {form.kind === 'text' ? (
        <DialectChoices understood={understood} told={told} onTell={onTell} />
      ) : (
        <SheetChoice form={form} told={told} onTell={onTell} />
      )}
      <NativeSelect
        className={css['readingWide']}
        label="Header row"
        value={understood.header}
        data={headerOptions(understood)}
        onChange={({ currentTarget: { value } }) => {
          onTell({ ...told, header: headerSaid(understood, value) });
        }}
      />
    </div>
  );
}

function DialectChoices({ understood, told, onTell }: Omit<Props, 'form'>) {
  const { dialect, detected } = understood;
  return (
    <>
      <DelimiterChoice understood={understood} told={told} onTell={onTell} />
      <NativeSelect
        label="Quotation marks"
        value={dialect.quote}
        data={QUOTES.map((value) => ({
          value,
          label: marked(QUOTE_NAMES[value], value === detected.quote),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const quote = QUOTES.find((one) => one === value);
          onTell({ ...told, quote: quote === detected.quote ? undefined : quote });
        }}
      />
    </>
  );
}

/** The option for a character that is not listed; no delimiter has that many. */
const OTHER = 'other';

function DelimiterChoice({ understood: { dialect, detected }, told, onTell }: Omit<Props, 'form'>) {
  const [isOther, setIsOther] = useState(false);
  const listed = [...new Set([...DELIMITERS, detected.delimiter, ...(isOther ? [] : [dialect.delimiter])])];
  const choose = (delimiter: string): void => {
    onTell({ ...told, delimiter: delimiter === detected.delimiter ? undefined : delimiter });
  };
  return (
    <>
      <NativeSelect
        label="Cells are separated by"
        value={isOther ? OTHER : dialect.delimiter}
        data={[
          ...listed.map((value) => ({
            value,
            label: marked(capitalized(delimiterName(value)), value === detected.delimiter),
          })),
          { value: OTHER, label: 'Another character…' },
        ]}
        onChange={({ currentTarget: { value } }) => {
          setIsOther(value === OTHER);
          if (value !== OTHER) choose(value);
        }}
      />
      {isOther && <OtherDelimiter onChoose={choose} />}
    </>
  );
}

function OtherDelimiter({ onChoose }: { readonly onChoose: (delimiter: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      label="The character"
      placeholder="Such as # or *"
      autoFocus
      value={typed}
      error={typed !== '' && !isDelimiter(typed) && 'One character, but no quotation mark'}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        if (isDelimiter(value)) onChoose(value);
      }}
    />
  );
}

interface SheetProps extends Omit<Props, 'form' | 'understood'> {
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
}

function SheetChoice({ form: { sheet, sheets, hidden }, told, onTell }: SheetProps) {
  return (
    <NativeSelect
      className={css['readingWide']}
      label="Sheet"
      value={sheet}
      data={[...sheets, ...hidden.map((name) => ({ value: name, label: `${name} (hidden)` }))]}
      onChange={({ currentTarget: { value } }) => {
        // A line of one sheet is none of another.
        onTell({ ...told, sheet: value, header: undefined });
      }}
    />
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function marked(name: string, isDetected: boolean): string {
  return isDetected ? `${name} – detected` : name;
}

/** Lines that can be chosen; a header further down is chosen from the preview. */
const MOST_LINES = 40;
const MOST_CELLS = 3;

/** What can be chosen as the header row: the first lines with text, each with its first cells, and none. */
function headerOptions({
  rows,
  header,
  detectedHeader,
}: Understood): { readonly value: string; readonly label: string }[] {
  const lines = rows
    .filter(({ cells, line }) => line > 0 && !isBlankRow(cells) && (line <= MOST_LINES || line === header))
    .map(({ line, cells }) => ({
      value: String(line),
      label: `Line ${line}${line === detectedHeader ? ' – detected' : ''}: ${beginning(cells)}`,
    }));
  return [{ value: 'none', label: 'There is no header row' }, ...lines];
}

/** What a chosen option says; nothing where it is what was found. */
function headerSaid({ detectedHeader }: Understood, value: string): HeaderChoice | undefined {
  if (value === 'none') return 'none';
  return Number(value) === detectedHeader ? undefined : Number(value);
}

function beginning(cells: readonly string[]): string {
  const texts = cells.filter((text) => text.trim() !== '');
  const shown = texts.slice(0, MOST_CELLS).map(visible).join(', ');
  return texts.length > MOST_CELLS ? `${shown}, …` : shown;
}

interface EncodingListProps {
  readonly readings: readonly Reading[];
  /** Null until it is known which cells may be shown. */
  readonly known: CellsKnown | null;
  readonly chosen: TextEncoding | null;
  readonly detected: TextEncoding | null;
  readonly onChoose: (encoding: TextEncoding) => void;
}

/** The encodings, the likelier first, each with what the telling cells of the file are in it. */
export function EncodingList({ readings, known, chosen, detected, onChoose }: EncodingListProps) {
  return (
    <fieldset className={css['readingEncodings']}>
      <legend>Encoding: the one in which names are spelled right</legend>
      <div>
        {readings.map((reading) => (
          <label key={reading.encoding} data-chosen={reading.encoding === chosen}>
            <input
              type="radio"
              name="encoding"
              checked={reading.encoding === chosen}
              onChange={() => {
                onChoose(reading.encoding);
              }}
            />
            <span>
              {encodingLabel(reading.encoding)}
              {reading.encoding === detected && ' – detected'}
            </span>
            <span className={css['readingSample']}>
              {known !== null && tellingCells(reading, known).flat().join(' · ')}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
