import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { assignSource, withFrom, withValues } from '../../../shared/import/mapping/assign-source.ts';
import { fitsColumn, type Judge } from '../../../shared/import/mapping/tally-values.ts';
import type { FoundNamed, KnownPeople } from '../../../shared/import/mapping/find-named.ts';
import {
  keptSources,
  MASK,
  type OverwrittenColumn,
  shortened,
  type Source,
} from '../../../shared/import/mapping/sources.ts';
import { exclusionOf, textMaker } from '../../../shared/import/mapping/make-text.ts';
import {
  columnEntries,
  type ColumnEntry,
  type ColumnMapping,
  type MappedColumn,
  type MappedKey,
} from '../../../shared/import/mapping/mapping.ts';
import { type MappingPurpose, proposeValues } from '../../../shared/import/mapping/propose-mapping.ts';
import { AT, columnOf } from '../../../shared/person/catalogue.ts';
import type { Roster, Row } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { DialogFrame } from '../../app/dialogs/dialog-frame.tsx';
import { MadeColumns } from './made-columns.tsx';
import { findUnanswered, type Unanswered } from './mapping-words.ts';
import type { RecalledMapping } from './recall-mapping.ts';
import { SourceList } from './source-line.tsx';
import { useExcluded, useFits, useJudge, useNamed, useOverwritten, useProposal } from './use-mapping.ts';
import css from './mapping.module.css';

interface Props {
  readonly title: string;
  /** What taking the columns means. */
  readonly note: string;
  readonly purpose: MappingPurpose;
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly settings: Settings;
  /** The people who are searched for leaders, besides those of the file. */
  readonly known: KnownPeople;
  /** The mapping to begin with in place of what is proposed; null for none. */
  readonly recalled: RecalledMapping | null;
  /** Whether the roster has work in it that a mapping could take the place of. */
  readonly hasWork: boolean;
  /** Whether the roster is not to be seen before its columns are clear. */
  readonly covers?: boolean;
  readonly onForget: () => void;
  readonly onTake: (mapping: ColumnMapping) => void;
  readonly onClose: () => void;
}

/** Asks which columns of Agent Connect the columns of a file are, and shows the first people as they will be then. */
export function MappingForm(props: Props) {
  const { title, note, purpose, roster, sources, settings, known, recalled, hasWork } = props;
  const { onForget, onTake, onClose } = props;
  const judge = useJudge(settings);
  const proposal = useProposal(roster, sources, judge, purpose);
  const [chosen, setChosen] = useState<{ readonly over: unknown; readonly mapping: ColumnMapping } | null>(
    null,
  );
  const start = recalled?.mapping ?? proposal?.mapping ?? NOTHING;
  // What was chosen holds for what it was chosen over: without what was recalled, one begins again.
  const mapping = chosen?.over === recalled ? chosen.mapping : start;
  const setMapping = (next: ColumnMapping): void => {
    setChosen({ over: recalled, mapping: next });
  };
  const fits = useFits(roster, sources, mapping, judge);
  const named = useNamed(roster, sources, mapping, known);
  const excluded = useExcluded(roster, sources, mapping);
  const overwritten = useOverwritten(roster, sources, mapping, known, hasWork);
  const reasons = useMemo(
    () => (recalled === null ? proposal?.reasons : null) ?? new Map(),
    [recalled, proposal],
  );
  if (proposal === null) return null;
  const onValues = (key: MappedKey, values: MappedColumn['values']): void => {
    setMapping(withValues(mapping, key, values));
  };
  const out = [...excluded.values()].reduce((sum, count) => sum + count, 0);
  const cells = overwritten.reduce((sum, { count }) => sum + count, 0);
  return (
    <DialogFrame
      title={title}
      size="wide"
      covers={props.covers ?? false}
      onClose={onClose}
      actions={
        <>
          <p className={css['mappingNote']}>{note}</p>
          <Button onClick={onClose}>Leave them as they are</Button>
          <Button
            variant="filled"
            data-autofocus={recalled !== null || undefined}
            onClick={() => {
              onTake(mapping);
            }}
          >
            {cells === 0 ? 'Use these columns' : `Use these columns and change ${cellsOf(cells)}`}
          </Button>
        </>
      }
    >
      {typeof recalled?.usedAt === 'string' && <Recalled usedAt={recalled.usedAt} onForget={onForget} />}
      <Answers unanswered={findUnanswered(sources, mapping, fits)} />
      <div className={css['mapping']}>
        <div className="mapping-sources">
          <MadeColumns
            {...{ roster, sources, mapping, judge, named, onValues }}
            excluded={out}
            onChange={setMapping}
          />
          <SourceList
            {...{ roster, sources, mapping, fits, reasons, named, judge, onValues }}
            begins={recalled === null}
            onUse={(index, use) => {
              const next = assignSource(mapping, sources, index, use);
              setMapping(next.map((entry) => withSureValues(entry, mapping)));
            }}
            onManages={(manages) => {
              const leader = mapping.find(({ key }) => key === 'teamLeader');
              if (leader?.from.kind === 'person')
                setMapping(withFrom(mapping, 'teamLeader', { ...leader.from, manages }, leader.values));
            }}
          />
        </div>
        <MappingPreview {...{ roster, sources, mapping, judge, named, excluded, overwritten }} />
      </div>
    </DialogFrame>
  );

  function withSureValues(entry: MappedColumn, before: ColumnMapping): MappedColumn {
    return before.includes(entry) ? entry : finish(proposeValues(entry, roster, sources, judge));
  }
}

