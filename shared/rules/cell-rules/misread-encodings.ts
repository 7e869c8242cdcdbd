import { textOfUnits } from './map-units.ts';

/** An encoding that UTF-8 is often misread as, and the bytes of its characters. */
export interface MisreadEncoding {
  readonly name: string;
  /** The byte, 0x80 to 0xff, by code unit; 0 where the encoding does not have the character. */
  readonly byteOf: Uint8Array;
}

/** The characters of the bytes from 0x80 on; bytes without one stay the control characters of Latin-1. */
const UPPER_HALVES = {
  'windows-1252':
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'windows-1254':
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8d\x8e\x8f\x90‘’“”•–—˜™š›œ\x9d\x9eŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  'windows-1250':
    '€\x81‚\x83„…†‡\x88‰Š‹ŚŤŽŹ\x90‘’“”•–—\x98™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x98™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0',
} as const;

/** Characters that some programs write for those above. */
const ALIASES: Readonly<Partial<Record<keyof typeof UPPER_HALVES, string>>> = {
  macintosh: '\u2126\xbd¤\xdb',
  cp437: 'β\xe1μ\xe6',
};

function misreadAs(name: keyof typeof UPPER_HALVES): MisreadEncoding {
  const upper = UPPER_HALVES[name];
  const byteOf = new Uint8Array(0x10000);
  // Programs that know no Windows-1252 keep the control characters of Latin-1 in its place.
  for (let byte = 0x80; byte < 0xa0; byte += 1) byteOf[byte] = byte;
  for (let at = 0; at < upper.length; at += 1) byteOf[upper.charCodeAt(at)] = 0x80 + at;
  const aliases = ALIASES[name] ?? '';
  for (let at = 0; at < aliases.length; at += 2) byteOf[aliases.charCodeAt(at)] = aliases.charCodeAt(at + 1);
  return { name, byteOf };
}

/** The encodings in the order in which they are tried, the likeliest first. */
export const MISREAD_ENCODINGS: readonly MisreadEncoding[] = [
  misreadAs('windows-1252'),
  misreadAs('windows-1254'),
  misreadAs('windows-1250'),
  misreadAs('windows-1251'),
  misreadAs('macintosh'),
  misreadAs('cp850'),
  misreadAs('cp437'),
];

/** Every code unit that one of the encodings may have: few, since all 65,536 would hold the start of the app. */
const UNITS = [
  ...new Set([
    ...Array(0xa0).keys(),
    ...codeUnits(Object.values(UPPER_HALVES)),
    ...codeUnits(Object.values(ALIASES)),
  ]),
].sort((one, other) => one - other);

function codeUnits(texts: readonly string[]): number[] {
  return Array.from(texts.join(''), (character) => character.charCodeAt(0));
}

/** Whether a character of one of the encodings begins a UTF-8 sequence (RFC 3629). */
export function beginsMisread(unit: number): boolean {
  return hasByteWithin(unit, 0xc2, 0xf4);
}

/** Whether a character of one of the encodings goes on with such a sequence. */
export function goesOnMisread(unit: number): boolean {
  return hasByteWithin(unit, 0x80, 0xbf);
}

function hasByteWithin(unit: number, least: number, most: number): boolean {
  const isWithin = (byte = 0): boolean => byte >= least && byte <= most;
  return MISREAD_ENCODINGS.some(({ byteOf }) => isWithin(byteOf[unit]));
}

/** The class of a pattern for some of the characters of the encodings. */
function classOf(isIn: (unit: number) => boolean): string {
  const units = UNITS.filter(isIn);
  return `[${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}]`;
}

const PAIR = classOf(beginsMisread) + classOf(goesOnMisread);

/**
 * Matches every text that one of the encodings could be repaired from: two characters together begin a sequence, if only
 * in two of them, or a capital Ã follows a letter. Nearly every text beyond ASCII is read past it, fast.
 */
export const MAY_BE_MISREAD = new RegExp(`${PAIR}|[a-z\u00df-\u00ff]\u00c3`);

/** A text decoded as UTF-8, with the sequences that it was decoded from, in order. */
export interface Decoded {
  readonly text: string;
  /** For each sequence: its place in `text`, its place in what was decoded, and its length there. */
  readonly sequences: readonly Sequence[];
}

