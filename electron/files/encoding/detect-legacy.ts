import type { TextEncoding } from '../../../shared/text/encodings.ts';
import { decodeLegacy, LEGACY_ENCODINGS, type LegacyEncoding } from './codecs.ts';
import { plausibility } from './plausibility.ts';
import { linesOfParts, tellingBytes } from './telling-bytes.ts';

/** What a text from before Unicode was most likely written in. */
export interface Detection {
  readonly encoding: LegacyEncoding;
  readonly confidence: 'likely' | 'guess';
  /** Encodings that read the text otherwise, the likelier first. */
  readonly others: readonly TextEncoding[];
}

/**
 * How far apart two readings are to tell them apart: of readings that were ahead by this, 99.9 in 100 were right in the
 * lists of many languages that the tests try; of the others about 85 in 100.
 */
const CLEAR_LEAD = 0.1;

/** How far a reading with an error must be ahead of every sound one to be taken for a damaged file. */
const DAMAGED_LEAD = 0.15;

const MOST_OTHERS = 5;

/** Detects the encoding of a text that has bytes beyond ASCII and is not Unicode. */
export function detectLegacy(bytes: Buffer): Detection {
  const ranked = rankEncodings(tellingBytes(bytes));
  const readings = distinctReadings(ranked);
  const encoding = firstSound(bytes, ranked);
  const taken = ranked.find((candidate) => candidate.encoding === encoding);
  const others = readings.filter(({ text }) => text !== taken?.text);
  const lead = (taken?.score ?? 0) - (others[0]?.score ?? 0);
  return {
    encoding,
    confidence: lead >= CLEAR_LEAD ? 'likely' : 'guess',
    others: others.slice(0, MOST_OTHERS).map((other) => other.encoding),
  };
}

/** The best encoding of each reading. */
function distinctReadings(ranked: readonly RankedEncoding[]): RankedEncoding[] {
  const seen = new Set<string>();
  return ranked.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/**
 * The best encoding that holds every byte, unless a better one that does not is so far ahead that the file is damaged:
 * Mac Roman holds any bytes at all.
 */
function firstSound(bytes: Buffer, ranked: readonly RankedEncoding[]): LegacyEncoding {
  let damaged: RankedEncoding | null = null;
  for (const candidate of ranked) {
    if (damaged !== null && damaged.score - candidate.score > DAMAGED_LEAD) break;
    if (holdsBytes(bytes, candidate.encoding)) return candidate.encoding;
    damaged ??= candidate;
  }
  if (damaged === null) throw new Error('No encoding to rank');
  return damaged.encoding;
}

/** An encoding and how well a sample reads in it; scores compare with those of the same sample alone. */
export interface RankedEncoding {
  readonly encoding: LegacyEncoding;
  readonly score: number;
  /** The sample in this encoding: between two that read it the same there is nothing to choose. */
  readonly text: string;
}

/** What letters and words look like tells most; how common an encoding is breaks ties. Found on lists of many languages. */
const WORDS = 3;

/** Letters from which on rarity counts less and less: a long list tells by itself. */
const SHORT_LIST = 40;

/** Ranks the encodings from before Unicode by how well a sample, as of `tellingBytes`, reads in each, best first. */
export function rankEncodings(sample: Buffer): RankedEncoding[] {
  return LEGACY_ENCODINGS.map((encoding) => {
    const text = decodeLegacy(sample, encoding);
    return { encoding, score: WORDS * plausibility(text) - priceOf(RARITY[encoding], text), text };
  }).sort((a, b) => b.score - a.score);
}

function priceOf(rarity: number, text: string): number {
  const letters = text.replace(/[\0-\u007f]+/g, '').length;
  const price = rarity * Math.min(1, SHORT_LIST / letters);
  return rarity === EXOTIC ? price + EXOTIC : price;
}

/** Rarity of encodings that hardly any spreadsheet was ever saved in: however long a list is, they need better letters. */
const EXOTIC = 0.08;
const [COMMON, REGIONAL, OLD, RARE] = [0.01, 0.03, 0.04, 0.05];

/**
 * How little an encoding's spreadsheets are met, before any file is seen: 0 for the commonest. Weighs where the letters
 * themselves do not tell.
 */
const RARITY: Readonly<Record<LegacyEncoding, number>> = {
  'windows-1252': 0,
  'windows-1250': REGIONAL,
  'windows-1251': COMMON,
  'windows-1253': COMMON,
  'windows-1254': COMMON,
  'windows-1255': COMMON,
  'windows-1256': COMMON,
  'windows-1257': REGIONAL,
  'windows-1258': RARE,
  'windows-874': COMMON,
  shift_jis: COMMON,
  gb18030: COMMON,
  big5: COMMON,
  'euc-kr': COMMON,
  'euc-jp': RARE,
  'iso-8859-1': OLD,
  'iso-8859-15': OLD,
  'iso-8859-2': OLD,
  'iso-8859-16': EXOTIC,
  'iso-8859-5': OLD,
  'iso-8859-7': OLD,
  'iso-8859-9': OLD,
  'iso-8859-8': OLD,
  'iso-8859-6': OLD,
  'iso-8859-13': RARE,
  'iso-8859-4': EXOTIC,
  'iso-8859-3': EXOTIC,
  'koi8-r': RARE,
  'koi8-u': RARE,
  macintosh: OLD,
  'mac-centraleurope': RARE,
  'mac-cyrillic': RARE,
  'mac-greek': EXOTIC,
  'mac-turkish': EXOTIC,
  cp850: RARE,
  cp437: EXOTIC,
  cp852: RARE,
  cp866: RARE,
  cp737: EXOTIC,
  cp857: EXOTIC,
  cp775: EXOTIC,
};

const LOST = '\ufffd';

/**
 * Whether an encoding can hold the bytes of a text, told without decoding a long one: all of them where each byte is a
 * character, else the lines at its head, middle and tail. What it cannot hold elsewhere, decoding finds.
 */
export function holdsBytes(bytes: Buffer, encoding: LegacyEncoding): boolean {
  const unused = unusedBytes(encoding);
  if (unused !== null) return !unused.some((byte) => bytes.includes(byte));
  return linesOfParts(bytes).every((lines) => !decodeLegacy(lines, encoding).includes(LOST));
}

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const known = new Map<LegacyEncoding, readonly number[] | null>();

/** The bytes that are no character; null for an encoding in which a character may have several bytes. */
function unusedBytes(encoding: LegacyEncoding): readonly number[] | null {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const text = decodeLegacy(EVERY_BYTE, encoding);
  const unused = text.length === 256 ? [...EVERY_BYTE].filter((byte) => text[byte] === LOST) : null;
  known.set(encoding, unused);
  return unused;
}