const NOTHING: ColumnMapping = [];

function cellsOf(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'cell' : 'cells'}`;
}

/** What still needs an answer, each with the way to where it is given. */
function Answers({ unanswered }: { readonly unanswered: readonly Unanswered[] }) {
  return (
    <div className={css['mappingAnswers']} data-doubt={unanswered.length > 0}>
      <span role="status">
        {unanswered.length === 0
          ? 'Every column that Agent Connect needs is there.'
          : `${unanswered.length} still ${unanswered.length === 1 ? 'needs' : 'need'} an answer:`}
      </span>
      {unanswered.map(({ id, text }) => (
        <button
          key={`${id} ${text}`}
          type="button"
          onClick={() => {
            document.getElementById(id)?.focus();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

interface RecalledProps {
  readonly usedAt: string;
  readonly onForget: () => void;
}

function Recalled({ usedAt, onForget }: RecalledProps) {
  const day = new Date(usedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (
    <div className={css['mappingRecalled']}>
      <p>The columns are mapped as on {day}, when a file had the same headers.</p>
      <Button onClick={onForget}>Don’t use this again</Button>
    </div>
  );
}

interface MappingPreviewProps {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly judge: Judge;
  readonly named: FoundNamed;
  /** How many people are left out, by what the deciding column says of them. */
  readonly excluded: ReadonlyMap<string, number>;
  readonly overwritten: readonly OverwrittenColumn[];
}

const MAX_PEOPLE = 3;

/** The first people as a mapping would have them, and the columns of the file that nothing is made of. */
function MappingPreview(props: MappingPreviewProps) {
  const { roster, sources, mapping, judge, named, excluded, overwritten } = props;
  const people = useMemo(() => firstStaying(roster, sources, mapping), [roster, sources, mapping]);
  const kept = keptSources(sources, mapping);
  const made = columnEntries(mapping).toSorted((a, b) => AT[a.key] - AT[b.key]);
  return (
    <section className={css['mappingPreview']} aria-label="The first people, as they will be">
      <h3>The first people, as they will be</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Column</span>
            </th>
            {people.map(({ id, index }) => (
              <th key={id} scope="col">
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {made.map((entry) => (
            <PreviewLine key={entry.key} {...{ entry, people, sources, judge, named }} />
          ))}
        </tbody>
      </table>
      {excluded.size > 0 && <p className={css['mappingDoubt']}>{sayExcluded(excluded)}</p>}
      {overwritten.length > 0 && (
        <div className={css['mappingDoubt']}>
          <p>Cells that have a text now and would change:</p>
          <ul>
            {overwritten.map(({ position, header, count, example }) => (
              <li key={position}>
                {header}: {count.toLocaleString('en-US')}
                {position !== AT.temporaryPassword &&
                  `, such as “${shortened(example.from)}” → “${shortened(example.to)}”`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {kept.length === 0
          ? 'Every column of the file is taken.'
          : `Kept as columns of their own, saved here and left out of exports: ${kept.map(({ header }) => `“${header}”`).join(', ')}.`}
      </p>
    </section>
  );
}

interface LineProps extends Pick<MappingPreviewProps, 'sources' | 'judge' | 'named'> {
  readonly entry: ColumnEntry;
  readonly people: readonly Row[];
}

function PreviewLine({ entry, people, sources, judge, named }: LineProps) {
  const { key } = entry;
  const { header, short = header, field } = columnOf(key);
  const textOf = textMaker(entry, sources, named);
  return (
    <tr>
      <th scope="row">{short}</th>
      {people.map((row) => {
        const text = textOf(row);
        const shown = field === 'password' && text !== '' ? MASK : shortened(text);
        return (
          <td key={row.id} title={shown} data-doubt={text !== '' && !fitsColumn(key, text, judge)}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}

function firstStaying({ rows }: Roster, sources: readonly Source[], mapping: ColumnMapping): Row[] {
  const exclusion = exclusionOf(mapping, sources);
  const people: Row[] = [];
  for (const row of rows) {
    if (exclusion(row) === null) people.push(row);
    if (people.length === MAX_PEOPLE) break;
  }
  return people;
}

function sayExcluded(excluded: ReadonlyMap<string, number>): string {
  const count = [...excluded.values()].reduce((sum, one) => sum + one, 0);
  const why = [...excluded].map(([text, one]) => `“${shortened(text)}” ${one.toLocaleString('en-US')}`);
  const who = count === 1 ? '1 person is' : `${count.toLocaleString('en-US')} people are`;
  return `${who} left out (${why.join(', ')}): an export writes them into a second file beside it.`;
}
