import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAppServices } from '../../../electron/shell/services.ts';
import { openWindow } from '../../../electron/shell/window.ts';
import type { CallName, Request } from '../../../shared/contract/contract.ts';
import { dataIn } from '../host/support-here.ts';
import { temporaryFolder } from '../host/temporary.ts';

/** What was asked of Electron, and what it was made with. */
const electron = vi.hoisted(() => ({
  calls: [] as string[],
  options: [] as object[],
  dialogOptions: [] as object[],
  folder: '',
  isLoading: false,
  arePagesGone: false,
  window: null as { emit(name: string): boolean } | null,
  contents: null as { emit(name: string): boolean } | null,
}));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  const say = (call: string) => void electron.calls.push(call);
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      id: 7,
      send: (_wire: string, event: object) => {
        say(`send ${JSON.stringify(event)}`);
      },
      isCrashed: () => false,
      isDestroyed: () => electron.arePagesGone,
      isLoadingMainFrame: () => electron.isLoading,
      getZoomLevel: () => 0,
      undo: () => {
        say('undo');
      },
      startDrag: ({ file, icon }: { file: string; icon: string }) => {
        say(`drag ${file} ${icon}`);
      },
    });
    constructor(options: object) {
      super();
      electron.options.push(options);
      electron.contents = this.webContents;
      electron.window = this;
    }
    isDestroyed = () => false;
    isMinimized = () => false;
    isFullScreen = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 0, y: 0, width: 1, height: 1 });
    setBackgroundColor = () => undefined;
    show = () => {
      say('show');
    };
    loadURL = (url: string) => {
      say(`load ${url}`);
      return Promise.resolve();
    };
    setTitle = (title: string) => {
      say(`title ${title}`);
    };
    setDocumentEdited = (isEdited: boolean) => {
      say(`edited ${isEdited}`);
    };
    setRepresentedFilename = (path: string) => {
      say(`represents ${path}`);
    };
  }
  return {
    BrowserWindow,
    nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
    app: {
      getPath: () => electron.folder,
      getFileIcon: (path: string) => Promise.resolve(`icon of ${path}`),
      addRecentDocument: (path: string) => {
        say(`recent ${path}`);
      },
      clearRecentDocuments: () => {
        say('no recent');
      },
    },
    dialog: {
      showOpenDialog: (_window: object, options: object) => {
        electron.dialogOptions.push(options);
        return Promise.resolve({ canceled: false, filePaths: [join(electron.folder, 'people.txt')] });
      },
      showSaveDialog: (_window: object, options: object) => {
        electron.dialogOptions.push(options);
        return Promise.resolve({ canceled: true, filePath: '' });
      },
    },
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1600, height: 900 } }),
      getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1600, height: 900 } }],
    },
    net: {},
    session: {},
    shell: {},
    safeStorage: {},
    powerSaveBlocker: {},
  };
});

/** The window of an app with its data in a folder of its own. */
async function opened() {
  electron.folder = await temporaryFolder();
  const services = makeAppServices(dataIn(electron.folder), { kind: 'off', why: 'a test' });
  const window = openWindow({
    ...{ opening: null, folder: '/', services },
    showMenu: () => undefined,
    onCloseRequest: () => undefined,
    onClosed: () => undefined,
  });
  const ask = async <C extends CallName>(channel: C, request: Request<C>): Promise<unknown> => {
    const answer = await window.host.answer(channel, request);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.value;
  };
  return { window, ask };
}

beforeEach(() => {
  for (const list of [electron.calls, electron.options, electron.dialogOptions]) list.length = 0;
  electron.isLoading = false;
  electron.arePagesGone = false;
});

it('security 12: isolated, sandboxed, with web security; no Node, webview or experiments', async () => {
  await opened();
  expect(electron.options).toEqual([
    expect.objectContaining({
      webPreferences: expect.objectContaining({
        preload: expect.stringMatching(/preload\.cjs$/) as string,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webviewTag: false,
        experimentalFeatures: false,
        allowRunningInsecureContent: false,
      }) as object,
    }),
  ]);
});

