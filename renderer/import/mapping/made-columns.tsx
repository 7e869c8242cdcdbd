import { NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type ColumnKey, columnOf, columns } from '../../../shared/person/catalogue.ts';
import {
  isDecision,
  withConstant,
  withFrom,
  withoutKeys,
} from '../../../shared/import/mapping/assign-source.ts';
import { findDeciders, proposeDecision } from '../../../shared/import/mapping/decide-by.ts';
import type { FoundNamed } from '../../../shared/import/mapping/find-named.ts';
import type { Judge } from '../../../shared/import/mapping/tally-values.ts';
import { findLeavingDate } from '../../../shared/import/mapping/guess-column.ts';
import type { Source } from '../../../shared/import/mapping/sources.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  type MappedColumn,
  type MappedKey,
} from '../../../shared/import/mapping/mapping.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { ChoiceField, closedChoices } from './choice-field.tsx';
import { madeId, shortHeader } from './mapping-words.ts';
import { ValuesPanel } from './values-panel.tsx';
import css from './mapping.module.css';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly judge: Judge;
  readonly named: FoundNamed;
  /** How many people the mapping leaves out. */
  readonly excluded: number;
  readonly onChange: (mapping: ColumnMapping) => void;
  readonly onValues: (key: MappedKey, values: MappedColumn['values']) => void;
}

/** Columns in which no two people have the same, or which nobody would give to all. */
const OF_ONE_PERSON: ReadonlySet<ColumnKey> = new Set([
  'email',
  'employeeId',
  'firstName',
  'lastName',
  'temporaryPassword',
]);

/**
 * The columns that no column of the file becomes: the same for everybody, as another column decides, or as people are
 * named; and whose rows are left out.
 */
