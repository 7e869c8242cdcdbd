const ESCAPE = /_x([0-9a-f]{4})_/gi;

/**
 * Text of a workbook as its reader sees it: `_x000D_` escapes decoded (ECMA-376 part 1, 22.9.2.19) and every line break
 * as LF, which is what Excel puts into a cell.
 */
export function decodeOoxmlText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replaceAll(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return decoded.includes('\r') ? decoded.replaceAll(/\r\n?/g, '\n') : decoded;
}
