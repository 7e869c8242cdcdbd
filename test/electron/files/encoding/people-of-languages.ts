/** Names and towns of people who speak a language, as an HR list has them, and what its spreadsheets write them in. */
export interface Language {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly towns: readonly string[];
}

const WESTERN = ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh', 'cp850'];
const CENTRAL = ['windows-1250', 'iso-8859-2', 'cp852'];
const BALTIC = ['windows-1257', 'iso-8859-13'];

/** One line a language: first names, last names, towns, separated by bars. */
function speaking(language: string, encodings: readonly string[], people: string): Language {
  const [firstNames = [], lastNames = [], towns = []] = people.split(' | ').map((words) => words.split(' '));
  return { language, encodings, firstNames, lastNames, towns };
}

export const LANGUAGES: readonly Language[] = [
  speaking(
    'German',
    WESTERN,
    'Jürgen Anna Björn Käthe Lukas Günther Sören Zoë Maria Jörg Thomas Bärbel | Müller Schäfer Weiß Schmidt Köhler Jäger Groß Bauer Krüger Vogt Möller Fuchs | München Köln Berlin Düsseldorf Nürnberg Hamburg Gießen',
  ),
  speaking(
    'French',
    WESTERN,
    'François Élodie Jérôme Marie Chloé Anaïs Benoît Luc Hélène Noël Thérèse Paul | Lefèvre Durand Gauthier Benoît Dupré Châtelain Hervé Moreau Boyé Çelik Lemaître Petit | Orléans Paris Besançon Nîmes Lyon Angoulême Évry',
  ),
  speaking(
    'Spanish',
    WESTERN,
    'José María Ángel Lucía Iñaki Sofía Carlos Begoña Andrés Ana Raúl Mónica | Núñez García Muñoz López Ibáñez Peña Castro Martínez Gómez Ruiz Rodríguez Yáñez | Málaga Madrid Cádiz Logroño León Sevilla Córdoba',
  ),
  speaking(
    'Portuguese',
    WESTERN,
    'João Conceição Inês António Luís Ana Estêvão Mariana Íris Tomás Cláudia Pedro | Gonçalves Magalhães Simões Araújo Silva Falcão Leitão Brandão Assunção Reis Corrêa Nóbrega | Lisboa Évora Guimarães Porto Setúbal Brasília Maranhão',
  ),
  speaking(
    'Italian',
    WESTERN,
    'Niccolò Giulia Lucà Marco Andrè Chiara Nicolò Sara Mosè Elena Zoè Paolo | Pavanò Rossi Cantù Bianchi Palù Ferrari Nardò Conti Macrì Ricci Totò Greco | Forlì Roma Cefalù Milano Cantù Nardò Bari',
  ),
  speaking(
    'Swedish',
    WESTERN,
    'Åsa Göran Märta Erik Björn Sören Anna Håkan Pär Jörgen Åke Lars | Sjöström Åberg Lindström Bäckman Nilsson Öberg Nyström Ek Hägg Sköld Wång Berg | Göteborg Malmö Västerås Örebro Stockholm Umeå Jönköping',
  ),
  speaking(
    'Danish',
    WESTERN,
    'Søren Jørgen Åse Kåre Maja Bjørn Sørine Niels Pål Anne Øyvind Mette | Sørensen Nørgaard Kjær Ågård Jensen Bæk Møller Høgh Østergård Lund Skovgård Holm | København Århus Næstved Ålborg Odense Tønder Køge',
  ),
  speaking(
    'Finnish',
    WESTERN,
    'Päivi Jyrki Väinö Mäkelä Aino Yrjö Säde Hämäläinen Ilkka Törni Matti Äijö | Hämäläinen Mäkinen Järvinen Virtanen Nyström Lähde Mäntylä Koskinen Pöysti Salmi Äijälä Öhman | Jyväskylä Helsinki Hämeenlinna Lappeenranta Seinäjoki Espoo Mäntsälä',
  ),
  speaking(
    'Icelandic',
    ['windows-1252', 'iso-8859-1'],
    'Þór Guðrún Sigríður Ásgeir Jón Hörður Ólöf Bjarni Ægir Birta Þóra Stefán | Þorsteinsson Guðmundsson Jónsdóttir Sigurðardóttir Björnsson Ólafsson Einarsson Ragnarsdóttir | Reykjavík Akureyri Hafnarfjörður Kópavogur Ísafjörður Selfoss Höfn',
  ),
  speaking(
    'Polish',
    CENTRAL,
    'Michał Łukasz Małgorzata Anna Paweł Zofia Świętosława Jan Bożena Grażyna Rafał Józef | Wiśniewski Kowalczyk Dąbrowski Zieliński Wójcik Lewandowska Szymański Woźniak Kozłowski Mazur Król Piątek | Łódź Kraków Gdańsk Poznań Warszawa Wrocław Rzeszów',
  ),
  speaking(
    'Czech',
    CENTRAL,
    'Jiří Tomáš Zdeněk Růžena Markéta Ondřej Šárka Petr Lukáš Božena Anežka Václav | Dvořák Novotný Černý Procházka Kučera Růžička Němec Beneš Říha Šťastný Hájek Král | Plzeň Praha Brno Děčín Třebíč Olomouc Ústí',
  ),
  speaking(
    'Slovak',
    CENTRAL,
    'Ľubomír Štefan Ján Zuzana Katarína Ľudovít Peter Božena Tomáš Matúš Žofia Anna | Kováč Horváth Hudák Šimko Tóth Ďurica Polák Krajčír Balážová Varga Mináč Oravec | Košice Žilina Bratislava Prešov Nitra Trenčín Ružomberok',
  ),
  speaking(
    'Hungarian',
    CENTRAL,
    'László Győző Zsófia Jenő Éva Ágnes Örs Ödön Péter Katalin Ernő Imre | Szabó Kovács Tóth Erdős Vörös Szőke Török Nagy Bíró Fülöp Kőszegi Varga | Győr Székesfehérvár Budapest Pécs Kecskemét Debrecen Gödöllő',
  ),
  speaking(
    'Romanian',
    CENTRAL,
    'Ştefan Ioana Mădălina Cătălin Ana Răzvan Sorin Bogdan Lăcrămioara Vlad Iulia Călin | Ionescu Popescu Bălan Niţă Stănescu Dumitraşcu Rădulescu Crăciun Mureşan Ţurcanu Lupaşcu Olaru | Iaşi Bucureşti Braşov Timişoara Constanţa Galaţi Piteşti',
  ),
  speaking(
    'Croatian',
    CENTRAL,
    'Željko Ivan Đurđica Ana Krešimir Hrvoje Mladen Nikša Živko Dražen Luka Tena | Horvat Kovačević Babić Marić Jurić Novak Đurić Perković Šarić Žagar Grgić Barišić | Šibenik Zagreb Split Požega Poreč Čakovec Đakovo',
  ),
  speaking(
    'Russian',
    ['windows-1251', 'iso-8859-5', 'koi8-r', 'cp866', 'maccyrillic'],
    'Алексей Мария Дмитрий Ольга Юрий Наталья Сергей Елена Игорь Анна Фёдор Жанна | Иванов Петрова Кузнецов Смирнова Щербаков Попова Цветаев Орлова Хохлов Ежова Яшин Белый | Москва Казань Челябинск Тула Екатеринбург Пермь Уфа',
  ),
  speaking(
    'Ukrainian',
    ['windows-1251', 'koi8-u'],
    'Олексій Марія Дмитро Ольга Юрій Наталія Сергій Євген Ігор Ганна Їжакевич Жанна | Шевченко Коваленко Бойко Ткаченко Кравченко Іваненко Поліщук Ковальчук Лисенко Гринишин Яценко Білик | Київ Львів Харків Одеса Дніпро Чернівці Запоріжжя',
  ),
  speaking(
    'Bulgarian',
    ['windows-1251'],
    'Георги Мария Димитър Цветелина Юлия Кръстьо Стоян Елена Илия Анна Тодор Живка | Иванов Петрова Димитров Стоянова Ангелов Тодорова Щерев Кръстева Колев Янева Божков Цонева | София Пловдив Варна Бургас Русе Перник Ямбол',
  ),
  speaking(
    'Greek',
    ['windows-1253', 'iso-8859-7'],
    'Γιώργος Μαρία Δημήτρης Ελένη Κώστας Αικατερίνη Άννα Νίκος Έφη Χρήστος Ήρα Ιωάννης | Παπαδόπουλος Γεωργίου Νικολάου Οικονόμου Βασιλείου Καραγιάννης Μακρής Αντωνίου Θεοδώρου Ψαρράς | Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος Ιωάννινα',
  ),
  speaking(
    'Turkish',
    ['windows-1254', 'iso-8859-9'],
    'Ayşe Mehmet Çağla İbrahim Gülşen Oğuz Işıl Özgür Ümit Tuğba Şule Emre | Yılmaz Şahin Çelik Öztürk Kılıç Aydın Doğan Güneş Işık Koç Gökçe Aktaş | İstanbul Ankara İzmir Diyarbakır Eskişehir Muğla Çanakkale',
  ),
  speaking(
    'Lithuanian',
    BALTIC,
    'Jonas Živilė Rūta Jurgita Mindaugas Agnė Žygimantas Saulė Tomas Eglė Šarūnas Giedrė | Kazlauskas Jankauskienė Žukauskas Petrauskaitė Šimkus Butkevičius Balčiūnas Urbonas Vaičiūnaitė Navickas | Šiauliai Vilnius Panevėžys Klaipėda Mažeikiai Kėdainiai Kaunas',
  ),
  speaking(
    'Latvian',
    BALTIC,
    'Jānis Līga Ģirts Mārtiņš Ieva Ilze Kristīne Edgars Raimonds Žanete Zigurds Elīna | Bērziņš Kalniņa Ozols Ķēniņš Liepiņa Eglītis Zariņš Krūmiņa Jansons Šmits Vītols Pētersone | Rīga Jūrmala Rēzekne Liepāja Valmiera Jēkabpils Cēsis',
  ),
  speaking(
    'Estonian',
    BALTIC,
    'Jüri Õnne Märt Külli Tõnu Tõnis Ülle Peeter Anne Sööt Hillar Šura | Tamm Pärn Mägi Sepp Kõiv Rebane Võsu Ööpik Põder Kuusk Lääts Saar | Tartu Põlva Pärnu Jõgeva Võru Tallinn Kärdla',
  ),
  speaking(
    'Hebrew',
    ['windows-1255', 'iso-8859-8'],
    'דוד שרה משה רחל יעקב מרים יוסף לאה אברהם נועה איתן תמר | כהן לוי מזרחי פרץ ביטון דהן אברהם פרידמן מלכה אזולאי כץ יוסף | ירושלים חיפה אשדוד נתניה רחובות אילת עכו',
  ),
  speaking(
    'Arabic',
    ['windows-1256', 'iso-8859-6'],
    'محمد فاطمة أحمد عائشة علي مريم خالد نورة يوسف سارة إبراهيم هدى | العلي الحسن المصري الخطيب حداد النجار الأحمد السيد المالكي الزهراني عباس قاسم | القاهرة الرياض دمشق بغداد عمان بيروت جدة',
  ),
  speaking(
    'Thai',
    ['windows-874'],
    'สมชาย สมหญิง กิตติ มาลี ประเสริฐ วันเพ็ญ อนันต์ สุดา ณัฐพล พิมพ์ชนก | ใจดี ศรีสุข วงศ์สวัสดิ์ แสงทอง บุญมี ทองคำ สุขใจ รักไทย | กรุงเทพ เชียงใหม่ ขอนแก่น ภูเก็ต อุดรธานี ชลบุรี',
  ),
  speaking(
    'Japanese',
    ['shift_jis', 'euc-jp'],
    '太郎 花子 健一 美咲 翔太 さくら 大輔 裕子 拓也 陽菜 ケンジ 直樹 | 佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 | 東京都 大阪市 横浜市 札幌市 名古屋市 福岡県 京都',
  ),
  speaking(
    'Simplified Chinese',
    ['gbk', 'gb18030'],
    '伟 芳 娜 秀英 敏 静 丽 强 磊 洋 艳 勇 | 王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 | 北京 上海 广州 深圳 成都 杭州 武汉',
  ),
  speaking(
    'Traditional Chinese',
    ['big5'],
    '志明 淑芬 家豪 雅婷 俊傑 怡君 冠宇 美玲 建宏 佩珊 承翰 麗華 | 陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 | 臺北市 高雄市 臺中市 香港 新竹縣 臺南市 基隆市',
  ),
  speaking(
    'Korean',
    ['euc-kr'],
    '민준 서연 지훈 수빈 현우 지민 예진 동현 은지 성호 하윤 영희 | 김 이 박 최 정 강 조 윤 장 임 한 오 | 서울 부산 대구 인천 광주 대전 수원',
  ),
  speaking(
    'Western European, mixed',
    WESTERN,
    'Jürgen José François Søren Zoë João Åsa Noël Núria Élodie Niccolò Renée | Müller Muñoz Lefèvre Sørensen Simões García Håkansson Groß Brüggemann Peña Pérez Ødegård | Köln Málaga Nîmes Århus São Zürich Genève',
  ),
  speaking(
    'Central European, mixed',
    CENTRAL,
    'Łukasz Jiří László Željko Štefan Gyöngyi Michał Růžena Jürgen Małgorzata Tomáš Zoltán | Wiśniewski Dvořák Szabó Kovačević Müller Žižka Dąbrowska Kőszegi Růžička Šimko Köhler Čapek | Kraków Plzeň Győr Šibenik Košice Łódź Würzburg',
  ),
  speaking(
    'Dutch',
    WESTERN,
    'Daniël Zoë Renée Joëlle Noé Loïs André Jan Chloë Michaël Raphaël Anaïs | Brûlé Coenradië Oriën Müller Knoët Geïnt Smit Beïer Hoëcker Jansen Café Vries | Curaçao Heëze Utrecht Oriël Ijmuïden Coevörden Tiël',
  ),
  speaking(
    'Slovene',
    CENTRAL,
    'Žiga Špela Matjaž Aleš Nežka Jože Blaž Urška Anže Tomaž Črt Maša | Kovačič Zupančič Žnidaršič Pirnat Vidmar Golob Bizjak Rozman Hočevar Šuštar Kralj Čeh | Škofja Ljubljana Žalec Črnomelj Piran Kočevje Brežice',
  ),
  speaking(
    'Serbian',
    ['windows-1251', 'iso-8859-5'],
    'Ђорђе Љубица Његош Ћира Џоја Милан Јована Стефан Вук Јелена Урош Маја | Петровић Јовановић Ђорђевић Николић Живковић Љубојевић Станковић Ћирић Бајић Џамић | Београд Ниш Ваљево Чачак Крагујевац Ужице Шабац',
  ),
  speaking(
    'Japanese, rarer',
    ['shift_jis', 'euc-jp'],
    '蓮 凛 颯 碧 紬 湊 朔 芽依 琉生 澪 杏 樹 | 柳 滝沢 荒巻 蜂谷 榊 綾瀬 堀江 桑名 鴨川 槇原 樋口 錦織 | 釧路 鹿児島 岐阜 那覇 松江 鳥取 徳島',
  ),
  speaking(
    'Simplified Chinese, rarer',
    ['gbk', 'gb18030'],
    '梓涵 沐宸 奕辰 钰彤 睿渊 昊苍 芷若 瑾瑜 皓轩 茹霜 翊 霖 | 欧阳 慕容 诸葛 鲍 柴 瞿 阮 柯 喻 祁 樊 兰 | 石家庄 呼和浩特 乌鲁木齐 哈尔滨 珠海 烟台 绵阳',
  ),
  speaking(
    'Traditional Chinese, rarer',
    ['big5'],
    '彥廷 筱涵 柏睿 詩涵 昱翔 語彤 奕廷 沛恩 睿霖 芷瑄 瑞騰 穎 | 歐陽 諸葛 鄺 譚 薄 駱 霍 倪 閻 溫 聶 岳 | 嘉義 屏東 花蓮 宜蘭 彰化 雲林 澎湖',
  ),
  speaking(
    'Korean, rarer',
    ['euc-kr'],
    '슬기 다솜 찬우 규현 혜린 태윤 승아 효진 별 빛나 가람 두리 | 독고 제갈 선우 피 감 빈 옹 어 팽 좌 위 반 | 춘천 강릉 전주 포항 여수 속초 평택',
  ),
];

/** The same people as a list that shouts writes them. */
export function inCapitals(of: Language): Language {
  const shout = (words: readonly string[]): string[] => words.map((word) => word.toUpperCase());
  return {
    ...of,
    language: `${of.language} in capitals`,
    firstNames: shout(of.firstNames),
    lastNames: shout(of.lastNames),
    towns: shout(of.towns),
  };
}
