import type { Reply } from '../../../shared/contract/contract.ts';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import {
  createRosterReader,
  type ReadRoster,
  type RosterReader,
} from '../../../shared/roster/read-roster.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { type Dialect, resolveDialect, TABS } from '../../../shared/text/dialect.ts';
import type { Delimiter } from '../../../shared/text/formats.ts';
import { createTextParser, type TextParser } from '../../../shared/text/parse-text.ts';
import type { SourceForm } from '../../../shared/text/source-form.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import type { HowToRead } from '../../../shared/roster/how-to-read.ts';
import { breathe, type OnProgress } from './pace.ts';
import type { Session } from './session.ts';

/** A file that was read, before any rule looks at it. */
export interface ReadFile {
  readonly form: SourceForm;
  /** What separates its cells; null where it is no text. */
  readonly delimiter: Delimiter | null;
  readonly read: ReadRoster;
}

/** Who follows a reading. */
export interface Watcher {
  /** Aborting it ends the reading with `cancelled`. */
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Told once, if the file is long, as soon as the first people are known. */
  readonly onFirstRows: (roster: Roster) => void;
}

/** Reads a file into a roster in slices that leave the window responsive; the open roster stays as it is. */
export async function readFile(
  session: Session,
  file: FileRef,
  how: HowToRead,
  watcher: Watcher,
): Promise<Result<ReadFile, Failure>> {
  const { sheet = null, encoding = null, header } = how;
  const opened = await session.host.call('file.open', { file: file.handle, sheet, encoding });
  if (!opened.ok) return opened;
  const { text, form } = opened.value;
  try {
    const slices = hostSlices(session, opened.value);
    const [told, traits] = form.kind === 'workbook' ? [TABS, form.traits] : [how, undefined];
    const reader = createRosterReader(file.name, { header, traits });
    const source = await readSlices(reader, told, slices, watcher);
    if (!source.ok) return source;
    const { read, dialect } = source.value;
    return success({ form, delimiter: form.kind === 'text' ? dialect.delimiter : null, read });
  } finally {
    await session.host.call('text.close', { text });
  }
}

/** Reads a text that the window itself holds; `name` is for failures. */
export async function readText(
  name: string,
  text: string,
  watcher: Watcher,
): Promise<Result<ReadRoster, Failure>> {
  const source = await readSlices(createRosterReader(name), {}, oneSlice(text), watcher);
  return source.ok ? success(source.value.read) : source;
}

/** Characters parsed in one task: a few milliseconds of the window's thread. */
const PIECE = 1 << 17;

type Slice = Result<{ readonly text: string; readonly fraction: number }, Failure>;

async function* hostSlices(session: Session, { text, length }: Reply<'file.open'>): AsyncGenerator<Slice> {
  for (let from: number | null = 0; from !== null;) {
    const answer: Result<Reply<'text.read'>, Failure> = await session.host.call('text.read', { text, from });
    if (!answer.ok) {
      yield answer;
      return;
    }
    from = answer.value.next;
    yield success({ text: answer.value.slice, fraction: from === null ? 1 : from / length });
  }
}

// oxlint-disable-next-line typescript/require-await -- an async generator, as the host's slices come
async function* oneSlice(text: string): AsyncGenerator<Slice> {
  yield success({ text, fraction: 1 });
}

async function readSlices(
  reader: RosterReader,
  told: Parameters<typeof resolveDialect>[1],
  slices: AsyncIterable<Slice>,
  { signal, onProgress, onFirstRows }: Watcher,
): Promise<Result<{ readonly read: ReadRoster; readonly dialect: Dialect }, Failure>> {
  let dialect: Dialect | null = null;
  let parser: TextParser | null = null;
  let isFirst = true;
  for await (const slice of slices) {
    if (!slice.ok) return slice;
    const { text, fraction } = slice.value;
    dialect ??= resolveDialect(text, told);
    parser ??= createTextParser(dialect.delimiter, dialect.quote, dialect.wrapped);
    for (let from = 0; from < text.length; from += PIECE) {
      reader.add(parser.push(text.slice(from, from + PIECE)));
      await breathe();
      if (signal.aborted) return failure(failed('cancelled', {}));
    }
    if (isFirst && fraction < 1) onFirstRows(reader.roster);
    isFirst = false;
    onProgress(fraction);
  }
  if (parser !== null) reader.add(parser.end());
  const read = reader.finish(parser?.problems);
  return read.ok ? success({ read: read.value, dialect: dialect ?? TABS }) : read;
}
