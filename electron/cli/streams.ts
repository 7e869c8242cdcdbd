import type { Situation } from '../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { showText } from './show-text.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Somewhere to write text to. */
interface Sink {
  write(text: string): void;
}

/** Where a command speaks: results to `out`, words for a person to `err`. */
export interface Streams {
  readonly out: Sink;
  readonly err: Sink;
  /** Whom a question can be asked; null where nobody sits there. */
  readonly terminal: Terminal | null;
}

/** 0 fine, 1 the roster has errors or some rows failed, 2 the call or a file is unusable and nothing was written. */
export type ExitCode = 0 | 1 | 2;

/** Runs a command's work: it speaks through the streams and answers the exit code. */
export type RunCommand = (work: (streams: Streams) => Promise<ExitCode>) => Promise<void>;

/**
 * The process's own streams and terminal. A reader that has gone away (`| head`) is no error: what follows is dropped
 * quietly.
 */
export function processStreams(): Streams {
  return { out: quietSink(process.stdout), err: quietSink(process.stderr), terminal: processTerminal() };
}

function quietSink(stream: NodeJS.WriteStream): Sink {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
    gone = true;
  });
  return {
    write: (text) => {
      if (!gone) stream.write(text);
    },
  };
}

/** Where a failure of a command is read. */
export const AT_THE_COMMAND_LINE: Situation = { program: 'commandLine', isRosterOpen: false };

/** Says a failure as a sentence, which answers 2. */
export function sayFailure(err: Sink, failure: Failure): ExitCode {
  err.write(`${showText(failureSentence(failure, AT_THE_COMMAND_LINE))}\n`);
  return 2;
}
