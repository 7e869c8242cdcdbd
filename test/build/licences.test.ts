import { expect, it } from 'vitest';
import { isAllowed, licenceFile, licencesText, readLock, shippedPackages } from '../../build/licences.mjs';

const shipped = shippedPackages(readLock());

it('ships no package under a licence that is not on the list', () => {
  expect(shipped.length).toBeGreaterThan(10);
  expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

it('lists what the app is made of, and not the tools that it is made with', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/a/node_modules/@b/c': { version: '2.0.0' },
      'node_modules/tool': { version: '3.0.0', license: 'GPL-3.0', dev: true },
    },
  };
  expect(shippedPackages(lock).map(({ name, licence }) => [name, licence])).toEqual([
    ['a', 'MIT'],
    ['@b/c', 'none'],
  ]);
});

it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'GPL-2.0 OR Apache-2.0'])('takes %s', (licence) => {
  expect(isAllowed(licence)).toBe(true);
});

it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'none', ''])('refuses %s', (licence) => {
  expect(isAllowed(licence)).toBe(false);
});

it('brings the text of each licence', () => {
  const react = shipped.filter(({ name }) => name === 'react');
  const text = licencesText(react, licenceFile);
  expect(text).toContain('react 19');
  expect(text).toContain('Permission is hereby granted, free of charge');
});

it('pins every package of the lock file to one version and one content', () => {
  const packages = Object.entries(
    readLock().packages as Record<string, { version?: string; integrity?: string }>,
  );
  const loose = packages.filter(([path, { version, integrity }]) => path !== '' && !(version && integrity));
  expect(loose.map(([path]) => path)).toEqual([]);
});