export function MadeColumns(props: Props) {
  const { roster, sources, mapping, judge, onChange } = props;
  const deciders = useMemo(
    () => findDeciders(roster, sources, judge.settings),
    [roster, sources, judge.settings],
  );
  const made = new Map<MappedKey, MappedColumn>(mapping.map((entry) => [entry.key, entry]));
  const leaving = useMemo(
    () => findLeavingDate(roster, sources, judge.settings),
    [roster, sources, judge.settings],
  );
  const missing = columns.filter(({ key }) => {
    const kind = made.get(key)?.from.kind;
    return !OF_ONE_PERSON.has(key) && (kind === undefined || OF_ITS_OWN.has(kind));
  });
  const shown = missing.filter(({ key, required }) => required || made.has(key));
  const others = missing.filter((column) => !shown.includes(column));
  const leftOut: readonly MappedKey[] = deciders.length > 0 || leaving !== null ? [EXCLUDED] : [];
  const rows: readonly MappedKey[] = [...shown.map(({ key }) => key), ...leftOut];
  return (
    <section className={css['mappingPart']}>
      <h3>Not in the file: the same for everybody, or made from another column</h3>
      <ul>
        {rows.map((key) => (
          <MadeLine
            key={key}
            {...props}
            {...{ deciders, leaving }}
            target={key}
            entry={made.get(key) ?? null}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <NativeSelect
          className={css['mappingAdd']}
          aria-label="Add a column"
          value=""
          data={[
            { value: '', label: 'Add a column…' },
            ...others.map(({ key, header }) => ({ value: key, label: header })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const added = others.find(({ key }) => key === value);
            if (added) onChange(withConstant(mapping, added.key, ''));
          }}
        />
      )}
    </section>
  );
}

const OF_ITS_OWN: ReadonlySet<MappedColumn['from']['kind']> = new Set(['constant', 'by', 'left', 'leads']);

interface LineProps extends Props {
  readonly target: MappedKey;
  readonly entry: MappedColumn | null;
  readonly deciders: readonly number[];
  /** The source with the last days of those who leave; null where there is none. */
  readonly leaving: number | null;
}

function MadeLine(props: LineProps) {
  const { roster, sources, mapping, judge, named, target, entry, deciders, leaving, onChange, onValues } =
    props;
  const [open, setOpen] = useState(false);
  const name = target === EXCLUDED ? 'Left out of the roster' : columnOf(target).header;
  const from = entry?.from ?? null;
  const choose = (value: string): void => {
    const by = deciders.find((index) => value === `by ${index}`);
    if (leaving !== null && value.startsWith('left')) {
      const status = value === 'left' ? null : statusOf(entry);
      const from = { kind: 'left', column: leaving, by: status, day: judge.settings.today } as const;
      onChange(withFrom(mapping, target, from, status === null ? [] : entry?.values));
    } else if (by !== undefined) {
      setOpen(true);
      onChange(proposeDecision(mapping, target, by, { roster, sources, named }));
    } else if (value === 'leads') onChange(withFrom(mapping, target, { kind: 'leads' }));
    else if (target === EXCLUDED || value === 'none') onChange(emptied(mapping, target));
    else onChange(withConstant(mapping, target, value === 'same' ? SAME : value));
  };
  return (
    <li className={css['mappingLine']} data-made>
      <div className={css['mappingColumn']}>
        <b>{name}</b>
        {target !== EXCLUDED && WHAT_FOR[target] !== undefined && <span>{WHAT_FOR[target]}</span>}
      </div>
      <div className={css['mappingMade']}>
        <NativeSelect
          id={madeId(target)}
          aria-label={target === EXCLUDED ? 'Who is left out' : `${name} of everybody`}
          data-unused={entry === null}
          value={valueOf(entry)}
          data={optionsOf(target, sources, deciders, { leaving, status: statusOf(entry) })}
          onChange={({ currentTarget: { value } }) => {
            choose(value);
          }}
        />
        {from?.kind === 'constant' && target !== EXCLUDED && <SameText {...props} {...{ target, from }} />}
      </div>
      <MadeNote
        {...props}
        open={open}
        onOpen={() => {
          setOpen(!open);
        }}
      />
      {open && entry !== null && statusOf(entry) !== null && (
        <ValuesPanel {...{ roster, sources, entry, judge, onValues }} />
      )}
    </li>
  );
}

interface SameProps extends Pick<Props, 'roster' | 'judge' | 'mapping' | 'onChange'> {
  readonly target: ColumnKey;
  readonly from: Extract<MappedColumn['from'], { kind: 'constant' }>;
}

/** Where the text for everybody is typed, if it can be any. */
function SameText({ roster, judge, mapping, target, from, onChange }: SameProps) {
  if (closedChoices(target) !== null) return null;
  return (
    <ChoiceField
      label={`Text of ${columnOf(target).header}`}
      {...{ roster }}
      settings={judge.settings}
      column={target}
      text={from.text === '' ? null : from.text}
      unchosen="Left empty"
      onText={(text) => {
        onChange(withConstant(mapping, target, text ?? SAME));
      }}
    />
  );
}

/** A text for everybody that is still to be typed. */
const SAME = '';

function emptied(mapping: ColumnMapping, target: MappedKey): ColumnMapping {
  const isRequired = target !== EXCLUDED && columnOf(target).required;
  return target === EXCLUDED || isRequired
    ? withoutKeys(mapping, [target])
    : withConstant(mapping, target, '');
}

/** The source whose texts decide a column; null for none. */
function statusOf(entry: MappedColumn | null): number | null {
  if (entry?.from.kind === 'left') return entry.from.by;
  return entry?.from.kind === 'by' ? entry.from.column : null;
}

function valueOf(entry: MappedColumn | null): string {
  if (entry === null) return 'none';
  const { key, from } = entry;
  if (from.kind === 'by') return `by ${from.column}`;
  if (from.kind === 'left') return from.by === null ? 'left' : 'left or by';
  if (from.kind !== 'constant' || key === EXCLUDED) return from.kind;
  if (closedChoices(key) === null) return 'same';
  return from.text === '' ? 'none' : from.text;
}

interface Grounds {
  readonly leaving: number | null;
  /** The source whose texts decide now. */
  readonly status: number | null;
}

function optionsOf(
  target: MappedKey,
  sources: readonly Source[],
  deciders: readonly number[],
  { leaving, status }: Grounds,
) {
  const headerOf = (index: number): string => `“${shortHeader(sources[index]?.header ?? '')}”`;
  const by = deciders.map((index) => ({
    value: `by ${index}`,
    label: `By ${headerOf(index)}`,
  }));
  const left =
    leaving === null
      ? []
      : [
          { value: 'left', label: `By the date in ${headerOf(leaving)}` },
          ...(status === null
            ? []
            : [{ value: 'left or by', label: `By ${headerOf(leaving)} or ${headerOf(status)}` }]),
        ];
  if (target === EXCLUDED) return [{ value: 'none', label: 'Nobody' }, ...left, ...by];
  if (target === 'deactivated') by.unshift(...left);
  const closed = closedChoices(target);
  const same =
    closed === null
      ? [{ value: 'same', label: 'The same for everybody' }]
      : closed.map((text) => ({ value: text, label: `${text} for everybody` }));
  const leads = target === 'canManageTeams' ? [{ value: 'leads', label: 'y for Team Leaders, else n' }] : [];
  return [{ value: 'none', label: 'Left empty' }, ...same, ...leads, ...by];
}

interface NoteProps extends LineProps {
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** What a line comes to, and where another column decides, the way to its texts. */
function MadeNote({ roster, target, entry, named, excluded, open, onOpen }: NoteProps) {
  if (entry === null) {
    const isMissing = target !== EXCLUDED && columnOf(target).required;
    return (
      <div className={css['mappingFit']}>
        {isMissing && <span className={css['mappingDoubt']}>Needs an answer</span>}
      </div>
    );
  }
  const count = (value: number): string => value.toLocaleString('en-US');
  if (entry.from.kind === 'leads')
    return (
      <div className={css['mappingFit']}>
        <span>{`${count(named.leaders)} y, ${count(roster.rows.length - excluded - named.leaders)} n`}</span>
      </div>
    );
  if (!isDecision(entry.from)) return <div className={css['mappingFit']} />;
  const text =
    target === EXCLUDED ? `${count(excluded)} of ${count(roster.rows.length)} people` : 'What each becomes';
  if (statusOf(entry) === null)
    return (
      <div className={css['mappingFit']}>
        <span>{target === EXCLUDED ? text : 'y where the date has come'}</span>
      </div>
    );
  return (
    <div className={css['mappingFit']}>
      <button type="button" aria-expanded={open} onClick={onOpen}>
        <IconChevronRight size={14} aria-hidden />
        {text}
      </button>
    </div>
  );
}

const WHAT_FOR: Readonly<Partial<Record<ColumnKey, string>>> = {
  licenseType: 'Older templates of Agent Connect require it.',
  deactivated: 'y for people whom a bulk update deactivates.',
  photoUrl: 'The address of a photo; it never goes into a file.',
};
