import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findProofs, type Proof, proofsIn } from './find-proofs.ts';
import { PROMISES } from './promises.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TABLE = '../../../.github/security-tests.md';
const NUMBERS = Object.keys(PROMISES).map(Number);

const INTRODUCTION = `# What proves each promise

Made from the titles of the tests by \`npm run security\`; a test fails where it is out of date.
`;

function tableOf(proofs: readonly Proof[]): string {
  const parts = NUMBERS.map((number) => {
    const proving = proofs.filter(({ promises }) => promises.includes(number));
    const files = [...new Set(proving.map(({ file }) => file))];
    const lines = files.map((file) => {
      const titles = proving.filter((proof) => proof.file === file).map(({ title }) => title);
      return `- \`${file}\`\n${titles.map((title) => `  - ${inMarkdown(title)}\n`).join('')}`;
    });
    return `## ${number}. ${PROMISES[number] ?? ''}\n\n${lines.join('')}`;
  });
  return [INTRODUCTION, ...parts].join('\n');
}

/** A title as text: what Markdown would take for a mark, a link or an element is escaped. */
function inMarkdown(title: string): string {
  return title.replaceAll(/[\\`*_<>[\]]/g, String.raw`\$&`);
}

describe('the table of promises and their tests', () => {
  it('reads the tags of titles', () => {
    const text = `
      describe('saving (security 1 and 2)', () => {
        it('security 3: keeps changes', () => {});
        it.each([1])('security 4, 5: and %s', () => {});
        test.skip(\`security 6: \${x} is\`, () => {});
        it('says nothing of it', () => {});
        other('security 7: is no test');
      });`;
    expect(proofsIn('a.test.ts', text)).toEqual([
      { file: 'a.test.ts', title: 'saving', promises: [1, 2] },
      { file: 'a.test.ts', title: 'keeps changes', promises: [3] },
      { file: 'a.test.ts', title: 'and %s', promises: [4, 5] },
      { file: 'a.test.ts', title: '${x} is', promises: [6] },
    ]);
  });

  it('has a test for each promise, and no test of a promise that nobody made', async () => {
    const proofs = await findProofs(ROOT, 'test');
    const proven = new Set(proofs.flatMap(({ promises }) => promises));
    expect([...proven].sort((a, b) => a - b)).toEqual(NUMBERS);
  });

  it('is up to date', async () => {
    await expect(tableOf(await findProofs(ROOT, 'test'))).toMatchFileSnapshot(TABLE);
  });
});
