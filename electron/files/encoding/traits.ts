import type { LegacyEncoding } from './codecs.ts';

/** What is known of an encoding before any file is seen. */
interface Traits {
  /** Its name in the detector's registry. */
  readonly model: string;
  /** How little its spreadsheets are met: 0 for the commonest. Weighs where the letters themselves do not tell. */
  readonly rarity: number;
}

const common = (model: string): Traits => ({ model, rarity: 0.01 });
const regional = (model: string): Traits => ({ model, rarity: 0.03 });
const old = (model: string): Traits => ({ model, rarity: 0.04 });
const rare = (model: string): Traits => ({ model, rarity: 0.05 });
const exotic = (model: string): Traits => ({ model, rarity: EXOTIC });

/** Rarity of encodings that hardly any spreadsheet was ever saved in: however long a list is, they need better letters. */
export const EXOTIC = 0.08;

/** One entry an encoding. */
export const TRAITS: Readonly<Record<LegacyEncoding, Traits>> = {
  'windows-1252': { model: 'cp1252', rarity: 0 },
  'windows-1250': regional('cp1250'),
  'windows-1251': common('cp1251'),
  'windows-1253': common('cp1253'),
  'windows-1254': common('cp1254'),
  'windows-1255': common('cp1255'),
  'windows-1256': common('cp1256'),
  'windows-1257': regional('cp1257'),
  'windows-1258': rare('cp1258'),
  'windows-874': common('cp874'),
  shift_jis: common('cp932'),
  gb18030: common('gb18030'),
  big5: common('big5hkscs'),
  'euc-kr': common('cp949'),
  'euc-jp': rare('euc_jis_2004'),
  'iso-8859-1': old('iso8859-1'),
  'iso-8859-15': old('iso8859-15'),
  'iso-8859-2': old('iso8859-2'),
  'iso-8859-16': exotic('iso8859-16'),
  'iso-8859-5': old('iso8859-5'),
  'iso-8859-7': old('iso8859-7'),
  'iso-8859-9': old('iso8859-9'),
  'iso-8859-8': old('iso8859-8'),
  'iso-8859-6': old('iso8859-6'),
  'iso-8859-13': rare('iso8859-13'),
  'iso-8859-4': exotic('iso8859-4'),
  'iso-8859-3': exotic('iso8859-3'),
  'koi8-r': rare('koi8-r'),
  'koi8-u': rare('koi8-u'),
  macintosh: old('mac-roman'),
  'mac-centraleurope': rare('mac-latin2'),
  'mac-cyrillic': rare('mac-cyrillic'),
  'mac-greek': exotic('mac-greek'),
  'mac-turkish': exotic('mac-turkish'),
  cp850: rare('cp850'),
  cp437: exotic('cp437'),
  cp852: rare('cp852'),
  cp866: rare('cp866'),
  cp737: exotic('cp737'),
  cp857: exotic('cp857'),
  cp775: exotic('cp775'),
};
