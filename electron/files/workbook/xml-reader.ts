import { decodeOoxmlText } from './ooxml-text.ts';
import { damaged, Unreadable } from './unreadable.ts';

/** What the reader stands at: a start tag (an empty element is one, too), an end tag, text, or the end of the part. */
export type XmlToken = 'start' | 'end' | 'text' | 'over';

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const COLON = 58;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;

/**
 * Reads the XML of a workbook's part token by token. It knows what such parts hold and refuses the rest: DOCTYPE and
 * entity declarations are `unsafe`, and tags that do not close are `damaged` (both thrown as `Unreadable`).
 */
export class XmlReader {
  /** Name of the element at a start or end tag, without its namespace prefix. */
  name = '';
  /** Whether the start tag is an empty element (`<c/>`), which has no end tag. */
  empty = false;
  /** The text at a text token, entities decoded; line ends as LF. */
  text = '';
  private at = 0;
  private depth = 0;
  private attributesAt = 0;
  private tagEnd = 0;

  constructor(private readonly xml: string) {}

  next(): XmlToken {
    for (;;) {
      const { at, xml } = this;
      if (at >= xml.length) return this.depth === 0 ? 'over' : damaged();
      if (xml.charCodeAt(at) !== LT) return this.readText();
      const second = xml.charCodeAt(at + 1);
      if (second === SLASH) return this.readEndTag();
      if (second === BANG) {
        if (this.readDeclaration()) return 'text';
      } else if (second === QUESTION) this.at = this.after('?>', at + 2);
      else return this.readStartTag();
    }
  }

  /** Skips to the end tag of the element whose start tag was just read. */
  skip(): void {
    if (this.empty) return;
    const outside = this.depth - 1;
    while (this.depth > outside) if (this.next() === 'over') damaged();
  }

  /** The value of an attribute of the start tag just read, by its name without prefix; null where it has none. */
  attribute(name: string): string | null {
    const { xml, tagEnd } = this;
    let at = this.attributesAt;
    for (;;) {
      while (at < tagEnd && xml.charCodeAt(at) <= SPACE) at += 1;
      if (at >= tagEnd) return null;
      let nameStart = at;
      while (at < tagEnd && xml.charCodeAt(at) !== EQUALS) {
        if (xml.charCodeAt(at) === COLON) nameStart = at + 1;
        at += 1;
      }
      const nameEnd = at;
      at += 1;
      while (xml.charCodeAt(at) <= SPACE) at += 1;
      const close = this.endOfValue(at);
      if (xml.startsWith(name, nameStart) && isName(xml, nameStart + name.length, nameEnd)) {
        return decodeEntities(xml.slice(at + 1, close));
      }
      at = close + 1;
    }
  }

  /** Where the quote stands that ends the value begun at a place: a few characters on, so that walking beats searching. */
  private endOfValue(start: number): number {
    const { xml, tagEnd } = this;
    const quote = xml.charCodeAt(start) === APOSTROPHE ? APOSTROPHE : QUOTE;
    let at = start + 1;
    while (at < tagEnd && xml.charCodeAt(at) !== quote) at += 1;
    return at < tagEnd ? at : damaged();
  }

  private readText(): XmlToken {
    const found = this.xml.indexOf('<', this.at + 1);
    const end = found < 0 ? this.xml.length : found;
    this.text = decodeEntities(this.xml.slice(this.at, end));
    this.at = end;
    return 'text';
  }

  private readEndTag(): XmlToken {
    const { xml } = this;
    let end = this.at + 2;
    while (end < xml.length && xml.charCodeAt(end) !== GT) end += 1;
    if (end === xml.length) damaged();
    this.name = localName(xml, this.at + 2, end);
    this.at = end + 1;
    this.depth -= 1;
    return this.depth < 0 ? damaged() : 'end';
  }

  private readStartTag(): XmlToken {
    const { xml } = this;
    let at = this.at + 1;
    while (xml.charCodeAt(at) > SPACE && xml.charCodeAt(at) !== GT && xml.charCodeAt(at) !== SLASH) at += 1;
    this.name = localName(xml, this.at + 1, at);
    this.attributesAt = at;
    // A `>` inside an attribute's value does not end the tag.
    for (let quote = 0; ; at += 1) {
      const code = xml.charCodeAt(at);
      if (Number.isNaN(code)) damaged();
      if (quote !== 0) quote = code === quote ? 0 : quote;
      else if (code === QUOTE || code === APOSTROPHE) quote = code;
      else if (code === GT) break;
    }
    this.empty = xml.charCodeAt(at - 1) === SLASH;
    this.tagEnd = this.empty ? at - 1 : at;
    this.at = at + 1;
    if (!this.empty) this.depth += 1;
    return 'start';
  }

  /** Passes a comment; answers true at a CDATA section, whose content is text. Anything else is a declaration. */
  private readDeclaration(): boolean {
    const { xml, at } = this;
    if (xml.startsWith('<!--', at)) {
      this.at = this.after('-->', at + 4);
      return false;
    }
    if (!xml.startsWith('<![CDATA[', at)) throw new Unreadable({ kind: 'unsafe' });
    this.at = this.after(']]>', at + 9);
    this.text = xml.slice(at + 9, this.at - 3);
    return true;
  }

  private after(mark: string, from: number): number {
    const found = this.xml.indexOf(mark, from);
    return found < 0 ? damaged() : found + mark.length;
  }
}

/** The decoded texts of all `t` elements inside the element whose start tag was just read, phonetic readings left out. */
export function readRichText(reader: XmlReader): string {
  if (reader.empty) return '';
  let text = '';
  const element = reader.name;
  for (let inText = false; ;) {
    const token = reader.next();
    if (token === 'text') text += inText ? reader.text : '';
    else if (token === 'start') {
      if (reader.name === 'rPh') reader.skip();
      else inText = reader.name === 't' && !reader.empty;
    } else if (token === 'over' || reader.name === element) return decodeOoxmlText(text);
    else inText = false;
  }
}

/** Whether nothing but space is left of an attribute's name. */
function isName(xml: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (xml.charCodeAt(at) > SPACE) return false;
  return from <= end;
}

function localName(xml: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (xml.charCodeAt(to - 1) <= SPACE) to -= 1;
  for (let at = start; at < to; at += 1) if (xml.charCodeAt(at) === COLON) from = at + 1;
  return xml.slice(from, to);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? damaged();
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? damaged() : String.fromCodePoint(code);
    },
  );
}
