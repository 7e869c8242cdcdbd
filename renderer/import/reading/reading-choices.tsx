import { NativeSelect } from '@mantine/core';
import type { SourceForm } from '../../../shared/contract.ts';
import { type Delimiter, DELIMITERS, type Quote, QUOTES } from '../../../shared/text/formats.ts';
import type { HowToRead } from '../../session/how-to-read.ts';
import { headerOptions, headerSaid } from './header-options.ts';
import type { Understood } from './understand-preview.ts';

interface Props {
  readonly form: SourceForm;
  readonly understood: Understood;
  readonly told: HowToRead;
  readonly onTell: (told: HowToRead) => void;
}

const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  '\t': 'Tab',
  ',': 'Comma',
  ';': 'Semicolon',
  '|': 'Vertical bar',
};

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
      <NativeSelect
        label="Cells are separated by"
        value={dialect.delimiter}
        data={DELIMITERS.map((value) => ({
          value,
          label: marked(DELIMITER_NAMES[value], value === detected.delimiter),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const delimiter = DELIMITERS.find((one) => one === value);
          onTell({ ...told, delimiter: delimiter === detected.delimiter ? undefined : delimiter });
        }}
      />
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

function marked(name: string, isDetected: boolean): string {
  return isDetected ? `${name} – detected` : name;
}
