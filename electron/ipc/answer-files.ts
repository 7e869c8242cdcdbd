import { dirname, join } from 'node:path';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { nameWithEnding } from '../../shared/text/file-endings.ts';
import { examineFile } from '../files/examine-file.ts';
import { isSameFile, versionOf } from '../files/file-version.ts';
import { freePath } from '../files/free-path.ts';
import { previewSource } from '../files/preview-source.ts';
import { readReadings, readSource } from '../files/read-source.ts';
import type { RecentFiles } from '../recent/recent-files.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './door.ts';
import type { HeldFiles } from './held-files.ts';
import type { KnownFiles } from './known-files.ts';
import type { OpenTexts } from './answer-texts.ts';

interface Rooms {
  readonly desktop: Desktop;
  readonly files: KnownFiles;
  readonly held: HeldFiles;
  readonly texts: OpenTexts;
  readonly recent: RecentFiles;
  /** Aborts when the window is gone. */
  readonly signal: AbortSignal;
}

const noDialogs = failure(failed('call.unavailable', { what: 'The system’s file dialog' }));
const noDragging = failure(failed('call.unavailable', { what: 'Dragging a file out of the window' }));
const noFileManager = failure(failed('call.unavailable', { what: 'Showing a file in its folder' }));

/** Answers the calls that choose, open and show files. */
export function answerFiles(
  rooms: Rooms,
): Handlers<`file.${'chooseToOpen' | 'chooseToSave' | 'open' | 'readings' | 'preview' | 'examine' | 'withEnding' | 'isSame' | 'hold' | 'letGo' | 'leftOut' | 'showInFolder' | 'startDrag'}`> {
  const { desktop, files, held, texts, recent, signal } = rooms;
  return {
    'file.chooseToOpen': async ({ what }) => {
      if (desktop.dialogs === null) return noDialogs;
      const path = await desktop.dialogs.chooseToOpen(what);
      return success({ file: path === null ? null : files.at(path).ref });
    },
    'file.chooseToSave': async ({ suggestedName, format }) => {
      if (desktop.dialogs === null) return noDialogs;
      const path = await desktop.dialogs.chooseToSave(suggestedName, format);
      return success({ file: path === null ? null : files.at(path).ref });
    },
    'file.open': async ({ file: handle, sheet, encoding }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      const read = await readSource(file.value.path, { signal, sheet, encoding });
      if (!read.ok) {
        if (read.failure.code === 'file.notFound') await recent.forget(file.value.path);
        return read;
      }
      file.value.version = read.value.version;
      if (!file.value.dropped) await recent.add(file.value.path);
      const { text, form } = read.value;
      return success({ text: texts.add(text), form, length: text.length });
    },
    'file.readings': async ({ file: handle }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      const readings = await readReadings(file.value.path, signal);
      return readings.ok ? success({ readings: readings.value }) : readings;
    },
    'file.preview': async ({ file: handle, ...how }) => {
      const file = files.get(handle);
      return file.ok ? previewSource(file.value.path, { ...how, signal }) : file;
    },
    'file.examine': async ({ file: handle, ...how }) => {
      const file = files.get(handle);
      return file.ok ? examineFile(file.value.path, { ...how, signal }) : file;
    },
    'file.withEnding': async ({ file: handle, form }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      const path = join(dirname(file.value.path), nameWithEnding(file.value.name, form));
      return success({ file: files.at(path).ref, exists: (await versionOf(path)) !== null });
    },
    'file.isSame': async ({ file: handle, other }) => {
      const [one, another] = [files.get(handle), files.get(other)];
      if (!one.ok) return one;
      if (!another.ok) return another;
      return success({ isSame: await isSameFile(one.value.path, another.value.path) });
    },
    'file.leftOut': async ({ file: handle }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      return success({ file: files.at(await freePath(file.value.path, 'left out', '.txt')).ref });
    },
    'file.hold': async ({ file: handle }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      // A copy of what was dropped is this window's alone.
      const claimed = file.value.dropped ? null : await held.hold(file.value);
      return claimed?.ok === false ? claimed : success({});
    },
    'file.letGo': async ({ but }) => {
      const file = but === null ? null : files.get(but);
      await held.keepOnly(file?.ok === true ? file.value : null);
      return success({});
    },
    'file.startDrag': async ({ file: handle }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      return (await desktop.startDrag(file.value.path)) ? success({}) : noDragging;
    },
    'file.showInFolder': async ({ file: handle }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      return (await desktop.showInFolder(file.value.path)) ? success({}) : noFileManager;
    },
  };
}
