import { Checkbox, Radio } from '@mantine/core';
import { type MergeChoices, withColumnTaken } from '../../shared/merge/merge-choices.ts';
import type { MergeColumn } from '../../shared/merge/merge-columns.ts';
import type { PlannedColumn } from '../../shared/merge/merge-plan.ts';

interface Props {
  readonly choices: MergeChoices;
  readonly columns: readonly MergeColumn[];
  /** The same with what they change; empty until that is known. */
  readonly planned: readonly PlannedColumn[];
  readonly onChange: (choices: MergeChoices) => void;
}

/** What people are matched by, what becomes of blanks, and which columns are taken. */
export function MergeOptions(props: Props) {
  const { choices, onChange } = props;
  return (
    <div className="merge-options">
      <Radio.Group
        label="Match people by"
        value={choices.matchBy}
        onChange={(value) => {
          const option = MATCH_BY.find(({ matchBy }) => matchBy === value);
          // Whom a line in doubt means was said of other doubts.
          if (option) onChange({ ...choices, matchBy: option.matchBy, meant: new Map() });
        }}
      >
        {MATCH_BY.map(({ matchBy, label }) => (
          <Radio key={matchBy} value={matchBy} label={label} />
        ))}
      </Radio.Group>
      <Radio.Group
        label="Where the file is blank"
        value={choices.blanks}
        onChange={(value) => {
          onChange({ ...choices, blanks: value === 'clear' ? 'clear' : 'keep' });
        }}
      >
        <Radio value="keep" label="Keep what is here" />
        <Radio value="clear" label="Clear what is here" />
      </Radio.Group>
      <TakenColumns {...props} />
    </div>
  );
}

const MATCH_BY = [
  { matchBy: 'emailThenId', label: 'Email address, else employee ID' },
  { matchBy: 'email', label: 'Email address' },
  { matchBy: 'employeeId', label: 'Employee ID' },
] as const;

function TakenColumns({ choices, columns, planned, onChange }: Props) {
  const changes = new Map(planned.map((column) => [column.from, column.changes]));
  const { leftOut } = choices;
  const takesAll = columns.every(({ from }) => !leftOut.has(from));
  return (
    <fieldset className="merge-columns">
      <legend>
        <Checkbox
          label="Take from the file"
          checked={takesAll}
          indeterminate={!takesAll && columns.some(({ from }) => !leftOut.has(from))}
          onChange={() => {
            onChange({ ...choices, leftOut: new Set(takesAll ? columns.map(({ from }) => from) : []) });
          }}
        />
      </legend>
      {columns.map(({ from, header, isNew }) => (
        <div key={from}>
          <Checkbox
            label={header}
            checked={!leftOut.has(from)}
            onChange={({ currentTarget: { checked } }) => {
              onChange(withColumnTaken(choices, from, checked));
            }}
          />
          <span className="merge-count">{columnNote(changes.get(from) ?? 0, isNew)}</span>
        </div>
      ))}
    </fieldset>
  );
}

function columnNote(changes: number, isNew: boolean): string {
  if (isNew) return 'new column';
  return changes === 0 ? '' : `${changes.toLocaleString('en-US')} changed`;
}
