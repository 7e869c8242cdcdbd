import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SourceForm } from '../../../shared/contract.ts';
import { delimiterName, DELIMITERS, isDelimiter, type Quote, QUOTES } from '../../../shared/text/formats.ts';
import type { HowToRead } from '../../session/how-to-read.ts';
import { headerOptions, headerSaid } from './header-options.ts';
import type { Understood } from './understand-preview.ts';

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
    <div className="reading-choices">
      {form.kind === 'text' ? (
        <DialectChoices understood={understood} told={told} onTell={onTell} />
      ) : (
        <SheetChoice form={form} told={told} onTell={onTell} />
      )}
      <NativeSelect
        className="reading-wide"
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
      className="reading-wide"
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
