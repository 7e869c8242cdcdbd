interface Encoding {
  /** As people know it. */
  readonly name: string;
  /** Whose letters it holds, and what else tells it from others of its name. */
  readonly letters: string;
  readonly kind: 'unicode' | 'legacy';
}

/**
 * The encodings in which a text file is read, by the name that the command line and reports use (IANA's where it has
 * one), the likelier first. Agent Connect takes none of the legacy ones: export writes another.
 */
export const ENCODINGS = {
  'utf-8': { name: 'UTF-8', letters: 'all languages', kind: 'unicode' },
  'utf-16le': { name: 'UTF-16', letters: 'all languages', kind: 'unicode' },
  'utf-16be': { name: 'UTF-16', letters: 'all languages, big-endian', kind: 'unicode' },
  'windows-1252': { name: 'Windows-1252', letters: 'Western European', kind: 'legacy' },
  'windows-1250': { name: 'Windows-1250', letters: 'Central European', kind: 'legacy' },
  'windows-1251': { name: 'Windows-1251', letters: 'Cyrillic', kind: 'legacy' },
  'windows-1253': { name: 'Windows-1253', letters: 'Greek', kind: 'legacy' },
  'windows-1254': { name: 'Windows-1254', letters: 'Turkish', kind: 'legacy' },
  'windows-1255': { name: 'Windows-1255', letters: 'Hebrew', kind: 'legacy' },
  'windows-1256': { name: 'Windows-1256', letters: 'Arabic', kind: 'legacy' },
  'windows-1257': { name: 'Windows-1257', letters: 'Baltic', kind: 'legacy' },
  'windows-1258': { name: 'Windows-1258', letters: 'Vietnamese', kind: 'legacy' },
  'windows-874': { name: 'Windows-874', letters: 'Thai', kind: 'legacy' },
  shift_jis: { name: 'Shift JIS', letters: 'Japanese', kind: 'legacy' },
  gb18030: { name: 'GB18030 or GBK', letters: 'Simplified Chinese', kind: 'legacy' },
  big5: { name: 'Big5', letters: 'Traditional Chinese', kind: 'legacy' },
  'euc-kr': { name: 'EUC-KR', letters: 'Korean', kind: 'legacy' },
  'euc-jp': { name: 'EUC-JP', letters: 'Japanese', kind: 'legacy' },
  'iso-8859-1': { name: 'ISO-8859-1', letters: 'Western European', kind: 'legacy' },
  'iso-8859-15': { name: 'ISO-8859-15', letters: 'Western European with €', kind: 'legacy' },
  'iso-8859-2': { name: 'ISO-8859-2', letters: 'Central European', kind: 'legacy' },
  'iso-8859-16': { name: 'ISO-8859-16', letters: 'South-Eastern European', kind: 'legacy' },
  'iso-8859-5': { name: 'ISO-8859-5', letters: 'Cyrillic', kind: 'legacy' },
  'iso-8859-7': { name: 'ISO-8859-7', letters: 'Greek', kind: 'legacy' },
  'iso-8859-9': { name: 'ISO-8859-9', letters: 'Turkish', kind: 'legacy' },
  'iso-8859-8': { name: 'ISO-8859-8', letters: 'Hebrew', kind: 'legacy' },
  'iso-8859-6': { name: 'ISO-8859-6', letters: 'Arabic', kind: 'legacy' },
  'iso-8859-13': { name: 'ISO-8859-13', letters: 'Baltic', kind: 'legacy' },
  'iso-8859-4': { name: 'ISO-8859-4', letters: 'Northern European', kind: 'legacy' },
  'iso-8859-3': { name: 'ISO-8859-3', letters: 'Maltese, Esperanto', kind: 'legacy' },
  'koi8-r': { name: 'KOI8-R', letters: 'Russian', kind: 'legacy' },
  'koi8-u': { name: 'KOI8-U', letters: 'Ukrainian', kind: 'legacy' },
  macintosh: { name: 'Mac Roman', letters: 'Western European', kind: 'legacy' },
  'mac-centraleurope': { name: 'Mac', letters: 'Central European', kind: 'legacy' },
  'mac-cyrillic': { name: 'Mac', letters: 'Cyrillic', kind: 'legacy' },
  'mac-greek': { name: 'Mac', letters: 'Greek', kind: 'legacy' },
  'mac-turkish': { name: 'Mac', letters: 'Turkish', kind: 'legacy' },
  cp850: { name: 'DOS 850', letters: 'Western European', kind: 'legacy' },
  cp437: { name: 'DOS 437', letters: 'United States', kind: 'legacy' },
  cp852: { name: 'DOS 852', letters: 'Central European', kind: 'legacy' },
  cp866: { name: 'DOS 866', letters: 'Cyrillic', kind: 'legacy' },
  cp737: { name: 'DOS 737', letters: 'Greek', kind: 'legacy' },
  cp857: { name: 'DOS 857', letters: 'Turkish', kind: 'legacy' },
  cp775: { name: 'DOS 775', letters: 'Baltic', kind: 'legacy' },
} as const satisfies Record<string, Encoding>;

/** The name of an encoding in which a text file is read. */
export type TextEncoding = keyof typeof ENCODINGS;

/** The names, the likelier first. */
// `Object.keys` answers strings; the table's are exactly its names.
export const TEXT_ENCODINGS = Object.keys(ENCODINGS) as readonly TextEncoding[];

/** An encoding with whose letters it holds, such as “Windows-1252 (Western European)”. */
export function encodingLabel(encoding: TextEncoding): string {
  const { name, letters } = ENCODINGS[encoding];
  return `${name} (${letters})`;
}
