import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { hasSignOfMojibake, repairMojibake } from '../../../../shared/rules/cell-rules/damaged-text.ts';
import {
  MISREAD_ENCODINGS,
  type MisreadEncoding,
} from '../../../../shared/rules/cell-rules/misread-encodings.ts';
import { sample } from '../../../tier.ts';
import { NAMES } from '../names-of-the-world.ts';

/** How names stand in lists: in capitals, in quotation marks of all kinds, before and after marks. */
const AS_WRITTEN: readonly ((name: string) => string)[] = [
  ...[(name: string) => name, (name: string) => name.toUpperCase(), (name: string) => name.toLowerCase()],
  (name) => name.normalize('NFD'),
  ...['“ ”', '« »', '„ “', '‘ ’', '» «', '„ ”'].map((marks) => (name: string) => marks.replace(' ', name)),
  (name) => `« ${name} »`.replaceAll(' ', '\u00a0'),
  ...['…', '™', '®', '’s', '\u00a0', ' – ', '»', '”', '\u00a0»', 'º', '²', ' 5€', '€'].map(
    (end) => (name: string) => name + end,
  ),
  ...['…', '–', '·', '§', 'l’', '1º '].map((start) => (name: string) => start + name),
  ...['–Smith', '’Angelo', '•ok', '… ok'].map((end) => (name: string) => name + end),
  ...['™', '”', '\u00a0OK', ' – SMITH'].map((end) => (name: string) => name.toUpperCase() + end),
];