it('tells a page that is being loaded what came meanwhile, when it is there', async () => {
  const { window } = await opened();
  electron.isLoading = true;
  window.send({ kind: 'command', command: 'file.new' });
  window.send({ kind: 'command', command: 'file.open' });
  const sent = () => electron.calls.filter((call) => call.startsWith('send'));
  expect(sent()).toEqual([]);
  electron.isLoading = false;
  electron.contents?.emit('did-finish-load');
  window.send({ kind: 'closeRequested' });
  expect(sent()).toEqual([
    'send {"kind":"command","command":"file.new"}',
    'send {"kind":"command","command":"file.open"}',
    'send {"kind":"closeRequested"}',
  ]);
});

it.each([
  ['shown when it is drawn', false, ['show']],
  ['not shown when its page is gone before it is drawn', true, []],
])('is %s', async (_, areGone, shown) => {
  await opened();
  electron.arePagesGone = areGone;
  electron.window?.emit('ready-to-show');
  expect(electron.calls.filter((call) => call === 'show')).toEqual(shown);
});

describe('the system knows the open file', () => {
  it('by its recent files', async () => {
    const { ask } = await opened();
    const path = join(electron.folder, 'people.txt');
    await writeFile(path, 'a\tb\n1\t2\n');
    const { file } = (await ask('file.chooseToOpen', { what: 'roster' })) as { file: { handle: string } };
    await ask('file.open', { file: file.handle, sheet: null, encoding: null });
    expect(electron.calls).toContain(`recent ${path}`);
    expect(await ask('recent.list', {})).toMatchObject({ files: [{ name: 'people.txt' }] });
    await ask('recent.clear', {});
    expect(electron.calls.at(-1)).toBe('no recent');
    expect(await ask('recent.list', {})).toEqual({ files: [], setAside: false });
  });

  it.each([
    ['darwin', true],
    ['win32', false],
  ])('by the icon in the title bar, on %s: %s', async (platform, isShown) => {
    const own = process.platform;
    Object.defineProperty(process, 'platform', { value: platform });
    try {
      const { ask } = await opened();
      const { file } = (await ask('file.chooseToOpen', { what: 'roster' })) as { file: { handle: string } };
      await ask('app.showDocument', { title: 'people.txt – Rollcall', unsaved: true, file: file.handle });
      await ask('app.showDocument', { title: 'Rollcall', unsaved: false, file: null });
      const represented = electron.calls.filter((call) => call.startsWith('represents'));
      const path = join(electron.folder, 'people.txt');
      expect(represented).toEqual(isShown ? [`represents ${path}`, 'represents '] : []);
    } finally {
      Object.defineProperty(process, 'platform', { value: own });
    }
  });

  it('and its dialogs begin in the file’s folder, never in the program’s', async () => {
    const { ask } = await opened();
    const documents = electron.folder;
    const { file } = (await ask('file.chooseToOpen', { what: 'roster' })) as { file: { handle: string } };
    await ask('app.showDocument', { title: 'people.txt – Rollcall', unsaved: false, file: file.handle });
    electron.folder = '/elsewhere';
    await ask('file.chooseToSave', { suggestedName: 'new.txt', format: 'unicode-text' });
    expect(electron.dialogOptions).toMatchObject([
      { defaultPath: documents },
      { defaultPath: join(documents, 'new.txt') },
    ]);
  });
});

it('starts a drag at once, with an icon that was loaded before', async () => {
  const { ask } = await opened();
  const { file } = (await ask('file.chooseToOpen', { what: 'roster' })) as { file: { handle: string } };
  await ask('file.startDrag', { file: file.handle });
  expect(electron.calls.at(-1)).toBe(`drag ${join(electron.folder, 'people.txt')} icon of roster.txt`);
});

it('undoes in a text field as the system’s menu does', async () => {
  const { ask } = await opened();
  await ask('edit.natively', { action: 'undo' });
  expect(electron.calls.at(-1)).toBe('undo');
});
