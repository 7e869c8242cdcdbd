import { columns } from '../../../shared/person/catalogue.ts';
import { hideColumns } from '../../../shared/roster/grid-layout.ts';
import { verdictTitle } from '../../../shared/rules/messages/verdict-sentences.ts';
import { type Verdict, verdictAtOnce } from '../../../shared/rules/verdict.ts';
import { AppUpdateSign } from '../../about/app-update-dialog.tsx';
import { keyLabel } from '../commands/keys.ts';
import { runCommand } from '../commands/command.ts';
import { columnCounts } from '../../problems/problem-places.ts';
import { changeLayout, shownPositions } from '../session/column-layout.ts';
import { exportedAt } from '../session/last-export.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import { type Document, isUnsaved, type Selection } from '../session/document.ts';
import type { SessionState } from '../session/state.ts';
import { useVerdictSentences, VerdictIcon } from '../../problems/verdict-note.tsx';
import { CellProblem } from './cell-problem.tsx';
import { describeForm } from './describe-form.ts';
import { describeSelection } from './describe-selection.ts';
import './status-bar.css';

/** What stands in the place of the counts while there are none to rely on. */
const HELD = { reading: 'Reading…', changing: 'Changing…' } as const;

/** The line below the grid: how many rows and problems, what is selected and wrong there, the file's form, saved or not. */
export function StatusBar() {
  const document = useSessionState((state) => state.document);
  const selection = useSessionState((state) => state.selection);
  const layout = useSessionState((state) => state.layout);
  if (document === null) return null;
  const selected = describeSelection(document, selection, shownPositions(document, layout));
  return (
    <footer className="status" aria-label="Status">
      {document.held === null ? (
        <Counts document={document} />
      ) : (
        <span className="status-counts">{HELD[document.held]}</span>
      )}
      <span className="status-selection" title={selected}>
        {selected}
      </span>
      {/* The grid tells of one cell where it is; of more, only this says how far they reach. */}
      <span className="status-said" role="status">
        {isSeveral(selection) && selected}
      </span>
      {document.held === null && document.roster.rows.length > 0 && <StandingVerdict document={document} />}
      <CellProblem />
      <HiddenProblems />
      <AppUpdateSign />
      <span className="status-form">{describeForm(document)}</span>
      <SavedState />
    </footer>
  );
}

/** The verdict on the roster as it stands, in form and a word; it leads to the export, which says all of it. */
function StandingVerdict({ document: { roster, checker } }: { readonly document: Document }) {
  const session = useSession();
  const verdict = verdictAtOnce(roster, checker);
  const sentences = useVerdictSentences(verdict, roster);
  return (
    <button
      type="button"
      className="status-verdict"
      title={[`${verdictTitle(verdict)}.`, ...sentences].join(' ')}
      onClick={() => {
        runCommand(session, 'file.export');
      }}
    >
      <VerdictIcon kind={verdict.kind} size={14} />
      {VERDICTS[verdict.kind]}
    </button>
  );
}

const VERDICTS = {
  errors: 'Not ready',
  notChecked: 'Not checked',
  ready: 'Ready',
  nothing: 'Nothing to do',
  otherForm: 'Not for Agent Connect',
} as const satisfies Record<Verdict['kind'], string>;

function isSeveral(selection: Selection | null): boolean {
  if (selection === null) return false;
  const { kind, anchor, head } = selection;
  return kind !== 'cells' || anchor.row !== head.row || anchor.position !== head.position;
}

function Counts({ document }: { readonly document: Document }) {
  const rows = document.roster.rows.length;
  const { warning, rowsWithErrors } = document.counts;
  // As wide as the greatest of them, so that what is beside them stays where it is while problems are mended.
  const most = Math.max(rows, warning);
  return (
    <span className="status-counts">
      <Count value={rows} one="row" several="rows" most={most} />
      <Count
        mark={rowsWithErrors > 0 ? 'error' : 'none'}
        {...{ value: rowsWithErrors, one: 'with errors', several: 'with errors', most }}
      />
      <Count
        mark={warning > 0 ? 'warning' : 'none'}
        {...{ value: warning, one: 'warning', several: 'warnings', most }}
      />
      <Compared document={document} most={most} />
    </span>
  );
}

/** How many rows of a bulk update change something. */
function Compared({ document, most }: { readonly document: Document; readonly most: number }) {
  const { comparison } = document.checker;
  if (comparison === null) return null;
  const { changed, new: newcomers } = comparison.counts;
  return (
    <>
      <Count mark="changed" value={changed} one="changed" several="changed" most={most} />
      {newcomers > 0 && <Count value={newcomers} one="new" several="new" most={newcomers} />}
    </>
  );
}

interface CountProps {
  readonly mark?: 'error' | 'warning' | 'changed' | 'none';
  readonly value: number;
  readonly one: string;
  readonly several: string;
  /** The greatest number for which there is room. */
  readonly most: number;
}

/** A number with its word and its mark, at which it stands; what is wide for others' sake comes after the word. */
function Count({ mark, value, one, several, most }: CountProps) {
  return (
    <span className="status-count">
      {mark !== undefined && <span className="status-mark" data-mark={mark} />}
      <span className="status-words" data-widest={`${most.toLocaleString('en-US')} ${several}`}>
        {value.toLocaleString('en-US')} {value === 1 ? one : several}
      </span>
    </span>
  );
}

function SavedState() {
  const { app }: Session = useSession();
  const unsaved = useSessionState((state) => isUnsaved(state.document));
  const onDisk = useSessionState((state) => (state.document?.file ?? null) !== null);
  const exported = useSessionState(exportedAt);
  const notSaved = exported === null ? 'Not saved' : `Exported ${exported}, not saved`;
  const text = unsaved ? notSaved : onDisk ? 'Saved' : 'Nothing to save';
  return (
    <span
      className="status-saved"
      data-unsaved={unsaved}
      title={unsaved ? saveHint(app.platform) : undefined}
    >
      {text}
    </span>
  );
}

function saveHint(platform: Session['app']['platform']): string {
  return `Save with ${keyLabel('Mod+S', platform)}`;
}

/** How many problems are in columns that are hidden, and a way to see them. */
function HiddenProblems() {
  const session = useSession();
  const count = useSessionState((state) =>
    hiddenColumns(state).reduce((sum, { problems }) => sum + problems, 0),
  );
  if (count === 0) return null;
  const show = (): void => {
    const state = session.store.getState();
    const names = hiddenColumns(state).map(({ name }) => name);
    changeLayout(session, hideColumns(state.layout, names, false));
  };
  return (
    <button type="button" className="status-link" onClick={show}>
      {count === 1
        ? 'One problem in a hidden column: show'
        : `${count.toLocaleString('en-US')} problems in hidden columns: show`}
    </button>
  );
}

/** The hidden columns that have problems; columns that the catalogue does not know have none. */
function hiddenColumns({ document, layout }: SessionState) {
  if (document === null || layout.hidden.length === 0) return [];
  return columns
    .filter(({ key }) => layout.hidden.includes(key))
    .map(({ key }) => {
      const { error, warning } = columnCounts(document, key);
      return { name: key, problems: error + warning };
    })
    .filter(({ problems }) => problems > 0);
}