/** What a text becomes whose UTF-8 is read in an encoding. */
function misread(text: string, encoding: MisreadEncoding): string {
  const characters = CHARACTERS.get(encoding.name) ?? [];
  return Array.from(Buffer.from(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (characters[byte] ?? ''),
  ).join('');
}

const CHARACTERS = new Map(MISREAD_ENCODINGS.map((encoding) => [encoding.name, charactersOf(encoding)]));

function charactersOf({ byteOf }: MisreadEncoding): string[] {
  const characters: string[] = [];
  // From below, so that the control characters of Latin-1 stand only where the encoding has nothing else.
  for (const [unit, byte] of byteOf.entries()) {
    const known = characters[byte]?.charCodeAt(0) ?? 0;
    if (byte !== 0 && known < 0xa0) characters[byte] = String.fromCharCode(unit);
  }
  return characters;
}

function encodingOf(name: string): MisreadEncoding {
  const found = MISREAD_ENCODINGS.find((encoding) => encoding.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe('text that was read in a wrong encoding', () => {
  it('gives no false alarm about a name, however it is written', () => {
    const alarms = sample(NAMES).flatMap((name) =>
      AS_WRITTEN.map((write) => write(name)).filter(
        (text) => repairMojibake(text) !== null || hasSignOfMojibake(text),
      ),
    );
    expect(NAMES.length).toBeGreaterThan(35_000);
    expect(alarms).toEqual([]);
  });

  it.each(MISREAD_ENCODINGS.map(({ name }) => name))(
    'is repaired from one cell where it was read as %s, and what is called sure is right',
    (name) => {
      const names = sample(NAMES.filter((text) => /[^\0-\x7f]/.test(text)));
      const repairs = names.map((text) => ({
        text,
        repair: repairMojibake(misread(text, encodingOf(name))),
      }));
      const found = repairs.filter(({ text, repair }) => repair?.readings.includes(text));
      const wrong = repairs.filter(
        ({ text, repair }) => repair?.sure === true && repair.readings[0] !== text,
      );
      expect(found.length / names.length).toBeGreaterThan(0.99);
      // Two words of Hebrew make sense in Greek, and names that hold a capital by mistake in two code pages.
      expect(wrong.length).toBeLessThanOrEqual(name === 'cp850' ? 4 : 0);
    },
  );

  it.each([
    ['José', 'windows-1252'],
    ['Łukasz Wiśniewski', 'windows-1252'],
    ['García', 'windows-1252'],
    ['Ángel', 'windows-1252'],
    ['Nguyễn Thị Hà', 'windows-1252'],
    ['김', 'windows-1252'],
    ['محمد', 'windows-1252'],
    ['Иван', 'windows-1251'],
    ['Jürgen', 'macintosh'],
    ['Παύλος', 'cp437'],
  ])('is repaired where %s went through it twice, or three times', (name, encoding) => {
    const once = misread(name, encodingOf(encoding));
    const twice = misread(once, encodingOf(encoding));
    expect(repairMojibake(twice)).toEqual({ readings: [name], sure: true });
    expect(repairMojibake(misread(twice, encodingOf(encoding)))).toEqual({ readings: [name], sure: true });
  });

  it.each([
    ['GarcÃ\u00ada', 'García'],
    ['Ã\u00a0 la carte', 'à la carte'],
    ['JordÃ\u00a0', 'Jordà'],
    ['HÃ\u00a0', 'Hà'],
    ['ì\u009d´', '이'],
    ['å\u00ad™', '孙'],
    ['JosÃ©\u00adLuis', 'José\u00adLuis'],
    ['JosÃ©\u00a0GarcÃ\u00ada', 'José\u00a0García'],
    ['Nguyá»…n', 'Nguyễn'],
    ['Tráº§n', 'Trần'],
    ['ê¹€', '김'],
    ['Há»“', 'Hồ'],
    ['Ngá»\u008dc', 'Ngọc'],
    ['æž—', '林'],
    ['Ð˜', 'И'],
    ['Jes√∫s', 'Jesús'],
    ['Garc√≠a', 'García'],
    ['JosĂ©', 'José'],
    ['MĂĽller', 'Müller'],
    ['JosГ©', 'José'],
    ['Р\u0098РІР°РЅ', 'Иван'],
    ['Ğ˜Ğ²Ğ°Ğ½', 'Иван'],
    ['Jos├⌐', 'José'],
    ['M├╝ller', 'Müller'],
    ['Jos├®', 'José'],
    ['‚Äú', '“'],
  ])('%j surely was %j', (text, meant) => {
    expect(repairMojibake(text)).toEqual({ readings: [meant], sure: true });
  });

  it.each([
    ['José and JosÃ©', ['José and José']],
    ['ZoÃ« Š', ['Zoë Š']],
    ['GarcÃa', ['García']],
    ['MartÃn', ['Martín']],
    ['JoÃo', ['João']],
    ['GuimarÃes', ['Guimarães']],
    ['Je┼¥ek', ['Ježek', 'Jeŝek']],
  ])('%j was probably %j', (text, readings) => {
    expect(repairMojibake(text)).toEqual({ readings, sure: false });
  });

  it.each(['JordÃ', 'x â€™ Š', 'ï¿½'])('%j is damaged beyond repair', (text) => {
    expect(repairMojibake(text)?.sure ?? false).toBe(false);
    expect(hasSignOfMojibake(text)).toBe(true);
  });

  it.each([
    ...['Ã', 'Â', 'Ä', 'São', 'Ângelo', 'IRMÃ', 'IRMÃ ANA', 'IRMû', 'SIMÃO', 'Å i Å', 'PÄŤ', 'ŠESŤ, PÄŤ'],
    ...['TĂŞNAD', 'Ăştia', 'NESTLÉ™', 'CAFÈ™', 'l’éclair', 'Réunion – l’été', 'Marché\u00a0»', 'ÇA…', 'Лі'],
    ...['Рі', 'Guðíð', 'Äöhk', '5×2', '20°', 'x² + y²', 'MALMÖ–LUND', 'DINÄ…', 'KILIÇ’s', '“ÅÄÖ”', 'Zoë®'],
  ])('%j is as it should be', (text) => {
    expect(repairMojibake(text)).toBeNull();
    expect(hasSignOfMojibake(text)).toBe(false);
  });

  it('knows the characters of its encodings as the system does', () => {
    for (const { name, byteOf } of MISREAD_ENCODINGS) {
      for (let byte = 0x80; byte < 0x100; byte += 1) {
        const [character] = iconv.decode(Buffer.from([byte]), name);
        if (character !== undefined && character !== '\ufffd' && !(name === 'macintosh' && byte === 0xf0))
          expect(byteOf[character.charCodeAt(0)], `${name} ${byte.toString(16)}`).toBe(byte);
      }
    }
  });
});
