import { join } from 'node:path';
import { z } from 'zod';
import type { Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type GridLayout, gridLayout } from '../../shared/roster/grid-layout.ts';
import { type FoundJson, readJsonFile, writeJsonFile } from '../files/json-file.ts';
import { writeFailure } from '../system/file-failures.ts';
import type { Handlers } from './dispatcher.ts';

const NAME = 'column-layout.json';

const KIND = {
  version: 1,
  schema: z
    .strictObject({ ...gridLayout.shape, version: z.literal(1).default(1) })
    .transform(({ version: _version, ...layout }): GridLayout => layout),
};

/** The user's column layout, kept between starts. */
export interface LayoutStore {
  /** Fails with `settings.unreadable` or `settings.newer`. */
  read(): Promise<Result<FoundJson<GridLayout>, Failure>>;
  write(layout: GridLayout): Promise<Result<null, Failure>>;
}

/** The layout that is kept in a folder of the user's data, made for its owner alone when it is missing. */
export function createLayoutStore(folder: string): LayoutStore {
  const path = join(folder, NAME);
  // Writes follow each other, so that the last one stays.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async read() {
      await last;
      return readJsonFile(path, KIND);
    },
    async write(layout) {
      const written = last.then(() => writeJsonFile(path, KIND, layout));
      last = written.catch(() => undefined);
      return written.then(
        () => success(null),
        (error: unknown) => failure(writeFailure(error, NAME)),
      );
    },
  };
}

/** Answers the calls about the user's column layout. */
export function layoutHandlers(kept: LayoutStore): Handlers<'layout.read' | 'layout.write'> {
  return {
    'layout.read': async () => {
      const found = await kept.read();
      if (!found.ok) return found;
      return success({ layout: found.value.value, setAside: found.value.setAside });
    },
    'layout.write': async ({ layout }) => {
      const written = await kept.write(layout);
      return written.ok ? success({}) : written;
    },
  };
}
