import { parseJson } from '../../../shared/text/plain-text.ts';

/** Characters of a server's text that anything at all is done to. */
const MAX_READ = 4096;

/** Characters of a server's words that are shown. */
const MAX_SHOWN = 500;

/** Fields that hold what nobody may see, in any answer. */
const SECRET_FIELD = /password|secret|token|authorization|api[-_]?key/i;

/** C0 and C1 controls, and what turns the writing direction around. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A JWT in any text: three parts, of which the first begins as every JSON object does in base64url. */
const TOKEN = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/*
 * What stands after the name of a secret field where the text is no JSON, or only the beginning of one. Linear: a match
 * begins at a fixed word, what may follow before the value is bounded, and the value is consumed.
 */
const PASSWORD_VALUE = /(password\w{0,40}"?\s{0,9}[:=]\s{0,9})("[^"]*"?|\S+)/gi;
const QUOTED_SECRET = /((?:secret|token|authorization|key)\w{0,40}"\s{0,9}:\s{0,9})"[^"]*"?/gi;

/**
 * What a server said in an answer of any form, as it may be shown: a sentence of what a JSON body says, else the text, cut
 * to 500 characters, on one line, with tokens, temporary passwords and the secrets, in whatever form, blotted out. No
 * form of an error's body is documented. Of a text of any length only the first 4 KiB are read.
 */
export function shownWords(body: string, secrets: readonly string[]): string {
  const text = body.slice(0, MAX_READ);
  let words = wordsOf(text);
  const forms = secrets.filter((secret) => secret !== '').map(formsOf);
  for (const form of forms) words = words.replace(form.pattern, '…');
  // A secret that was cut in two is not found: what may be the first part of one is left out.
  if (body.length > MAX_READ)
    words = words.slice(0, Math.max(0, words.length - Math.max(0, ...forms.map(({ longest }) => longest))));
  const line = unquoted(words.replaceAll(TOKEN, '…').replaceAll(UNSEEN, ' ').trim()).toWellFormed();
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN).toWellFormed()}…` : line;
}

/**
 * A text of somebody’s that was stored, without a secret in whatever form. Of a longer one only the first 4 KiB are read,
 * which is more than is ever shown; where a secret is in them, the rest is left out.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const head = text.slice(0, MAX_READ);
  const clean = redacted(head, secrets);
  return clean === head ? text : clean;
}

function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (left, secret) => (secret === '' ? left : left.replace(formsOf(secret).pattern, '…')),
    text,
  );
}

/** Names that errors go by in a body whose status says that all is well. */
const ERROR_FIELDS = ['error', 'errors', 'error_message', 'error_description', 'fault'] as const;
const ERROR_STATUSES: ReadonlySet<unknown> = new Set(['error', 'failed', 'failure', 'fail']);

/** Whether a JSON body says that something went wrong. */
export function isErrorBody(body: unknown): boolean {
  if (!isObject(body)) return false;
  const isSaid = ERROR_FIELDS.some((name) => sentenceOf(body[name], true) !== '');
  const isStatus = typeof body['status'] === 'number' && body['status'] >= 400;
  return (
    isSaid ||
    isStatus ||
    body['success'] === false ||
    body['ok'] === false ||
    ERROR_STATUSES.has(body['status'])
  );
}

/** The words of a text that is JSON as a sentence, or the text without its secrets. */
function wordsOf(text: string): string {
  const json = parseJson(text);
  return json === undefined
    ? text.replaceAll(PASSWORD_VALUE, '$1…').replaceAll(QUOTED_SECRET, '$1…')
    : sentenceOf(json, false);
}

/** How deep a body is read, and how many parts of a list: nobody says anything deeper, or reads on. */
const MAX_DEPTH = 5;
const MAX_PARTS = 20;

/** Where an error says what it is, of which field, and of what it is made. */
const MESSAGES = [
  'message',
  'error_description',
  'error',
  'detail',
  'msg',
  'title',
  'description',
  'reason',
] as const;
const PLACES = ['field', 'attribute', 'property', 'param', 'path', 'loc'] as const;
const PARTS = ['errors', 'details', 'messages', 'violations'] as const;

/**
 * A JSON value in words: “role: does not exist; email: has already been taken”. `isError` where it stands in a list of
 * errors, in which the name of a secret field is followed by what is wrong with it.
 */
function sentenceOf(value: unknown, isError: boolean, depth = 0): string {
  if (value === null || value === undefined || depth > MAX_DEPTH) return '';
  const inside = (part: unknown, inError = true): string => sentenceOf(part, inError, depth + 1);
  if (Array.isArray(value)) return joined(value.slice(0, MAX_PARTS).map((part) => inside(part, isError)));
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const message = firstOf(MESSAGES.map((name) => inside(value[name])));
  const parts = joined(PARTS.map((name) => inside(value[name])));
  if (message === '' && parts === '') return entriesOf(value, isError, (part) => inside(part, isError));
  const place = firstOf(PLACES.map((name) => inside(value[name])));
  const said = [place, message, parts === message ? '' : parts].filter((text) => text !== '');
  return said.map(withoutStop).join(': ');
}

function entriesOf(
  value: Readonly<Record<string, unknown>>,
  isError: boolean,
  inside: (part: unknown) => string,
): string {
  return joined(
    Object.entries(value)
      .slice(0, MAX_PARTS)
      .map(([name, part]) => {
        const text = SECRET_FIELD.test(name) && !isError ? '…' : inside(part);
        return text === '' ? '' : `${name}: ${text}`;
      }),
  );
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('; ');
}

/** Words are shown in quotes of their own, followed by a full stop. */
function unquoted(text: string): string {
  const inner = /^(?:"([^"]*)"|“([^”]*)”|'([^']*)')$/.exec(text);
  return withoutStop(inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? text);
}

function withoutStop(text: string): string {
  return text.replace(/(?<![.…])\.$/, '');
}

/** A secret as a server may repeat it, and how many characters that takes at most. */
interface Forms {
  readonly pattern: RegExp;
  readonly longest: number;
}

/** Parts of base64 that are shorter say nothing of a secret. */
const MIN_BASE64 = 6;

/**
 * A secret as it is, in capitals or small letters, each character of it as it may stand in JSON, HTML or an address, all
 * of it as hexadecimal digits, or as base64 wherever it begins in it. No part of the pattern repeats, so that it is linear
 * in the text.
 */
function formsOf(secret: string): Forms {
  const cases = [...new Set([secret, secret.toUpperCase(), secret.toLowerCase()])].map((text) =>
    Buffer.from(text),
  );
  const [first = Buffer.from(secret)] = cases;
  const alternatives = [
    Array.from(secret, formsOfCharacter).join(''),
    ...cases.map((bytes) => [...bytes].map((byte) => hex(byte)).join('[ :]?')),
    ...cases.flatMap(base64Of),
  ];
  // The longest form of a character is `&#x0000xxxxxx;`.
  return { pattern: new RegExp(alternatives.join('|'), 'giu'), longest: 14 * first.length };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

function formsOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character)].map((byte) => `%${hex(byte)}`).join('');
  // A character outside the first plane is two units.
  const units = Array.from(
    { length: character.length },
    (_, at) => `\\\\u${hex(character.charCodeAt(at), 4)}`,
  );
  const entity = ENTITIES[character];
  const forms = [
    // Before what JSON or a program escapes stands a backslash.
    `\\\\?\\u{${code.toString(16)}}`,
    bytes,
    units.join(''),
    `&#0{0,4}${code};`,
    `&#x0{0,4}${code.toString(16)};`,
    ...(entity === undefined ? [] : [`&${entity};`]),
    ...(character === ' ' ? ['\\+'] : []),
  ];
  return `(?:${forms.join('|')})`;
}

/** What a secret's bytes are in base64, or base64url, where 0, 1 or 2 bytes stand before them. */
function base64Of(secret: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), secret])
      .toString('base64')
      .replaceAll('=', '');
    const end = (before + secret.length) % 3 === 0 ? text.length : text.length - 1;
    // The characters that the secret's own bytes make, and no others.
    const own = text.slice(before === 0 ? 0 : before + 1, end);
    return own.length < MIN_BASE64
      ? []
      : [`${own.replaceAll('+', '[+-]').replaceAll('/', '[/_]')}(?:[\\w+/-]?={1,2})?`];
  });
}

function hex(value: number, digits = 2): string {
  return value.toString(16).padStart(digits, '0');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
