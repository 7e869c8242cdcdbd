import type { TextEncoding } from '../../../shared/text/encodings.ts';
import type { LegacyEncoding } from './codecs.ts';
import { holdsBytes } from './holds-bytes.ts';
import { type RankedEncoding, rankEncodings } from './rank-encodings.ts';
import { tellingBytes } from './telling-bytes.ts';

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
