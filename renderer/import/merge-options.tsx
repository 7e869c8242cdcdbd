import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { FileRef } from '../../shared/contract/call.ts';
import type { MappedRead } from '../../shared/import/mapping/apply-mapping.ts';
import { type MergeChoices, type MergeColumn, withColumnTaken } from '../../shared/import/merge-columns.ts';
import type { PlannedColumn } from '../../shared/import/merge-plan.ts';
import { encodingSentence, type SourceForm } from '../../shared/text/source-form.ts';
import { useSession } from '../app/session/session.ts';
import { addFile } from './add-file.ts';
import { excludedSentence, notUnderstood } from './merge-words.ts';
import { isAboutColumns, noticeSentences } from './notice-sentences.ts';
import css from './merge.module.css';

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
    <div className={css['mergeOptions']}>
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
    <fieldset className={css['mergeColumns']}>
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
          <span className={css['mergeCount']}>{columnNote(changes.get(from) ?? 0, isNew)}</span>
        </div>
      ))}
    </fieldset>
  );
}

function columnNote(changes: number, isNew: boolean): string {
  if (isNew) return 'new column';
  return changes === 0 ? '' : `${changes.toLocaleString('en-US')} changed`;
}

interface SourceNotesProps {
  readonly file: FileRef;
  readonly form: SourceForm;
  readonly mapped: MappedRead;
  /** Whether it is beyond doubt which of its columns is what. */
  readonly settled: boolean;
}

/** How the file was read, which sheet of it, and what was not understood; nothing where there is nothing to say. */
export function SourceNotes({ file, form, mapped: { read, excluded }, settled }: SourceNotesProps) {
  const headers = read.roster.columns.carried.map(({ header }) => header);
  const doubts = [
    settled ? null : UNSETTLED,
    excludedSentence(excluded),
    encodingSentence(form),
    notUnderstood(headers),
  ].filter((text) => text !== null);
  const rest = noticeSentences(read.notices.filter((notice) => !isAboutColumns(notice)));
  const sheets = form.kind === 'workbook' ? form.sheets : [];
  if (doubts.length + rest.length === 0 && sheets.length < 2) return null;
  return (
    <div className={css['mergeNotes']}>
      {form.kind === 'workbook' && sheets.length > 1 && <SheetPicker file={file} form={form} />}
      {doubts.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            <IconChevronRight size={14} aria-hidden />
            {rest.length === 1 ? 'Left out of the file' : `Left out of the file: ${rest.length} remarks`}
          </summary>
          <ul>
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const UNSETTLED =
  'Nobody can be added before it is clear which column is what: say so under Columns…, or confirm there what is proposed.';

interface SheetProps {
  readonly file: FileRef;
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
}

/** Says which sheet of the workbook is looked at and reads another. */
function SheetPicker({ file, form }: SheetProps) {
  const session = useSession();
  return (
    <label className={css['mergeSheet']}>
      The workbook has {form.sheets.length} sheets. This is
      <NativeSelect
        aria-label="Sheet"
        value={form.sheet}
        data={form.sheets}
        onChange={({ currentTarget: { value } }) => void addFile(session, file, { sheet: value })}
      />
    </label>
  );
}
