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
export function costOfLetters(counts: ReadonlyMap<string, number>): number {
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