/** Where a decoded character stands, and what it was decoded from. */
export interface Sequence {
  readonly at: number;
  readonly from: number;
  readonly length: number;
}

/**
 * A text as it was before its UTF-8 was read in an encoding, or null where that did not happen. It is cut where
 * characters stand that the encoding does not have: they were never misread. A stretch between two cuts counts only as
 * a whole. What is decoded need not make sense: see `repairMojibake`.
 */
export function decodeMisread(text: string, { byteOf }: MisreadEncoding): Decoded | null {
  const decoding = new Decoding(text, byteOf);
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && hasByte(text.charCodeAt(to), byteOf)) to += 1;
    decoding.decodeStretch(from, to);
    decoding.copy(to, Math.min(to + 1, text.length));
    from = to + 1;
  }
  return decoding.sequences.length === 0 ? null : decoding;
}

function hasByte(unit: number, byteOf: Uint8Array): boolean {
  return unit < 0x80 || byteOf[unit] !== 0;
}

/** Answered where no sequence is. */
const NONE = -1;

/** The text that is written while another is decoded. */
class Decoding {
  readonly sequences: Sequence[] = [];
  readonly #text: string;
  readonly #byteOf: Uint8Array;
  /** What is decoded is never longer than what it was read as. */
  readonly #units: Uint16Array;
  #length = 0;

  constructor(text: string, byteOf: Uint8Array) {
    this.#text = text;
    this.#byteOf = byteOf;
    this.#units = new Uint16Array(text.length);
  }

  get text(): string {
    return textOfUnits(this.#units, this.#length);
  }

  copy(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#write(this.#text.charCodeAt(at));
  }

  /** Decodes a stretch as a whole, or copies it. */
  decodeStretch(from: number, to: number): void {
    const start = this.#length;
    const known = this.sequences.length;
    for (let at = from; at < to;) {
      const unit = this.#text.charCodeAt(at);
      const length = unit < 0x80 ? 1 : this.#decodeSequence(at, to);
      if (length === NONE) {
        this.#length = start;
        this.sequences.length = known;
        this.copy(from, to);
        return;
      }
      if (unit < 0x80) this.#write(unit);
      at += length;
    }
  }

  /** How many units a sequence takes, once it is written, or `NONE`. */
  #decodeSequence(at: number, to: number): number {
    const length = sequenceLength(this.#byteAt(at));
    const point = length === 0 || at + length > to ? NONE : this.#pointAt(at, length);
    if (point !== NONE) {
      this.sequences.push({ at: this.#length, from: at, length });
      this.#writePoint(point);
      return length;
    }
    const unit = this.#text.charCodeAt(at);
    if (!isInvisibleByte(unit)) return NONE;
    this.#write(unit);
    return 1;
  }

  /** The code point of a UTF-8 sequence (RFC 3629), or `NONE` where it is not one. */
  #pointAt(at: number, length: number): number {
    let point = this.#byteAt(at) & (0xff >> (length + 1));
    for (let next = 1; next < length; next += 1) {
      const byte = this.#byteAt(at + next);
      if (byte < 0x80 || byte > 0xbf) return NONE;
      point = (point << 6) | (byte & 0x3f);
    }
    const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    return point < least || point > 0x10ffff || isSurrogate ? NONE : point;
  }

  #byteAt(at: number): number {
    const unit = this.#text.charCodeAt(at);
    return unit < 0x80 ? unit : (this.#byteOf[unit] ?? 0);
  }

  #write(unit: number): void {
    this.#units[this.#length] = unit;
    this.#length += 1;
  }

  #writePoint(point: number): void {
    if (point < 0x10000) this.#write(point);
    else {
      this.#write(0xd7c0 + (point >> 10));
      this.#write(0xdc00 + (point & 0x3ff));
    }
  }
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** What may stand between damaged words without being damaged itself: a non-breaking space, a soft hyphen, a control. */
function isInvisibleByte(unit: number): boolean {
  return unit === 0xa0 || unit === 0xad || (unit >= 0x80 && unit < 0xa0);
}
