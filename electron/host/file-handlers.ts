import { dirname, join } from 'node:path';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { nameWithEnding } from '../../shared/text/file-endings.ts';
import { sliceEnd, TEXT_SLICE } from '../../shared/text/plain-text.ts';
import { freePath, isSameFile, versionOf } from '../files/file-version.ts';
import { examineFile, previewSource } from '../files/inspect-file.ts';
import { readReadings, readSource } from '../files/read-source.ts';
import { createHandles, type Handles } from '../system/handles.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatcher.ts';
import type { HeldFiles, KnownFiles } from './known-files.ts';
import type { RecentFiles } from './recent-files.ts';

interface FileServices {
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
export function fileHandlers(
  services: FileServices,
): Handlers<`file.${'chooseToOpen' | 'chooseToSave' | 'open' | 'readings' | 'preview' | 'examine' | 'withEnding' | 'isSame' | 'hold' | 'letGo' | 'leftOut' | 'showInFolder' | 'startDrag'}`> {
  const { desktop, files, held, texts, recent, signal } = services;
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

/** Texts of opened files, waiting to be fetched. */
export type OpenTexts = Handles<string>;

const MAX_TEXTS = 4;

/** No texts yet; a window that forgets to close them holds four at most. */
export function createOpenTexts(): OpenTexts {
  return createHandles<string>(MAX_TEXTS);
}

/** Answers the calls that fetch an open text slice by slice. */
export function textHandlers(texts: OpenTexts): Handlers<'text.read' | 'text.close'> {
  return {
    'text.read': ({ text: handle, from }) => {
      const text = texts.get(handle);
      if (text === undefined) return failure(failed('call.stale', { what: 'This file' }));
      const end = sliceEnd(text, from, TEXT_SLICE);
      return success({ slice: text.slice(from, end), next: end < text.length ? end : null });
    },
    'text.close': ({ text }) => {
      texts.drop(text);
      return success({});
    },
  };
}
