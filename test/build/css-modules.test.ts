import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

// TypeScript knows no class of a CSS module by its name, so this does: what is asked for is there, and the other way round.
const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).map((path) =>
  posix.join('renderer', path.replaceAll('\\', '/')),
);

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The classes that a module defines, without those that it takes from elsewhere by `:global`. */
function definedIn(module: string): Set<string> {
  const text = read(module)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/:global\([^)]*\)/g, '');
  return new Set(Array.from(text.matchAll(/\.([A-Za-z_][\w-]*)/g), ([, name = '']) => name));
}

/** The classes that the components ask each module for. */
function askedFor(): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const path of files.filter((file) => /\.tsx?$/.test(file))) {
    const text = read(path);
    for (const [, name = '', from = ''] of text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      const module = posix.join(posix.dirname(path), from);
      const names = asked.get(module) ?? new Set();
      for (const [, key = ''] of text.matchAll(new RegExp(`\\b${name}\\['([^']+)'\\]`, 'g'))) names.add(key);
      asked.set(module, names);
    }
  }
  return asked;
}

describe('the CSS modules', () => {
  const asked = askedFor();

  it('are all used', () => {
    expect(files.filter((path) => path.endsWith('.module.css')).toSorted()).toEqual(
      [...asked.keys()].toSorted(),
    );
  });

  it.each([...asked])('%s has each class that is asked for, and no other', (module, names) => {
    expect([...names].toSorted()).toEqual([...definedIn(module)].toSorted());
  });
});
