import { z } from 'zod';
import { gridLayout } from '../roster/grid-layout.ts';
import { call, fileRef, handle, nothing } from './call.ts';

/** The menus in the order of the menu bar. */
export const MENUS = ['File', 'Edit', 'Rows', 'Problems', 'Organization', 'View', 'Help'] as const;

/** A command as the application menu has it. */
const menuCommand = z.strictObject({
  id: z.string().min(1).max(60),
  title: z.string().min(1).max(80),
  menu: z.enum(MENUS),
  /** In Electron’s accelerator form, with `Mod` for Cmd or Ctrl; null where none is shown beside it. */
  key: z
    .string()
    .regex(/^(?:(?:Mod|Alt|Shift|Ctrl)\+)*(?:[A-Z0-9./-]|F\d{1,2}|Plus|Enter|Up|Down|Left|Right)$/)
    .nullable(),
  /** Whether it is of use without an open roster, so that it may open a window where there is none. */
  opensWindow: z.boolean(),
});
export type MenuCommand = z.infer<typeof menuCommand>;

const nativeEdit = z.enum(['paste', 'undo', 'redo']);
export type NativeEdit = z.infer<typeof nativeEdit>;

/** The calls about the window: its start and end, the files opened last, and the layout of its columns. */
export const APP_CALLS = {
  /** The first call of a window. `opening` is the file the app was started with. */
  'app.start': call(
    nothing,
    z.strictObject({
      version: z.string(),
      platform: z.enum(['windows', 'mac', 'linux']),
      /** `page` where there is no dialog of the system's own and the window shows one, by `folder.list`. */
      chooser: z.enum(['native', 'page']),
      opening: fileRef.nullable(),
      /** Requests a minute that an upload makes at most. */
      uploadRate: z.number().int().positive(),
    }),
  ),
  /** What the window's title and the question at closing depend on; `file` is the open roster's. */
  'app.showDocument': call(
    z.strictObject({ title: z.string().max(300), unsaved: z.boolean(), file: handle.nullable() }),
    nothing,
  ),
  /** The commands of the application menu by their menus, where the system has one: again when others exist. */
  'app.showMenu': call(z.strictObject({ commands: z.array(menuCommand).max(300) }), nothing),
  /** Closes the window without another question. */
  'app.close': call(nothing, nothing),
  /** Tells the host that the window is still there. */
  'app.ping': call(nothing, nothing),
  /** Answers `closeRequested` at once, and `sessionEnding` when all that was changed is with the host. */
  'app.heard': call(z.strictObject({ event: z.enum(['closeRequested', 'sessionEnding']) }), nothing),
  /** Edits what has the focus, as the system's own menu does. */
  'edit.natively': call(z.strictObject({ action: nativeEdit }), nothing),
  /** `setAside` once, where the list that was kept made no sense, so that it begins anew. */
  'recent.list': call(
    nothing,
    z.strictObject({ files: z.array(fileRef.extend({ openedAt: z.string() })), setAside: z.boolean() }),
  ),
  'recent.clear': call(nothing, nothing),
  /**
   * The user's column layout, kept from start to start; null where there is none yet. `setAside` where what was kept made
   * no sense, so that the columns are as they come.
   */
  'layout.read': call(nothing, z.strictObject({ layout: gridLayout.nullable(), setAside: z.boolean() })),
  'layout.write': call(z.strictObject({ layout: gridLayout }), nothing),
  /** Opens an organization's Agent Connect in the browser. */
  'page.open': call(z.strictObject({ subdomain: z.string().max(300) }), nothing),
} as const;

/** The calls about Rollcall itself on this computer. */
export const SUPPORT_CALLS = {
  /** What helps support to understand a problem, as a text without names or secrets. */
  'support.diagnostics': call(nothing, z.strictObject({ text: z.string() })),
  /**
   * Removes all that Rollcall keeps on this computer. From then on every other call but `app.close` fails with
   * `support.removed`, so that nothing is kept again.
   */
  'support.removeData': call(nothing, nothing),
} as const;
