/** Scripts whose letters change shape with U+200C and U+200D: Arabic and its kin, Mongolian, those of India and its neighbours. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const BEFORE_EMOJI_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{fe0f}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

const JOINER = '\u200d';

/** The first joiner of a run of invisible characters, if the text around it would look different without one, else ''. */
export function neededJoiner(text: string, offset: number, run: string): string {
  const joiner = /[\u200c\u200d]/.exec(run)?.[0];
  if (joiner === undefined) return '';
  const before = codePointBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset + run.length) ?? 0x20);
  if (joiner === JOINER && BEFORE_EMOJI_JOINER.test(before) && PICTOGRAPH.test(after)) return joiner;
  return JOINING.test(before) && (joiner === JOINER || JOINING.test(after)) ? joiner : '';
}

function codePointBefore(text: string, offset: number): string {
  const last = text.charCodeAt(offset - 1);
  const isLow = last >= 0xdc00 && last <= 0xdfff;
  return text.slice(Math.max(0, offset - (isLow ? 2 : 1)), offset);
}
