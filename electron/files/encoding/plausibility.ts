/** What a character is to the words of a list. */
type Kind = 'lower' | 'upper' | 'letter' | 'mark' | 'joiner' | 'quote' | 'symbol' | 'control' | 'other';

/**
 * How far a text looks like words that people write, from 0 to 1: by the letters of its languages, and by what wrong
 * decoding leaves: capitals after small letters, two scripts in a word, signs inside words, control characters.
 */
export function plausibility(text: string): number {
  const letters = new Map<string, number>();
  const looks = Array.from(text, lookAt);
  let cost = 0;
  let signs = 0;
  for (const [place, look] of looks.entries()) {
    const before = looks[place - 1] ?? CELL_START;
    if (!look.foreign && !before.foreign) continue;
    cost += costOfMeeting(before, look);
    if (!look.foreign) continue;
    signs += 1;
    if (!isLetter(look)) cost += costOfSign(look, before, looks[place + 1] ?? CELL_START);
    else for (const letter of look.letters) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
  return signs === 0 ? 1 : Math.max(0, 1 - (cost + costOfLetters(letters)) / signs);
}

/** Two characters side by side: a capital after a small letter, a small one where a cell begins, two scripts in a word. */
function costOfMeeting(before: Look, look: Look): number {
  let cost = 0;
  if (look.kind === 'upper' && before.kind === 'lower') cost += 1;
  if (look.kind === 'lower' && before === CELL_START) cost += 1;
  if (look.script !== '' && before.script !== '' && look.script !== before.script) cost += 1;
  return cost;
}

function isLetter({ kind }: Look): boolean {
  return kind === 'lower' || kind === 'upper' || kind === 'letter' || kind === 'mark';
}

function costOfSign({ kind }: Look, before: Look, after: Look): number {
  const afterLetter = isLetter(before);
  const beforeLetter = isLetter(after);
  if (kind === 'control') return 3;
  if (kind === 'joiner') return afterLetter ? 0 : 0.5;
  if (kind === 'quote') return afterLetter && beforeLetter ? 1 : 0.2;
  return afterLetter || beforeLetter ? 1 : 0.5;
}

/** What is known of a character without its neighbours. */
interface Look {
  readonly kind: Kind;
  /** Of a letter, as far as words keep to one; Han, kana and Hangul stand together. Empty for all else. */
  readonly script: string;
  /** In lower case, those beyond ASCII: the dot of İ, and nothing of its i. */
  readonly letters: string;
  /** Beyond ASCII. */
  readonly foreign: boolean;
}

const CELL_START: Look = { kind: 'other', script: '', letters: '', foreign: false };
const lookOf = new Map<string, Look>([['\n', CELL_START]]);

function lookAt(character: string): Look {
  const known = lookOf.get(character);
  if (known !== undefined) return known;
  const kind = kindOf(character);
  const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? '';
  const letters = character.toLowerCase().replace(/[\0-\u007f]/g, '');
  const look = { kind, script, letters, foreign: character > '\u007f' };
  lookOf.set(character, look);
  return look;
}

function kindOf(character: string): Kind {
  if (/[\u0080-\u009f\ufffd]|\p{Co}|\p{Cn}/u.test(character)) return 'control';
  if (/[ªº\uff61-\uff9f]|(?![ー々])\p{Lm}/u.test(character)) return 'symbol';
  if (/\p{Lu}/u.test(character)) return 'upper';
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{L}/u.test(character)) return 'letter';
  if (/\p{M}/u.test(character)) return 'mark';
  if (/[’ʼ‐·・]/.test(character)) return 'joiner';
  if (/[“”„‘‚«»–—…€£\u00a0\u3000-\u3003\uff00-\uff5e]/.test(character)) return 'quote';
  return character > '\u007f' ? 'symbol' : 'other';
}

