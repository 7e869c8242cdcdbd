const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a text can be the name of a file on every system, and is no way into another folder.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function isFileName(name: string): boolean {
  return name !== '' && name.search(FORBIDDEN) === -1 && !RESERVED.test(name) && !/[. ]$/.test(name);
}

/** A text as the name of a file: what no system allows in one becomes `_`. */
export function toFileName(text: string): string {
  const name = text.replace(FORBIDDEN, '_').replace(/[. ]+$/, '_');
  return isFileName(name) ? name : `_${name}`;
}
