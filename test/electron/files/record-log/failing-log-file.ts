import * as fs from 'node:fs/promises';
import type { LogFile, OpenLogFile } from '../../../../electron/files/record-log/record-log.ts';

/**
 * Opens files of which the nth call fails as on a full disk; a write has put half of its bytes there by then. Or it throws
 * before there is a promise, as a bug does.
 */
export function failingAt(
  call: 'write' | 'datasync',
  nth: number,
  how: 'rejects' | 'throws' = 'rejects',
): OpenLogFile {
  return async (...args) => {
    const file = await fs.open(...args);
    let calls = 0;
    const full = (): void => {
      calls += 1;
      if (calls === nth) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    const failing: LogFile = {
      write: (async (bytes: Buffer, from: number, length: number, place: number) => {
        if (call === 'write' && calls + 1 === nth) await file.write(bytes, from, length >> 1, place);
        if (call === 'write') full();
        return file.write(bytes, from, length, place);
      }) as LogFile['write'],
      datasync: async () => {
        if (call === 'datasync') full();
        await file.datasync();
      },
      truncate: file.truncate.bind(file),
      close: file.close.bind(file),
    };
    return how === 'rejects' ? failing : { ...failing, [call]: throwing(failing, call, nth) };
  };
}

function throwing(file: LogFile, call: 'write' | 'datasync', nth: number): (...given: unknown[]) => unknown {
  let calls = 0;
  return (...given) => {
    calls += 1;
    if (calls === nth) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const answer: unknown = Reflect.apply(file[call], file, given);
    return answer;
  };
}
