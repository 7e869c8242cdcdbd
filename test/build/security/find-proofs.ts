import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** A test, or a group of tests, that says which promises it proves. */
export interface Proof {
  /** Its file's path from the project's folder, with slashes. */
  readonly file: string;
  readonly title: string;
  readonly promises: readonly number[];
}

const NAMES: ReadonlySet<string> = new Set(['describe', 'it', 'test']);

/** `security 3, 4: ` before a title, or ` (security 3 and 4)` after it. */
const TAG = /\s*\(?security (\d+(?:(?:, | and )\d+)*)(?:\)|: )?/;

/** The tests in a folder and its folders whose titles name a promise, in the order of files and lines. */
export async function findProofs(root: string, folder: string): Promise<Proof[]> {
  const entries = await readdir(join(root, folder), { recursive: true });
  const files = entries
    .map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`)
    .filter((entry) => /\.(test|spec)\.tsx?$/.test(entry))
    .sort();
  const found = await Promise.all(
    files.map(async (file) => proofsIn(file, await readFile(join(root, file), 'utf8'))),
  );
  return found.flat();
}

/** The same in one file's text. */
export function proofsIn(file: string, text: string): Proof[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const proofs: Proof[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node, source) : null;
    const promises = title === null ? [] : promisesOf(title);
    if (title !== null && promises.length > 0) proofs.push({ file, title: title.replace(TAG, ''), promises });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return proofs;
}

/** The title of a call such as `it('…')`, `test.skip('…')` or `it.each([…])('…')`; null of any other. */
function titleOf(call: ts.CallExpression, source: ts.SourceFile): string | null {
  const [first] = call.arguments;
  if (first === undefined || !NAMES.has(calledName(call.expression))) return null;
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.getText(source).slice(1, -1) : null;
}

function calledName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  const inner =
    ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)
      ? expression.expression
      : null;
  return inner === null ? '' : calledName(inner);
}

function promisesOf(title: string): number[] {
  return (TAG.exec(title)?.[1] ?? '')
    .split(/, | and /)
    .flatMap((number) => (number === '' ? [] : [Number(number)]));
}
