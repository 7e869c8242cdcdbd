/** Scripts whose letters change shape with U+200C and U+200D: Arabic and its kin, Mongolian, those of India and its neighbours. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const BEFORE_EMOJI_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

const NON_JOINER = '\u200c';
const JOINER = '\u200d';

/** Whether the character at an offset is a joiner without which the text around it would look different. */
export function isNeededJoiner(text: string, offset: number): boolean {
  const character = text.charAt(offset);
  if (character !== JOINER && character !== NON_JOINER) return false;
  const before = codePointBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x20);
  if (character === JOINER && BEFORE_EMOJI_JOINER.test(before) && PICTOGRAPH.test(after)) return true;
  return JOINING.test(before) && (character === JOINER || JOINING.test(after));
}

function codePointBefore(text: string, offset: number): string {
  const last = text.charCodeAt(offset - 1);
  const isLow = last >= 0xdc00 && last <= 0xdfff;
  return text.slice(Math.max(0, offset - (isLow ? 2 : 1)), offset);
}
