import type { FileRef } from '../../shared/contract/call.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { standingMapping } from '../../shared/import/mapping/assign-source.ts';
import { judgeBy } from '../../shared/import/mapping/tally-values.ts';
import { findNamed, type KnownPeople } from '../../shared/import/mapping/find-named.ts';
import { listSources, type Source } from '../../shared/import/mapping/sources.ts';
import { mapRead } from '../../shared/import/mapping/apply-mapping.ts';
import type { ColumnMapping } from '../../shared/import/mapping/mapping.ts';
import { type ProposedMapping, proposeMapping } from '../../shared/import/mapping/propose-mapping.ts';
import { recalledMapping } from '../../shared/import/mapping/remember-mapping.ts';
import { isIdentifier } from '../../shared/import/merge-columns.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import type { SlicedWork } from '../../shared/roster/sliced-work.ts';
import type { Dialog } from '../app/session/dialog-kinds.ts';
import { closeDialog, showFailure } from '../app/session/dialogs.ts';
import type { HowToRead } from '../../shared/roster/how-to-read.ts';
import { runPaced } from '../app/session/pace.ts';
import { readFile } from '../app/session/read-file.ts';
import type { Session } from '../app/session/session.ts';
import { currentSettings } from '../app/session/settings.ts';
import type { SessionState } from '../app/session/state.ts';
import { runTask } from '../app/session/task.ts';
import { profileLoaded } from '../organization/profile.ts';
import { findRemembered } from './mapping/recall-mapping.ts';
import { rememberMapping } from './mapping/take-mapping.ts';

/**
 * Reads a file beside the open roster and shows what adding its people would do; nothing is written before the user says
 * so. Whatever fails is said in one sentence.
 */
export async function addFile(session: Session, file: FileRef, how: HowToRead = {}): Promise<void> {
  const source = await runTask(session, { kind: 'reading', name: file.name }, async (signal, onProgress) => {
    const read = await readFile(session, file, how, { signal, onProgress, onFirstRows: () => undefined });
    if (!read.ok) return read;
    if (read.value.read.roster.rows.length === 0)
      return failure(failed('merge.noPeople', { name: file.name }));
    await profileLoaded(session);
    const understood = await runPaced(understandColumns(session, read.value.read), signal);
    if (understood === null) return failure(failed('cancelled', {}));
    return success({ form: read.value.form, read: read.value.read, ...understood.value });
  });
  if (source.ok) session.store.setState({ dialog: { kind: 'merge', file, how, ...source.value } });
  else
    showFailure(
      session,
      `Nobody was added from “${file.name}”`,
      source.failure,
      source.failure.code === 'merge.noPeople' ? undefined : { file, how, purpose: 'add' },
    );
}

type MergeState = Extract<Dialog, { kind: 'merge' }>;

/** How the columns of a file that is to be added were understood. */
type Understood = Pick<MergeState, 'step' | 'mapped' | 'mapping' | 'settled'>;

/** A guess from the texts alone that is less sure than this is asked about. */
const SURE = 0.7;

/** The people who are searched for the leaders of a file that is added to the open roster. */
export function knownBeside({ document, organizations }: SessionState): KnownPeople {
  return { team: organizations.known?.team ?? null, roster: document?.roster ?? null };
}

/**
 * Understands the columns of a file that is to be added: as such a file was mapped before, else as its headers and texts
 * propose. It is asked about where two columns claim one, one holds something else than its header says, none names the
 * people, a column is only guessed, or a leader who is given by name is not found.
 */
function* understandColumns(session: Session, read: ReadRoster): SlicedWork<Understood> {
  const state = session.store.getState();
  const { roster, columns, notices } = read;
  const sources = listSources(roster, columns);
  const remembered = findRemembered(state, columns);
  const known = knownBeside(state);
  const proposed =
    remembered === null
      ? yield* proposeMapping(roster, sources, judgeBy(currentSettings(state)), 'add')
      : null;
  const mapping = remembered
    ? recalledMapping(remembered, sources, currentSettings(state).today)
    : (proposed?.mapping ?? []);
  const isDoubtful =
    (proposed !== null && isGuessed(proposed)) ||
    (remembered === null && notices.some(({ kind }) => kind === 'claimedTwice' || kind === 'contactColumn'));
  const isAsked = isDoubtful || isUnidentified(sources, mapping);
  const named = yield* findNamed(roster, sources, mapping, known);
  const settled = !isAsked && named.unfound.length === 0;
  const mapped = yield* mapRead(read, mapping, known);
  return { step: settled ? 'people' : 'columns', mapped, mapping, settled };
}

function isGuessed({ reasons }: ProposedMapping): boolean {
  return [...reasons.values()].some(({ confidence }) => confidence < SURE);
}

/** Whether nothing of a mapping names people, though a column that is not used might. */
function isUnidentified(sources: readonly Source[], mapping: ColumnMapping): boolean {
  const isUnused =
    mapping.length < standingMapping(sources).length || sources.some(({ key }) => key === null);
  return !mapping.some(({ key }) => key !== 'excluded' && isIdentifier({ key })) && isUnused;
}

/** Brings the columns of a file that is to be added into those of a roster, remembers how, and goes on to its people. */
export async function mapFile(
  session: Session,
  dialog: MergeState,
  sources: readonly Source[],
  mapping: ColumnMapping,
): Promise<void> {
  const { file, read } = dialog;
  const known = knownBeside(session.store.getState());
  closeDialog(session);
  const mapped = await runTask(session, { kind: 'reading', name: file.name }, async (signal, onProgress) => {
    const made = await runPaced(mapRead(read, mapping, known), signal, onProgress);
    return made === null ? failure(failed('cancelled', {})) : success(made.value);
  });
  if (!mapped.ok) {
    session.store.setState({ dialog });
    return;
  }
  if (read.columns.length > 0) rememberMapping(session, read.columns, sources, mapping);
  session.store.setState({
    dialog: { ...dialog, step: 'people', mapped: mapped.value, mapping, settled: true },
  });
}
