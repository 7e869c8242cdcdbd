import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { ZipParts } from '../../electron/files/workbook/zip-parts.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

const list = fixture('personnel-list.csv');
const german = list.toString('utf8');

/** Texts of real programs, and one of them as other programs would save it. */
export const REAL_TEXTS: readonly Buffer[] = [
  ...[
    'people.txt',
    'people.source.csv',
    'list-with-titles.csv',
    'newcomers.csv',
    'export-read-by-libreoffice.csv',
    'cases/whole-line-quoted.csv',
    'cases/one-nul.csv',
    'cases/ctrl-z-at-end.csv',
    'cases/caret-delimited.csv',
  ].map((name) => fixture(name).subarray(0, 6000)),
  list,
  ...['windows-1252', 'macintosh', 'utf-16be', 'utf-16le'].map((encoding) => iconv.encode(german, encoding)),
  iconv.encode(german.replaceAll('\n', '\r'), 'utf-8', { addBOM: true }),
  Buffer.from(`sep=;\r\n${german.replaceAll(',', ';')}`),
];

/** Workbooks of real programs. */
export const REAL_WORKBOOKS: readonly Buffer[] = [
  'workbook.xlsx',
  'list-with-titles.xlsx',
  'hidden-rows.xlsx',
  'cases/format-general.xlsx',
  'cases/format-text-section.xlsx',
  'cases/error-cells.xlsx',
  'cases/space-in-last-column.xlsx',
].map(fixture);

/** The parts of those workbooks that say something about cells, by workbook and name. */
export const WORKBOOK_PARTS: readonly Readonly<Record<string, Buffer>>[] = REAL_WORKBOOKS.map((bytes) => {
  const zip = new ZipParts(bytes);
  const names = [
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ];
  return Object.fromEntries(names.filter((name) => zip.has(name)).map((name) => [name, zip.read(name)]));
});
