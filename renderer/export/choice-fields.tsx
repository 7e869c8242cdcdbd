import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { WRITE_FORMAT_NAMES, WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';
import type { Choices } from './choices.ts';

interface Props {
  readonly choices: Choices;
  readonly rows: number;
  readonly rowsWithErrors: number;
  readonly onChange: (choices: Choices) => void;
}

const forms = WRITE_FORMAT_NAMES.map((name) => ({
  value: name,
  label: `${WRITE_FORMATS[name].label}${suffixOf(name)}`,
}));

/** The form, which rows, and under “More” what is seldom changed. */
export function ChoiceFields({ choices, rows, rowsWithErrors, onChange }: Props) {
  const { accepted } = WRITE_FORMATS[choices.format];
  return (
    <div className="export-choices">
      <NativeSelect
        label="File"
        value={choices.format}
        data={forms}
        aria-describedby="export-form-note"
        onChange={({ currentTarget: { value } }) => {
          const format = WRITE_FORMAT_NAMES.find((name) => name === value);
          if (format) onChange({ ...choices, format });
        }}
      />
      <p id="export-form-note" className="export-note" data-warns={!accepted}>
        {accepted
          ? 'Agent Connect’s Bulk Create takes this.'
          : 'Agent Connect does not take this: use it for other programs.'}
      </p>
      <WhichRows choices={choices} rows={rows} rowsWithErrors={rowsWithErrors} onChange={onChange} />
      <Checkbox
        label="Team leaders before their teams"
        description="Agent Connect creates people from top to bottom and must know a Team Leader first."
        checked={choices.leadersFirst}
        onChange={({ currentTarget: { checked } }) => {
          onChange({ ...choices, leadersFirst: checked });
        }}
      />
      <details className="export-more">
        <summary>
          <IconChevronRight size={14} aria-hidden />
          More
        </summary>
        <Checkbox
          label="Without temporary passwords"
          description="The column stays, its cells are empty: everyone sets a password from the welcome email."
          checked={!choices.passwords}
          onChange={({ currentTarget: { checked } }) => {
            onChange({ ...choices, passwords: !checked });
          }}
        />
      </details>
    </div>
  );
}

function WhichRows({ choices, rows, rowsWithErrors, onChange }: Props) {
  return (
    <Radio.Group
      label="Rows"
      value={choices.rows}
      onChange={(value) => {
        onChange({ ...choices, rows: value === 'valid' ? 'valid' : 'all' });
      }}
    >
      <div className="export-rows">
        <Radio value="all" label={`All ${count(rows)}`} />
        <Radio
          value="valid"
          disabled={rowsWithErrors === 0 || rowsWithErrors === rows}
          label={validLabel(rows, rowsWithErrors)}
        />
      </div>
    </Radio.Group>
  );
}

function suffixOf(name: WriteFormat): string {
  if (name === 'unicode-text') return ', for Agent Connect';
  return WRITE_FORMATS[name].accepted ? '' : ', not for Agent Connect';
}

function validLabel(rows: number, rowsWithErrors: number): string {
  if (rowsWithErrors === 0) return 'Only those without errors: that is all of them';
  if (rowsWithErrors === rows) return 'Only those without errors: there is none yet';
  return `Only the ${count(rows - rowsWithErrors)} without errors; the other ${count(rowsWithErrors)} ${rowsWithErrors === 1 ? 'goes' : 'go'} to a second file beside it`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