const SCRIPTS = [
  ['latin', /(?!\p{Lm})\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['cjk', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
] as const;

/**
 * The letters beyond A to Z that a language is written with, in lower case; of Chinese, Japanese and Korean those of
 * common names and towns. They are what names in a list are held against to tell how its bytes are read.
 */
const ALPHABETS = [
  'äöüßé', // German
  'àâæçéèêëîïôœùûüÿ', // French
  'áéíñóúü', // Spanish
  'àáâãçéêíóôõúü', // Portuguese
  'àèéìíîòóù', // Italian
  'åäöéü', // Swedish, Finnish
  'æøåéö', // Danish, Norwegian
  'áéíóúýþæöð', // Icelandic
  'ëïéèöüáó', // Dutch
  'àçèéíïòóúü', // Catalan
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Croatian, Slovene
  'ëç', // Albanian
  'âêîôûŵŷáéíóúïö', // Welsh
  'ċġħżàèéìòù', // Maltese
  'çğıöşüâîû\u0307', // Turkish; İ in lower case is two characters
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'äõöüšž', // Estonian
  'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ\u0300\u0301\u0303\u0309\u0323', // Vietnamese
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', // Russian
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', // Ukrainian
  'абвгдеёжзіййклмнопрстуўфхцчшыьэюя', // Belarusian
  'абвгдежзийклмнопрстуфхцчшщъьюя', // Bulgarian
  'абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ', // Serbian, Macedonian
  'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', // Greek
  'אבגדהוזחטיכךלמםנןסעפףצץקרשת', // Hebrew
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ', // Arabic, Persian
  'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮะัาำิีึืุูเแโใไ็่้๊๋์', // Thai
  'あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちっつづてでとどなにぬねのはばひびふぶへべほぼまみむめもゃやゅゆょよらりるれろわをん' +
    'アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチッツヅテデトドナニヌネノハバヒビフブヘベホボマミムメモャヤュユョヨラリルレロワヲンー々' +
    '田山川村本中小高木藤佐鈴橋渡辺邊伊加吉井松林清水崎野原石上大斎森池阿部前後長谷近岡坂遠青福西太三島久保平今市内宮東北京都府県区町横浜神戸札幌名古屋広仙台千葉埼玉静' +
    '一二郎子美健真由香恵智明和人男雄夫介輔翔陽菜結衣優愛裕直樹拓也哉誠正隆博幸浩之秀亮悠斗花咲奈央沙氏社員部課長', // Japanese
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
    '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂红玉华建国志海云飞小晓宇浩子婷雪梅欣佳怡琳北京上海广州深圳天津重庆成都杭武汉南西安东省市区县员工姓名职位部门经理电话', // Simplified Chinese
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁馬蔣唐卓藍馮姚石' +
    '志明淑芬家豪雅婷俊傑怡君冠宇美玲建宏佩珊承翰麗華文雄英惠秀珍玉如宗中欣偉哲臺台北市新竹縣南東港香九龍灣區員工姓名職位部門經理電話', // Traditional Chinese
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가' +
    '준훈수빈동호영희미숙자순철상재혁태울산대광세종직원이름팀', // Korean
].map((letters) => new Set(letters));

/** Costs of a letter of another language than most, of a less common Chinese or Korean one, and of no known language. */
const OTHER_LANGUAGE = 0.4;
const LESS_COMMON = 0.15;
const NO_LANGUAGE = 1;

/** How badly letters fit the languages of the world: those of the language that explains most of them cost nothing. */
function costOfLetters(counts: ReadonlyMap<string, number>): number {
  const costs = Array.from(counts, ([letter, count]) => [letter, count * costOf(letter)] as const);
  const saved = ALPHABETS.map((alphabet) => sumOf(costs.filter(([letter]) => alphabet.has(letter))));
  return sumOf(costs) - Math.max(...saved);
}

function sumOf(costs: readonly (readonly [string, number])[]): number {
  return costs.reduce((sum, [, cost]) => sum + cost, 0);
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hangul}]/u;
const costOfLetter = new Map<string, number>();

function costOf(letter: string): number {
  const known = costOfLetter.get(letter);
  if (known !== undefined) return known;
  const inOther = ALPHABETS.some((alphabet) => alphabet.has(letter)) ? OTHER_LANGUAGE : NO_LANGUAGE;
  const cost = IDEOGRAPH.test(letter) ? LESS_COMMON : inOther;
  costOfLetter.set(letter, cost);
  return cost;
}
