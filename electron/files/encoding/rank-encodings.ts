import { chardet } from 'jschardet';
import { decodeLegacy, LEGACY_ENCODINGS, type LegacyEncoding } from './codecs.ts';
import { plausibility } from './plausibility.ts';
import { EXOTIC, TRAITS } from './traits.ts';

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
