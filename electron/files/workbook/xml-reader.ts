import { damaged, Unreadable } from './unreadable.ts';

/** What the reader stands at: a start tag (an empty element is one, too), an end tag, text, or the end of the part. */
type XmlToken = 'start' | 'end' | 'text' | 'over';

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
  /** Four places for each attribute of the start tag: where its name and its value begin and end. */
  private readonly places: number[] = [];
  private attributes = 0;
  /** Where the next `&` stands, as far as anybody has looked: most texts have none and need no second look. */
  private ampersand = -1;

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
    const { xml, places } = this;
    for (let place = 0; place < this.attributes * 4; place += 4) {
      const [start = 0, end = 0] = [places[place], places[place + 1]];
      if (end - start !== name.length || !xml.startsWith(name, start)) continue;
      return this.decoded(places[place + 2] ?? 0, places[place + 3] ?? 0);
    }
    return null;
  }

  /** The text between two places, entities decoded. */
  private decoded(start: number, end: number): string {
    const { xml } = this;
    const text = xml.slice(start, end);
    if (this.ampersand < start) {
      const found = xml.indexOf('&', start);
      this.ampersand = found < 0 ? xml.length : found;
    }
    return this.ampersand < end ? decodeEntities(text) : text;
  }

  private readText(): XmlToken {
    const found = this.xml.indexOf('<', this.at + 1);
    const end = found < 0 ? this.xml.length : found;
    this.text = this.decoded(this.at, end);
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
    this.attributes = 0;
    for (;;) {
      while (xml.charCodeAt(at) <= SPACE) at += 1;
      const code = xml.charCodeAt(at);
      if (code === GT || code === SLASH) break;
      at = this.readAttribute(at);
    }
    this.empty = xml.charCodeAt(at) === SLASH;
    if (this.empty) at += 1;
    if (xml.charCodeAt(at) !== GT) damaged();
    this.at = at + 1;
    if (!this.empty) this.depth += 1;
    return 'start';
  }

  /** Notes where an attribute's name, without prefix, and its value stand; answers the place after the closing quote. */
  private readAttribute(start: number): number {
    const { xml } = this;
    let nameStart = start;
    let at = start;
    for (let code = xml.charCodeAt(at); code !== EQUALS; at += 1, code = xml.charCodeAt(at)) {
      if (Number.isNaN(code) || code === GT) damaged();
      if (code === COLON) nameStart = at + 1;
    }
    let nameEnd = at;
    while (xml.charCodeAt(nameEnd - 1) <= SPACE) nameEnd -= 1;
    at += 1;
    while (xml.charCodeAt(at) <= SPACE) at += 1;
    const quote = xml.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) damaged();
    const valueStart = at + 1;
    // A few characters on, so that walking beats searching. A `>` inside a value does not end the tag.
    for (at = valueStart; xml.charCodeAt(at) !== quote; at += 1) if (at >= xml.length) damaged();
    const place = this.attributes * 4;
    this.places[place] = nameStart;
    this.places[place + 1] = nameEnd;
    this.places[place + 2] = valueStart;
    this.places[place + 3] = at;
    this.attributes += 1;
    return at + 1;
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

function localName(xml: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (xml.charCodeAt(to - 1) <= SPACE) to -= 1;
  for (let at = start; at < to; at += 1) if (xml.charCodeAt(at) === COLON) from = at + 1;
  return xml.slice(from, to);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? damaged();
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? damaged() : String.fromCodePoint(code);
    },
  );
}

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/**
 * Text of a workbook as its reader sees it: `_x000D_` escapes decoded (ECMA-376 part 1, 22.9.2.19) and every line break
 * as LF, which is what Excel puts into a cell.
 */
export function decodeOoxmlText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replaceAll(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return decoded.includes('\r') ? decoded.replaceAll(/\r\n?/g, '\n') : decoded;
}
