import { expect, it } from 'vitest';
import { splitName } from '../../../../shared/import/mapping/make-text.ts';

it.each([
  ['Amara Eze', 'Amara', 'Eze'],
  ['Eze, Amara', 'Amara', 'Eze'],
  ['van der Berg, Vincent', 'Vincent', 'van der Berg'],
  ['Vincent van der Berg', 'Vincent', 'van der Berg'],
  ['Ana María de la Cruz', 'Ana María', 'de la Cruz'],
  ['Prince', 'Prince', ''],
  ['Von Braun', 'Von', 'Braun'],
  [' Amara\u00a0 Eze ', 'Amara', 'Eze'],
  ['Eze,', '', 'Eze'],
  ['GARÇON Yoann', 'Yoann', 'GARÇON'],
  ['LE GOFF Anne Marie', 'Anne Marie', 'LE GOFF'],
  ["D'HONDT Zoé", 'Zoé', "D'HONDT"],
  ['Anne-Marie SAINT-ANDRÉ', 'Anne-Marie', 'SAINT-ANDRÉ'],
  ['García NÚÑEZ PEÑA', 'García', 'NÚÑEZ PEÑA'],
  ['GARÇON YOANN', 'GARÇON', 'YOANN'],
  ['J Smith', 'J', 'Smith'],
  ['Ana B Ruiz', 'Ana B', 'Ruiz'],
  ['AJ Brown', 'AJ', 'Brown'],
  ['NG Anna LEE', 'NG Anna', 'LEE'],
  ['LE DU Anna', 'Anna', 'LE DU'],
  ['山田 太郎', '太郎', '山田'],
  ['', '', ''],
])('takes %j apart', (name, first, last) => {
  expect(splitName(name)).toEqual({ first, last });
});
