import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

const length = z.int().positive();
const windowState = z.object({
  /** Its place while it is neither maximized nor full screen, in pixels of the system's scale. */
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: length, height: length }),
  mode: z.enum(['normal', 'maximized', 'fullScreen']),
  /** Chromium's: each step is a fifth, 0 is the usual size. */
  zoomLevel: z.number().min(-8).max(9),
});
const KIND = { version: 1, schema: windowState };
/** How a window stands. */
export type WindowState = z.infer<typeof windowState>;

/** The smallest size that shows the grid and its panels. */
export const MIN_SIZE = { width: 800, height: 500 };
const DEFAULT_SIZE = { width: 1280, height: 800 };
/** The least that has to be on a screen for a window to be found and moved there. */
const REACHABLE = { width: 100, height: 50 };
/** The thickest frame that a system draws: a window that is further away was moved. */
const THICKEST_FRAME = 60;
/** Milliseconds after which a window manager, however busy, has drawn its frame around a window that was shown. */
const FRAMED_BY = 5000;
/** Milliseconds after the last change until it is written: a window that is moved changes many times a second. */
const PATIENCE = 500;

type Size = Pick<Rectangle, 'width' | 'height'>;

/**
 * Places a window where it was, within the screen that shows most of it: that may have another size or scale by now. One
 * whose screen is gone keeps its size, in the middle of the main screen, whose work area is the first.
 */
export function placeWindow(was: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, ...DEFAULT_SIZE }] = workAreas;
  if (was === null) return center(DEFAULT_SIZE, main);
  const [best] = [...workAreas].sort((one, other) => areaOf(shared(was, other)) - areaOf(shared(was, one)));
  const seen = best && shared(was, best);
  if (!seen || seen.width < REACHABLE.width || seen.height < REACHABLE.height) return center(was, main);
  const { width, height } = fitSize(was, best);
  return {
    ...{ width, height },
    x: clamp(was.x, best.x, best.x + best.width - width),
    y: clamp(was.y, best.y, best.y + best.height - height),
  };
}

function center(size: Size, area: Rectangle): Rectangle {
  const { width, height } = fitSize(size, area);
  const x = Math.round(area.x + (area.width - width) / 2);
  return { x, y: Math.round(area.y + (area.height - height) / 2), width, height };
}

function fitSize(size: Size, area: Rectangle): Size {
  return { width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) };
}

/** What two rectangles have in common; of no size where that is nothing. */
function shared(one: Rectangle, other: Rectangle): Size {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, across), height: Math.max(0, down) };
}

function areaOf({ width, height }: Size): number {
  return width * height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Remembers between starts, in a folder of the user's data, how the window stands. */
export class WindowStateStore {
  readonly #path: string;
  #state: WindowState | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Writes follow each other, so that the last one stays. */
  #written: Promise<unknown> = Promise.resolve();
  #isForgotten = false;

  constructor(folder: string) {
    this.#path = join(folder, 'window-state.json');
  }

  /** Reads what is known from an earlier start. */
  async load(): Promise<void> {
    const found = await readJsonFile(this.#path, KIND);
    // Where it cannot be read, or a newer Rollcall has written it, it stays as it is, and the window opens as at first.
    this.#state = found.ok ? found.value.value : null;
  }

  get zoomLevel(): number {
    return this.#state?.zoomLevel ?? 0;
  }

  /** Where a window goes on the screens that there are now. */
  place(): Rectangle {
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
    const workAreas = [main, ...others].map(({ workArea }) => workArea);
    return placeWindow(this.#state?.bounds ?? null, workAreas);
  }

  /** Shows a window as it stood. */
  show(window: BrowserWindow): void {
    if (this.#state?.mode === 'maximized') window.maximize();
    window.show();
    if (this.#state?.mode === 'fullScreen') window.setFullScreen(true);
  }

  /** Follows a window, which is shown at a place, until it is gone. */
  follow(window: BrowserWindow, placed: Rectangle): void {
    const shownAt = performance.now();
    let frame: Frame | null = null;
    const note = (): void => {
      const isSettled = performance.now() - shownAt >= FRAMED_BY;
      if (frame === null || (frame === NO_FRAME && !isSettled)) frame = frameOf(window, placed);
      this.#state = stateOf(window, frame) ?? this.#state;
    };
    const noteSoon = (): void => {
      note();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        if (!window.isDestroyed()) note();
        this.#write();
      }, PATIENCE);
    };
    window.on('resize', noteSoon);
    window.on('move', noteSoon);
    window.on('maximize', noteSoon);
    window.on('unmaximize', noteSoon);
    window.on('enter-full-screen', noteSoon);
    window.on('leave-full-screen', noteSoon);
    // No event tells of another zoom.
    window.on('blur', noteSoon);
    window.on('close', noteSoon);
  }

  /** Writes what was noted last; answers when it is on disk. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined) this.#write();
    await this.#written;
  }

  /** Writes nothing any more: what is known of the user was removed. */
  async forget(): Promise<void> {
    this.#isForgotten = true;
    await this.#written;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const state = this.#state;
    if (state === null || this.#isForgotten) return;
    // Where it cannot be written, the window opens as it did before: a convenience is missing, and nothing is lost.
    this.#written = this.#written.then(() => writeJsonFile(this.#path, KIND, state)).catch(() => undefined);
  }
}

/** How far within its frame a window begins. */
type Frame = Pick<Rectangle, 'x' | 'y'>;
const NO_FRAME: Frame = { x: 0, y: 0 };

/**
 * On X11 a window's frame is placed, and the place of what is within it is reported, so that a window would wander from
 * start to start by the frame's size (https://github.com/electron/electron/issues/10388). `NO_FRAME` where none has been
 * drawn so far; null where that cannot be seen.
 */
function frameOf(window: BrowserWindow, placed: Rectangle): Frame | null {
  if (process.platform !== 'linux') return NO_FRAME;
  if (modeOf(window) !== 'normal') return null;
  const { x, y } = window.getNormalBounds();
  const frame = { x: x - placed.x, y: y - placed.y };
  const isFrame =
    [frame.x, frame.y].every((size) => size >= 0 && size <= THICKEST_FRAME) && frame.x + frame.y > 0;
  return isFrame ? frame : NO_FRAME;
}

/** Null while a window is minimized, when a Mac says of a maximized one that it fills the screen by its size. */
function stateOf(window: BrowserWindow, frame: Frame | null): WindowState | null {
  if (window.isMinimized()) return null;
  const { x, y, ...size } = window.getNormalBounds();
  const bounds = { x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0), ...size };
  return { bounds, mode: modeOf(window), zoomLevel: window.webContents.getZoomLevel() };
}

function modeOf(window: BrowserWindow): WindowState['mode'] {
  if (window.isFullScreen()) return 'fullScreen';
  return window.isMaximized() ? 'maximized' : 'normal';
}
