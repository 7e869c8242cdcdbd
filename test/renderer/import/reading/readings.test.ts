import { expect, it } from 'vitest';
import { inOrder, tellingCells } from '../../../../renderer/import/reading/readings.ts';

const reading = (encoding: 'utf-8' | 'windows-1250' | 'windows-1252' | 'cp850', whole = true) => ({
  encoding,
  whole,
  lines: [],
});

it('lists the encoding of the open file, the likely ones, the possible ones, then those that cannot be', () => {
  const readings = [
    reading('utf-8', false),
    reading('windows-1252'),
    reading('windows-1250'),
    reading('cp850'),
  ];
  const form = {
    kind: 'text',
    encoding: 'cp850',
    bom: false,
    confidence: 'guess',
    others: ['windows-1250'],
  } as const;
  const names = (listed: readonly { encoding: string }[]): string[] => listed.map(({ encoding }) => encoding);
  expect(names(inOrder(readings, form))).toEqual(['cp850', 'windows-1250', 'windows-1252', 'utf-8']);
  expect(names(inOrder(readings, null))).toEqual(['windows-1252', 'windows-1250', 'cp850', 'utf-8']);
});

it('shows the cells that tell encodings apart, never a password, and what cannot be seen as a sign', () => {
  const lines = [
    'Staff of ñ',
    'Role;First Name;Temporary Password;Town',
    'Agent;"José";ñandú;',
    'Agent;Zo\u0081ë;é;Köln',
  ];
  const known = {
    dialect: { delimiter: ';', quote: 'double', wrapped: false },
    secret: new Set([2]),
  } as const;
  expect(tellingCells({ encoding: 'windows-1252', whole: true, lines }, known)).toEqual([
    ['Staff of ñ'],
    ['José'],
    ['Zo␦ë', 'Köln'],
  ]);
});
