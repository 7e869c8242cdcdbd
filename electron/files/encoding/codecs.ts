import iconv from 'iconv-lite';
import { ENCODINGS, TEXT_ENCODINGS, type TextEncoding } from '../../../shared/text/encodings.ts';

/** An encoding from before Unicode. */
export type LegacyEncoding = {
  [E in TextEncoding]: (typeof ENCODINGS)[E]['kind'] extends 'legacy' ? E : never;
}[TextEncoding];

/** Those that iconv-lite knows by another name. */
const ICONV_NAMES: Partial<Record<LegacyEncoding, string>> = {
  'mac-centraleurope': 'maccenteuro',
  'mac-cyrillic': 'maccyrillic',
  'mac-greek': 'macgreek',
  'mac-turkish': 'macturkish',
};

/** Whether an encoding is from before Unicode. */
export function isLegacy(encoding: TextEncoding): encoding is LegacyEncoding {
  return ENCODINGS[encoding].kind === 'legacy';
}

/** The encodings from before Unicode, the likelier first. */
export const LEGACY_ENCODINGS = TEXT_ENCODINGS.filter(isLegacy);

/** Decodes bytes; what the encoding cannot hold becomes U+FFFD. */
export function decodeLegacy(bytes: Buffer, encoding: LegacyEncoding): string {
  return iconv.decode(bytes, ICONV_NAMES[encoding] ?? encoding, { stripBOM: false });
}

/** How many bytes a text takes in an encoding that can hold it. */
export function lengthInLegacy(text: string, encoding: LegacyEncoding): number {
  return iconv.encode(text, ICONV_NAMES[encoding] ?? encoding).length;
}
