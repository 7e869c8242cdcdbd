// Stands where Electron would for the built main process: notes what is asked of it, in order, and prints it as JSON.

// Where Electron says that a package's own files are: here, where no update channel is.
Object.assign(process, { resourcesPath: import.meta.dirname });

/** @type {[string, ...unknown[]][]} */
const asked = [];
/** The only screen. */
const SCREEN = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
/** What it answers where the main process needs an answer to go on. */
const answers = new Map(
  /** @type {[string, (given: unknown[]) => unknown][]} */ ([
    ['app.requestSingleInstanceLock', () => true],
    ['app.whenReady', () => Promise.resolve()],
    ['app.getFileIcon', () => Promise.resolve({})],
    ['app.getPath', () => process.env['ROLLCALL_USER_DATA']],
    ['screen.getAllDisplays', () => [SCREEN]],
    ['screen.getPrimaryDisplay', () => SCREEN],
    ['window.isDestroyed', () => false],
    ['safeStorage.isAsyncEncryptionAvailable', () => Promise.resolve(false)],
  ]),
);

/**
 * A thing of Electron's of which every part can be called or made new, and is noted by its name.
 * @param {string} name
 * @returns {any}
 */
function noting(name) {
  return new Proxy(function () {}, {
    get: (_, part) => {
      if (typeof part === 'symbol' || part === 'then') return undefined;
      if (part === 'isPackaged') return true;
      return part === 'id' ? 1 : noting(`${name}.${part}`);
    },
    set: (_, part, value) => {
      asked.push([`${name}.${String(part)} =`, plain(value)]);
      return true;
    },
    apply: (_, __, given) => {
      asked.push([name, ...given.map(plain)]);
      if (name === 'window.loadURL') setTimeout(tell, 50);
      return answers.has(name) ? answers.get(name)?.(given) : noting(`${name}()`);
    },
    construct: (_, given) => {
      asked.push([`new ${name}`, ...given.map(plain)]);
      return noting('window');
    },
  });
}

/** @param {unknown} given */
function plain(given) {
  return typeof given === 'function' ? 'function' : given;
}

function tell() {
  process.stdout.write(
    JSON.stringify(asked, (_, value) => plain(value)),
    () => process.exit(0),
  );
}

export const app = noting('app');
export const BrowserWindow = noting('BrowserWindow');
export const dialog = noting('dialog');
export const ipcMain = noting('ipcMain');
export const Menu = noting('Menu');
export const nativeTheme = noting('nativeTheme');
export const net = noting('net');
export const powerMonitor = noting('powerMonitor');
export const powerSaveBlocker = noting('powerSaveBlocker');
export const protocol = noting('protocol');
export const safeStorage = noting('safeStorage');
export const screen = noting('screen');
export const session = noting('session');
export const shell = noting('shell');
