import { chardet } from 'jschardet';
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

/**
 * Weights, found by trying them on lists of many languages: what letters and words look like tells most, the
 * detector's statistics of languages tell the rest, and how common an encoding is breaks ties.
 */
const WORDS = 3;
const STATISTICS = 0.1;

/** Letters from which on rarity counts less and less: a long list tells by itself. */
const SHORT_LIST = 40;

/** Ranks the encodings from before Unicode by how well a sample, as of `tellingBytes`, reads in each, best first. */
export function rankEncodings(sample: Buffer): RankedEncoding[] {
  const statistics = askDetector(sample);
  return LEGACY_ENCODINGS.map((encoding) => {
    const text = decodeLegacy(sample, encoding);
    const { model, rarity } = TRAITS[encoding];
    const score =
      WORDS * plausibility(text) + STATISTICS * (statistics.get(model) ?? 0) - priceOf(rarity, text);
    return { encoding, score, text };
  }).sort((a, b) => b.score - a.score);
}

/** The detector's confidence in each encoding, as a share of its highest: by itself it says little. */
function askDetector(sample: Buffer): Map<string | null, number> {
  const includeEncodings = Object.values(TRAITS).map(({ model }) => model);
  const found = chardet.detectAll(sample, { includeEncodings, ignoreThreshold: true, compatNames: false });
  const highest = Math.max(...found.map(({ confidence }) => confidence), Number.MIN_VALUE);
  return new Map(found.map(({ encoding, confidence }) => [encoding, confidence / highest]));
}

function priceOf(rarity: number, text: string): number {
  const letters = text.replace(/[\0-\u007f]+/g, '').length;
  const price = rarity * Math.min(1, SHORT_LIST / letters);
  return rarity === EXOTIC ? price + EXOTIC : price;
}

/** What is known of an encoding before any file is seen. */
interface Traits {
  /** Its name in the detector's registry. */
  readonly model: string;
  /** How little its spreadsheets are met: 0 for the commonest. Weighs where the letters themselves do not tell. */
  readonly rarity: number;
}

const common = (model: string): Traits => ({ model, rarity: 0.01 });
const regional = (model: string): Traits => ({ model, rarity: 0.03 });
const old = (model: string): Traits => ({ model, rarity: 0.04 });
const rare = (model: string): Traits => ({ model, rarity: 0.05 });
const exotic = (model: string): Traits => ({ model, rarity: EXOTIC });

/** Rarity of encodings that hardly any spreadsheet was ever saved in: however long a list is, they need better letters. */
export const EXOTIC = 0.08;

/** One entry an encoding. */
export const TRAITS: Readonly<Record<LegacyEncoding, Traits>> = {
  'windows-1252': { model: 'cp1252', rarity: 0 },
  'windows-1250': regional('cp1250'),
  'windows-1251': common('cp1251'),
  'windows-1253': common('cp1253'),
  'windows-1254': common('cp1254'),
  'windows-1255': common('cp1255'),
  'windows-1256': common('cp1256'),
  'windows-1257': regional('cp1257'),
  'windows-1258': rare('cp1258'),
  'windows-874': common('cp874'),
  shift_jis: common('cp932'),
  gb18030: common('gb18030'),
  big5: common('big5hkscs'),
  'euc-kr': common('cp949'),
  'euc-jp': rare('euc_jis_2004'),
  'iso-8859-1': old('iso8859-1'),
  'iso-8859-15': old('iso8859-15'),
  'iso-8859-2': old('iso8859-2'),
  'iso-8859-16': exotic('iso8859-16'),
  'iso-8859-5': old('iso8859-5'),
  'iso-8859-7': old('iso8859-7'),
  'iso-8859-9': old('iso8859-9'),
  'iso-8859-8': old('iso8859-8'),
  'iso-8859-6': old('iso8859-6'),
  'iso-8859-13': rare('iso8859-13'),
  'iso-8859-4': exotic('iso8859-4'),
  'iso-8859-3': exotic('iso8859-3'),
  'koi8-r': rare('koi8-r'),
  'koi8-u': rare('koi8-u'),
  macintosh: old('mac-roman'),
  'mac-centraleurope': rare('mac-latin2'),
  'mac-cyrillic': rare('mac-cyrillic'),
  'mac-greek': exotic('mac-greek'),
  'mac-turkish': exotic('mac-turkish'),
  cp850: rare('cp850'),
  cp437: exotic('cp437'),
  cp852: rare('cp852'),
  cp866: rare('cp866'),
  cp737: exotic('cp737'),
  cp857: exotic('cp857'),
  cp775: exotic('cp775'),
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
