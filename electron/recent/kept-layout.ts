import { join } from 'node:path';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { type GridLayout, gridLayout } from '../../shared/columns/grid-layout.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const NAME = 'column-layout.json';

/** The user's column layout, kept between starts. */
export interface KeptLayout {
  /** Null where none was kept. */
  read(): Promise<GridLayout | null>;
  write(layout: GridLayout): Promise<Result<null, Failure>>;
}

/** The layout that is kept in a folder of the user's data, made for its owner alone when it is missing. */
export function createKeptLayout(folder: string): KeptLayout {
  const path = join(folder, NAME);
  // Writes follow each other, so that the last one stays.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async read() {
      await last;
      return readJsonFile(path, gridLayout);
    },
    async write(layout) {
      const written = last.then(() => writeJsonFile(path, layout));
      last = written.catch(() => undefined);
      return written.then(
        () => success(null),
        () => failure(failed('write.notAllowed', { name: NAME })),
      );
    },
  };
}
