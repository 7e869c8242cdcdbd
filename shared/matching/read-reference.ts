/** What a text that names somebody says of them: addresses, IDs and names, each as it stands there. */
export interface ReferenceReading {
  /** The whole text without the spaces around it. */
  readonly whole: string;
  /** In lower case. */
  readonly emails: readonly string[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** Characters of a reference; a longer text names nobody. */
const MAX_LENGTH = 300;

const NOBODY: Omit<ReferenceReading, 'whole'> = { emails: [], ids: [], names: [] };

/** An address with what may stand before it, in a text where it may be enclosed. */
const ADDRESS =
  /(?:(?:mailto|smtp|sip|x500|e-?mail):\s*)?([^\s<>()[\]{},;:"'=|\\/]+@[^\s<>()[\]{},;:"'=|\\/]+)/giu;
const ENCLOSED = /[([{<]([^)\]}>]*)[)\]}>]/gu;
const BRACKETS = /[([{<]/;
const AROUND = /["“”«»„<>()[\]{}]/gu;
const BETWEEN_PARTS = /\s[-‐-―]+\s|[|;:/\\#\t\n]+|^[-‐-―]+|[-‐-―]+$/u;
const DISTINGUISHED =
  /^\s*(?:cn|uid|ou|o|dc|e|mail|emailaddress|employeeid|employeenumber|samaccountname)\s*=/iu;
const DIGIT = /\p{Nd}/u;

/**
 * Takes apart what a personnel system writes for a person: an address or an ID alone, `Name <address>`, `mailto:` and
 * `SMTP:`, `Name (ID)`, `ID - Name`, a distinguished name, or a name in either order.
 */
export function readReference(text: string): ReferenceReading {
  const whole = text.trim();
  if (whole.length > MAX_LENGTH) return { whole, ...NOBODY };
  if (whole.startsWith('/') && /\/cn=/iu.test(whole))
    return { whole, ...readDistinguished(whole.split('/').filter((part) => part !== '')) };
  if (DISTINGUISHED.test(whole)) return { whole, ...readDistinguished(whole.split(/(?<!\\)[,;+]/u)) };
  return { whole, ...readPlain(whole) };
}

/** The parts of a distinguished name (RFC 4514): the last common name of it is the person’s. */
function readDistinguished(parts: readonly string[]): Omit<ReferenceReading, 'whole'> {
  const emails: string[] = [];
  const ids: string[] = [];
  const names: string[] = [];
  for (const part of parts) {
    const at = part.indexOf('=');
    const type = part.slice(0, at).trim().toLowerCase();
    const value = unescaped(part.slice(at + 1)).trim();
    if (type === 'cn') {
      const inside = readPlain(value);
      emails.push(...inside.emails);
      ids.push(...inside.ids);
      names.push(...inside.names);
    } else if (/^(?:e|mail|emailaddress)$/u.test(type)) emails.push(value.toLowerCase());
    else if (/^(?:uid|employeeid|employeenumber|samaccountname)$/u.test(type)) ids.push(value);
  }
  return { emails, ids, names };
}

/** `\,` is a comma, `\C3\BC` the bytes of a letter. */
function unescaped(value: string): string {
  const bytes = value.replace(/(?:\\[0-9a-f]{2})+/giu, (codes) => decoded(codes));
  return bytes.replace(/\\(.)/gu, '$1');
}

function decoded(codes: string): string {
  try {
    return decodeURIComponent(codes.replaceAll('\\', '%'));
  } catch {
    return codes;
  }
}

function readPlain(text: string): Omit<ReferenceReading, 'whole'> {
  const emails = text.includes('@') ? addressesIn(text) : [];
  const rest = emails.length === 0 ? text : text.replace(ADDRESS, ' ');
  const inside = BRACKETS.test(rest) ? [...rest.matchAll(ENCLOSED)].map(([, part = '']) => part.trim()) : [];
  const outside = inside.length === 0 ? rest : rest.replace(ENCLOSED, ' | ');
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const part of inside) if (part !== '') ids.add(part);
  for (const part of outside.replace(AROUND, ' ').split(BETWEEN_PARTS)) takePart(part.trim(), ids, names);
  // A word alone may be an ID without a digit, such as a user name.
  for (const name of names) if (!/[\s,]/u.test(name)) ids.add(name);
  return { emails, ids: [...ids], names: [...names] };
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([, address = '']) => address.replace(/[.…]+$/u, '').toLowerCase());
}

/** A part without digits is a name; one with them an ID, or a name with an ID before or after it. */
function takePart(part: string, ids: Set<string>, names: Set<string>): void {
  if (part === '' || part === ',') return;
  if (!DIGIT.test(part)) {
    names.add(part.replace(/^[,\s]+|[,\s]+$/gu, ''));
    return;
  }
  ids.add(part);
  const words = part.split(/\s+/u);
  if (words.length === 1) return;
  const name = words.filter((word) => !DIGIT.test(word)).join(' ');
  for (const word of words) if (DIGIT.test(word)) ids.add(word.replace(/^[,.:]+|[,.:]+$/gu, ''));
  if (name !== '') names.add(name.replace(/^[,\s-]+|[,\s-]+$/gu, ''));
}

/** An ID as it is compared where exactly this one is nobody’s: without case, separators and the `.0` of a data frame. */
export function looseId(id: string): string {
  if (/^[\da-z]*$/.test(id)) return id;
  const plain = id.normalize('NFKC').trim().toLowerCase();
  return plain.replace(/^(\p{Nd}+)[.,]0+$/u, '$1').replace(/[\s.,_/‐-―'’-]+/gu, '');
}

/** What an ID has in common with the same one in another form, and without the zeros at its beginning if it is a number. */
export function bareId(id: string): string {
  return withoutZeros(looseId(id));
}

/** A `looseId` as `bareId` has it. */
export function withoutZeros(loose: string): string {
  return loose.startsWith('0') && /^\p{Nd}*$/u.test(loose) ? loose.replace(/^0+(?=\p{Nd})/u, '') : loose;
}
