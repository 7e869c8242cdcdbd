import { Checkbox, NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { columnOf } from '../../../shared/person/catalogue.ts';
import {
  columnsOf,
  isDecision,
  type SourceUse,
  useOf,
} from '../../../shared/import/mapping/assign-source.ts';
import { type Fit, isChoice, type Judge } from '../../../shared/import/mapping/tally-values.ts';
import type { FoundNamed } from '../../../shared/import/mapping/find-named.ts';
import type { Guess } from '../../../shared/import/mapping/guess-column.ts';
import type { Source } from '../../../shared/import/mapping/sources.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  type MappedColumn,
  type MappedKey,
} from '../../../shared/import/mapping/mapping.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { chosenUse, sayFit, sayListed, sayNamed, sourceChoices, sourceId, valueOf } from './mapping-words.ts';
import { ListedPanel, PeoplePanel, ValuesPanel } from './values-panel.tsx';
import css from './mapping.module.css';

interface ListProps {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly fits: ReadonlyMap<MappedColumn, Fit>;
  readonly reasons: ReadonlyMap<number, Guess>;
  readonly named: FoundNamed;
  readonly judge: Judge;
  /** Whether the keyboard begins at the first of them. */
  readonly begins: boolean;
  readonly onUse: (index: number, use: SourceUse) => void;
  readonly onValues: (key: MappedKey, values: MappedColumn['values']) => void;
  /** Whether those who are named as leaders manage teams. */
  readonly onManages: (manages: boolean) => void;
}

/** The columns of the file: those that were not known by their headers first. */
export function SourceList({ begins, ...rest }: ListProps) {
  const { sources, mapping, reasons } = rest;
  const first = sources.find(({ key }) => key === null) ?? sources[0];
  const lines = sources.map((source, index) => {
    const entries = mapping.filter(({ from }) => !isDecision(from) && columnsOf(from).includes(index));
    return (
      <SourceLine
        key={source.position}
        {...{ ...rest, source, index, entries }}
        reason={reasons.get(index) ?? null}
        isFirst={begins && source === first}
      />
    );
  });
  const unknown = lines.filter((_, index) => sources[index]?.key === null);
  const known = lines.filter((_, index) => sources[index]?.key !== null);
  return [
    { title: 'Not known by their header', lines: unknown },
    { title: 'Known by their header', lines: known },
  ].map((part) =>
    part.lines.length === 0 ? null : (
      <section key={part.title} className={css['mappingPart']}>
        <h3>{part.title}</h3>
        <ul>{part.lines}</ul>
      </section>
    ),
  );
}

interface Props extends Omit<ListProps, 'begins' | 'reasons'> {
  readonly source: Source;
  readonly index: number;
  /** The columns of the roster that are made of it. */
  readonly entries: readonly MappedColumn[];
  readonly reason: Guess | null;
  /** Whether it is where the keyboard begins. */
  readonly isFirst: boolean;
}

/** One column of the file: its header, a few of its texts, what it is taken for and how many of them fit that. */
function SourceLine(props: Props) {
  const { source, index, sources, mapping, entries, isFirst, onUse } = props;
  const [open, setOpen] = useState(false);
  const canOpen = panelOf(props) !== null;
  return (
    <li className={css['mappingLine']}>
      <div className={css['mappingColumn']}>
        <b title={source.header}>{source.header}</b>
        <span title={source.samples.join('\n')}>{source.samples.join(' · ') || 'No text'}</span>
      </div>
      <NativeSelect
        id={sourceId(source)}
        aria-label={`Take “${source.header}” as`}
        data-autofocus={isFirst || undefined}
        data-unused={entries.length === 0}
        value={valueOf(useOf(mapping, index))}
        data={sourceChoices(mapping, sources, index)}
        onChange={({ currentTarget: { value } }) => {
          onUse(index, chosenUse(value));
        }}
      />
      <FitPart
        {...props}
        open={open}
        {...(canOpen && {
          onOpen: () => {
            setOpen(!open);
          },
        })}
      />
      {open && panelOf(props)}
    </li>
  );
}

