import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { TeamComparison } from '../../shared/team/find-changes.ts';
import { delimiterOf, describeForm, unknownHeaders } from '../../shared/export/template.ts';
import type { OrganizationTemplate } from '../../shared/organization/profile.ts';
import {
  delimiterNames,
  WRITE_FORMAT_NAMES,
  WRITE_FORMATS,
  type WriteFormat,
} from '../../shared/text/formats.ts';
import type { Choices } from './export-choices.ts';
import css from './export.module.css';

interface Props {
  readonly choices: Choices;
  readonly rows: number;
  readonly rowsWithErrors: number;
  /** The organization's, whose form the file may have; null where there is none. */
  readonly template: OrganizationTemplate | null;
  /** How the rows stand against the current team; null but for a bulk update. */
  readonly compared: TeamComparison['counts'] | null;
  readonly onChange: (choices: Choices) => void;
}

/** The form, which rows, and under “More” what is seldom changed. */
export function ChoiceFields(props: Props) {
  const { choices, compared, template, onChange } = props;
  const { accepted } = WRITE_FORMATS[choices.format];
  return (
    <div className={css['exportChoices']}>
      <NativeSelect
        label="File"
        value={choices.format}
        data={WRITE_FORMAT_NAMES.map((name) => ({ value: name, label: labelOf(name, choices.template) }))}
        aria-describedby="export-form-note"
        onChange={({ currentTarget: { value } }) => {
          const format = WRITE_FORMAT_NAMES.find((name) => name === value);
          if (format) onChange({ ...choices, format });
        }}
      />
      <p id="export-form-note" className={css['exportNote']} data-warns={!accepted}>
        {accepted
          ? `Agent Connect’s ${compared === null ? 'Bulk Create' : 'bulk update'} takes this.`
          : 'Agent Connect does not take this: use it for other programs.'}
      </p>
      {template !== null && (
        <Checkbox
          label={`In the form of the template “${template.file}”`}
          description={`Exactly its headers in its order: ${describeForm(template)}.${describeUnknown(template)}`}
          checked={choices.template !== null}
          onChange={({ currentTarget: { checked } }) => {
            onChange({ ...choices, template: checked ? template : null });
          }}
        />
      )}
      <WhichPeople {...props} />
      <WhichRows {...props} />
      <Checkbox
        label="Team leaders before their teams"
        description={`Agent Connect ${compared === null ? 'creates' : 'goes through'} people from top to bottom and must know a Team Leader first.`}
        checked={choices.leadersFirst}
        onChange={({ currentTarget: { checked } }) => {
          onChange({ ...choices, leadersFirst: checked });
        }}
      />
      <details className={css['exportMore']}>
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

/** Of a bulk update, whether those who are as in Agent Connect are in the file. */
function WhichPeople({ choices, rows, compared, onChange }: Props) {
  if (compared === null) return null;
  return (
    <Radio.Group
      label="People"
      value={choices.changedOnly ? 'changed' : 'all'}
      onChange={(value) => {
        onChange({ ...choices, changedOnly: value === 'changed' });
      }}
    >
      <div className={css['exportRows']}>
        <Radio value="changed" label={changedLabel(compared)} />
        <Radio
          value="all"
          label={`All ${count(rows)}, with the ${count(compared.unchanged)} who are unchanged`}
        />
      </div>
    </Radio.Group>
  );
}

function WhichRows({ choices, rows, rowsWithErrors, compared, onChange }: Props) {
  const isSplit = rowsWithErrors > 0 && rowsWithErrors < rows;
  const isPart = compared !== null && choices.changedOnly;
  return (
    <Radio.Group
      label="Rows"
      value={choices.rows}
      onChange={(value) => {
        onChange({ ...choices, rows: value === 'valid' ? 'valid' : 'all' });
      }}
    >
      <div className={css['exportRows']}>
        <Radio value="all" label={isPart ? 'All of these' : `All ${count(rows)}`} />
        <Radio
          value="valid"
          disabled={!isSplit}
          label={isPart && isSplit ? VALID_ONLY : validLabel(rows, rowsWithErrors)}
        />
      </div>
    </Radio.Group>
  );
}

/** The form with what really separates the cells, which the template decides. */
function labelOf(name: WriteFormat, template: Choices['template']): string {
  const { label, kind } = WRITE_FORMATS[name];
  const separated = delimiterNames(delimiterOf(name, template));
  const shown = kind === 'text' ? label.replace(/(tabs|commas)(?=\))/, separated) : label;
  return `${shown}${suffixOf(name)}`;
}

function describeUnknown(template: OrganizationTemplate): string {
  const unknown = unknownHeaders(template);
  if (unknown.length === 0) return '';
  return unknown.length === 1
    ? ` “${unknown[0] ?? ''}” stays empty unless the roster has such a column.`
    : ` ${unknown.length} columns that Rollcall does not know stay empty unless the roster has them.`;
}

function suffixOf(name: WriteFormat): string {
  if (name === 'unicode-text') return ', for Agent Connect';
  return WRITE_FORMATS[name].accepted ? '' : ', not for Agent Connect';
}

const VALID_ONLY = 'Only those without errors; the others go to a second file beside it';

function changedLabel({ changed, new: newcomers }: TeamComparison['counts']): string {
  const rest = newcomers === 0 ? '' : `, and the ${count(newcomers)} who are not there yet`;
  return `Changed rows only: ${count(changed)} that ${changed === 1 ? 'differs' : 'differ'} from Agent Connect${rest}`;
}

function validLabel(rows: number, rowsWithErrors: number): string {
  if (rowsWithErrors === 0) return 'Only those without errors: all of them';
  if (rowsWithErrors === rows) return 'Only those without errors: there are none yet';
  return `Only the ${count(rows - rowsWithErrors)} without errors; the other ${count(rowsWithErrors)} ${rowsWithErrors === 1 ? 'goes' : 'go'} to a second file beside it`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
