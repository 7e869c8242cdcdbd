/**
 * Scripts whose letters change shape with U+200C and U+200D: Arabic and its kin, Mongolian, those of India and its
 * neighbours.
 */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const BEFORE_EMOJI_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

const NON_JOINER = 0x200c;
const JOINER = 0x200d;

/** Whether a code unit is U+200C or U+200D. */
export function isJoiner(unit: number): boolean {
  return unit === NON_JOINER || unit === JOINER;
}

/**
 * Whether a text would look different without the joiner at a place, in a run of invisible characters from one place
 * to another.
 */
export function neededJoiner(text: string, from: number, at: number, to: number): boolean {
  const isFull = text.charCodeAt(at) === JOINER;
  const [before, after] = [pointBefore(text, from), text.codePointAt(to) ?? 0];
  if (isFull && beforeEmojiJoiner.has(before) && pictograph.has(after)) return true;
  return joining.has(before) && (isFull || joining.has(after));
}

/** The code point that ends before a place; 0 at the beginning. */
function pointBefore(text: string, at: number): number {
  const last = text.charCodeAt(at - 1);
  const isLow = last >= 0xdc00 && last <= 0xdfff;
  return text.codePointAt(Math.max(0, at - (isLow ? 2 : 1))) ?? 0;
}

/** The code points that a pattern matches; one that was asked for is remembered, as alphabets are small. */
class Characters {
  readonly #known = new Map<number, boolean>();

  constructor(private readonly pattern: RegExp) {}

  has(point: number): boolean {
    const known = this.#known.get(point);
    if (known !== undefined) return known;
    const is = this.pattern.test(String.fromCodePoint(point));
    this.#known.set(point, is);
    return is;
  }
}

const joining = new Characters(JOINING);
const beforeEmojiJoiner = new Characters(BEFORE_EMOJI_JOINER);
const pictograph = new Characters(PICTOGRAPH);