/** What each text of a column becomes; null where there is nothing to say of texts one by one. */
function panelOf({ entries, named, ...rest }: Props) {
  const [entry] = entries;
  if (entry === undefined) return null;
  if (entry.from.kind === 'listed') return <ListedPanel {...rest} entries={entries} />;
  if (entry.from.kind === 'person') return named.given > 0 ? <PeoplePanel named={named} /> : null;
  return isChoice(entry.key) ? <ValuesPanel {...rest} entry={entry} /> : null;
}

interface FitProps extends Props {
  readonly open: boolean;
  /** Where the column has a few texts for all: shows what each becomes. */
  readonly onOpen?: () => void;
}

/** How many texts fit, and why the column was proposed. */
function FitPart(props: FitProps) {
  const { source, entries, reason, open, onOpen } = props;
  const [entry] = entries;
  const decided = decidedBy(props);
  const notes = decided === '' ? [] : [decided];
  if (entry === undefined) return <Notes notes={notes} />;
  const { from } = entry;
  const said = sayOf(entry, props);
  const text = said?.text ?? 'Counting…';
  if (from.kind === 'namePart')
    notes.unshift('Taken apart at a comma, or by a last name in capitals, else before the last word.');
  if (reason !== null) notes.unshift(reason.why);
  // A list of values says what does not fit itself.
  const isShort = onOpen === undefined || from.kind === 'person' || from.kind === 'listed';
  if (typeof said?.example === 'string' && isShort) notes.push(said.example);
  return (
    <Notes notes={notes} isDoubtful={said?.isWhole === false}>
      {onOpen === undefined ? (
        <span>{text}</span>
      ) : (
        <button
          type="button"
          aria-expanded={open}
          aria-label={`Values of “${source.header}”: ${text}`}
          onClick={onOpen}
        >
          <IconChevronRight size={14} aria-hidden />
          {text}
        </button>
      )}
      {from.kind === 'person' && <ManagesBox {...props} checked={from.manages} />}
    </Notes>
  );
}

interface NotesProps {
  readonly notes: readonly string[];
  readonly isDoubtful?: boolean;
  readonly children?: ReactNode;
}

function Notes({ notes, isDoubtful = false, children }: NotesProps) {
  return (
    <div className={css['mappingFit']} data-doubt={isDoubtful}>
      {children}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </div>
  );
}

function sayOf({ from }: MappedColumn, { entries, fits, named }: FitProps) {
  if (from.kind === 'person' && named.given > 0) return sayNamed(named);
  const found = entries.flatMap((made) => fits.get(made) ?? []);
  return from.kind === 'listed' ? sayListed(found) : sayFit(found);
}

/** Whether those who are named as leaders manage teams, where that does not come out of it already. */
function ManagesBox({ named, mapping, checked, onManages }: FitProps & { readonly checked: boolean }) {
  if (named.leaders === 0 || mapping.some(({ from }) => from.kind === 'leads')) return null;
  return (
    <Checkbox
      size="xs"
      label={`Can Manage Teams: y for the ${named.leaders.toLocaleString('en-US')} named`}
      checked={checked}
      onChange={({ currentTarget }) => {
        onManages(currentTarget.checked);
      }}
    />
  );
}

/** What else the texts of a source decide; empty for nothing. */
function decidedBy({ mapping, index }: FitProps): string {
  const made = mapping.filter(({ from }) => isDecision(from) && columnsOf(from).includes(index));
  const names = made.map(({ key }) => (key === EXCLUDED ? 'who is left out' : columnOf(key).header));
  return names.length === 0 ? '' : `Decides ${LIST.format(names)}.`;
}

const LIST = new Intl.ListFormat('en-US');
