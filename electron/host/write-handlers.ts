import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { WriteFormat } from '../../shared/text/formats.ts';
import { writeRoster } from '../files/write-roster.ts';
import { createHandles, type Handles } from '../system/handles.ts';
import type { Answer, Handlers } from './dispatcher.ts';
import type { HeldFiles, KnownFile, KnownFiles } from './known-files.ts';
import type { RecentFiles } from './recent-files.ts';

interface Write {
  readonly file: KnownFile;
  readonly format: WriteFormat;
  readonly overwrite: boolean;
  readonly inPlace: boolean;
  readonly slices: string[];
  readonly stop: AbortController;
  length: number;
  finishing: boolean;
  /** Whether another program has the file open, and it is waited for. */
  held: boolean;
}

/** Characters of one file: more than the longest roster that can be opened, less than the longest string of V8. */
const MAX_CHARACTERS = 400_000_000;

/**
 * Answers the calls that write a file: one write at a time for each, in slices, kept nowhere but in memory until all
 * are there.
 */
export function writeHandlers(
  files: KnownFiles,
  held: HeldFiles,
  recent: RecentFiles,
): Handlers<`write.${'begin' | 'append' | 'finish' | 'state' | 'cancel'}`> {
  const writes = createHandles<Write>();
  const find = (handle: string): Result<Write, Failure> => {
    const write = writes.get(handle);
    return write === undefined ? failure(failed('call.ended', { what: 'This save' })) : success(write);
  };
  return {
    'write.begin': ({ file: handle, ...how }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      const reason = makeWay(file.value, writes);
      if (reason !== null) return failure(reason);
      const begun = { slices: [], stop: new AbortController(), length: 0, finishing: false, held: false };
      return success({ write: writes.add({ file: file.value, ...how, ...begun }) });
    },
    'write.append': ({ write: handle, text }) => {
      const write = find(handle);
      if (!write.ok) return write;
      if (write.value.finishing) return refused('write.append: after the end');
      if (write.value.length + text.length > MAX_CHARACTERS) return refused('write.append: too much text');
      append(write.value, text);
      return success({});
    },
    'write.finish': async ({ write: handle }) => {
      const write = find(handle);
      if (!write.ok) return write;
      if (write.value.finishing) return refused('write.finish: twice');
      write.value.finishing = true;
      try {
        return await held.during(write.value.file, () => finish(write.value, files, recent));
      } finally {
        writes.drop(handle);
      }
    },
    'write.state': ({ write: handle }) => success({ held: writes.get(handle)?.held === true }),
    'write.cancel': ({ write: handle }) => {
      const write = writes.get(handle);
      write?.stop.abort();
      if (write?.finishing === false) writes.drop(handle);
      return success({});
    },
  };
}

/** A save that was begun and left gives way to a new one of the same file; one that is being written does not. */
function makeWay(file: KnownFile, writes: Handles<Write>): Failure | null {
  if (file.dropped) return failed('call.unavailable', { what: 'Saving over a dropped file' });
  for (const [handle, write] of writes.entries()) {
    if (write.file !== file) continue;
    if (write.finishing) {
      return failed('write.failed', { name: file.name, reason: 'another save of it is still running' });
    }
    writes.drop(handle);
  }
  return null;
}

/** Adds a slice so that no two slices share the two halves of a character: each is encoded by itself. */
function append(write: Write, text: string): void {
  const { slices } = write;
  const last = slices.at(-1) ?? '';
  const half = /[\uD800-\uDBFF]$/.exec(last.slice(-1))?.[0] ?? '';
  if (half !== '') slices[slices.length - 1] = last.slice(0, -1);
  slices.push(half + text);
  write.length += text.length;
}

async function finish(write: Write, files: KnownFiles, recent: RecentFiles): Promise<Answer<'write.finish'>> {
  const { file, format, slices, stop } = write;
  const written = await writeRoster(file.path, format, slices, {
    expected: file.version,
    overwrite: write.overwrite,
    // A template's delimiter is the window's to know, which has asked about an ending that does not fit it.
    hasTemplate: true,
    signal: stop.signal,
    inPlace: write.inPlace,
    onHeld: () => {
      write.held = true;
    },
  });
  if (!written.ok) return written;
  const { bytes, version, replaced } = written.value;
  file.version = version;
  await recent.add(file.path);
  return success({ file: files.ref(file), bytes, replaced });
}

function refused(what: string): Result<never, Failure> {
  return failure(failed('call.refused', { what }));
}
