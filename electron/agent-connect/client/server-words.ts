import { parseJson } from '../../../shared/parse-json.ts';

/** Characters of a server's words that are shown. */
const LONGEST = 500;

/** Fields that hold what nobody may see, in any answer. */
const SECRET_FIELD = /password|secret|token|authorization|api[-_]?key/i;

/** C0 and C1 controls, and what turns the writing direction around. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A JWT in any text: three parts, of which the first begins as every JSON object does in base64url. */
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * What a server said in an answer of any form, as it may be shown: cut to 500 characters, on one line, with tokens, temporary
 * passwords and the secrets, in whatever form, blotted out. No form of an error's body is documented.
 */
export function shownWords(body: string, secrets: readonly string[]): string {
  let text = wordsOf(body);
  for (const form of secrets.flatMap(formsOf)) text = text.replaceAll(form, '…');
  const line = text.replaceAll(TOKEN, '…').replaceAll(UNSEEN, ' ').trim().toWellFormed();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
}

/** A secret as a server may repeat it. */
function formsOf(secret: string): string[] {
  if (secret === '') return [];
  const base64 = Buffer.from(secret).toString('base64');
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, encodeURIComponent(secret.toWellFormed()), base64, inJson];
}

/** The message of a JSON body that is little else, or the body without its secrets. */
function wordsOf(body: string): string {
  const json = parseJson(body);
  if (json === undefined) return body.replaceAll(/("?\w*password\w*"?\s*[:=]\s*)("[^"]*"?|\S+)/gi, '$1…');
  if (typeof json === 'string') return json;
  const [only, ...more] = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  if (more.length === 0 && only !== undefined && typeof only[1] === 'string' && !SECRET_FIELD.test(only[0]))
    return only[1];
  return JSON.stringify(json, (name, value: unknown) => (SECRET_FIELD.test(name) ? '…' : value));
}
