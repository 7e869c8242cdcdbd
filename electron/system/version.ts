import { version } from '../../package.json' with { type: 'json' };

/** The version of Rollcall. */
export const VERSION = version;

/** `appId` of build/electron-builder.yml, under which Windows knows the app: its shortcuts, windows and recent files. */
export const APP_ID = 'app.rollcall.desktop';
