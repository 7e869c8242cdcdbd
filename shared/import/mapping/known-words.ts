import { type Channel, CHANNELS } from '../../person/catalogue.ts';
import { foldText } from '../../text/plain-text.ts';

/** What people call the channels, folded and without hyphens, in the languages of the usual exports. */
const CHANNEL_WORDS: Readonly<Record<Channel | 'all' | 'none', string>> = {
  phone:
    'phone phones telephone telephony tel call calls voice inbound outbound hotline callcenter telefon telefonie fon anruf anrufe telephonie appel appels voix telefono llamada llamadas voz chiamata chiamate voce telefone chamada chamadas telefoon bellen stem telefonia rozmowy samtal telefonen puhelin opkald puhelu telefonas telefons τηλεφωνο телефон звонки голос telefonnal 电话 電話 语音 語音 전화 음성 هاتف טלפון',
  chat: 'chat chats livechat webchat messaging messenger message messages im sms whatsapp nachrichten messagerie clavardage mensajeria mensajes messaggi messaggistica mensagens berichten czat meddelanden keskustelu чат сообщения 聊天 在线聊天 チャット 채팅 دردشة צאט',
  email:
    'email emails mail mails courriel courriels mel correo correos correoelectronico posta postaelettronica epost sahkoposti eposta ηλεκτρονικοταχυδρομειο почта имейл 邮件 電子郵件 电子邮件 メール 이메일 메일 بريد דואל',
  all: 'all alle alles tous toutes tout todos todas todo tutti tutte tutto allekanale alla wszystkie omnichannel multichannel blended omni',
  none: 'none keine keiner kein aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma geen brak ingen',
};

/** Words that say nothing by themselves, such as “live” of “live chat”. */
const FILLERS = new Set(
  'und and et y e i en og och oraz a o ou or oder with mit via channel kanal only nur'.split(' '),
);

const CHANNELS_OF = new Map<string, readonly Channel[]>([
  ...CHANNELS.flatMap((channel) => wordsOf(CHANNEL_WORDS[channel]).map((word) => [word, [channel]] as const)),
  ...wordsOf(CHANNEL_WORDS.all).map((word) => [word, CHANNELS] as const),
  ...wordsOf(CHANNEL_WORDS.none).map((word) => [word, []] as const),
]);

function wordsOf(words: string): string[] {
  return words.split(' ').map(foldText);
}

/** “Non-voice” says what is not done, and not what is. */
const NEGATION =
  /(?<!\p{L})(?:non|not|nicht|ohne|kein|keine|sans|sin|senza|sem|geen|zonder|bez|without|no)(?!\p{L})./u;

/** What parts the entries of a list. */
const BETWEEN = /[/,;|+&\n\r·•、，；]+/u;

/** Characters of a longer entry are prose. */
const MAX_ENTRY_LENGTH = 60;

/** The entries of a list such as `Telefon/Chat`, without spaces around them. */
export function listEntries(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((entry) => entry.trim().replace(/\s+/gu, ' '))
    .filter((entry) => entry !== '');
}

/** The channels that an entry of a list names by any of its words; null where none of them is known. */
export function channelsOf(entry: string): readonly Channel[] | null {
  if (entry.length > MAX_ENTRY_LENGTH) return null;
  const folded = foldText(entry);
  const whole = CHANNELS_OF.get(folded.replace(NO_LETTERS, ''));
  if (whole !== undefined) return whole;
  if (NEGATION.test(folded)) return null;
  // “E-Mail” is one word, “Telefon-Chat” are two.
  const words = [folded.replace(HYPHENS, ''), folded].flatMap((text) => text.split(NO_LETTERS));
  const named = words.flatMap((word) => {
    const known = FILLERS.has(word) ? undefined : CHANNELS_OF.get(word);
    return known === undefined ? [] : [known];
  });
  return named.length === 0 ? null : CHANNELS.filter((channel) => named.some((one) => one.includes(channel)));
}

const NO_LETTERS = /[^\p{L}\p{M}]+/gu;
const HYPHENS = /(?<=\p{L})[-\u2010-\u2015'’._](?=\p{L})/gu;

/** How somebody stands with the employer: at work, away for longer, or gone. */
export type Standing = 'working' | 'onLeave' | 'left';

/** Words and beginnings of words (`…*`) of status columns, folded; the longer ones of a text count first. */
const STANDING_WORDS: Readonly<Record<Standing, readonly string[]>> = {
  left: phrasesOf(
    'left|not active|nicht aktiv|leaver|terminat*|resign*|retired|retirement|dismissed|fired',
    'former*|ex employee|exited|quit|separated|offboard*|deceased|inactive|deactivated',
    'disabled|no longer employed|ausgeschieden*|ausgetreten|austritt*|gekundigt|kundigung',
    'ruhestand|rente|pension*|inaktiv|ehemalig*|verstorben|entlassen|sorti|sortie|parti',
    'partie|demission*|licencie*|retraite*|ancien employe|inactif|inactive|fin de contrat',
    'cesad*|cese|baja definitiva|despedid*|jubilad*|inactiv*|dimess*|cessat*|licenziat*',
    'pensionat*|inattiv*|desligad*|demitid*|aposentad*|inativ*|uit dienst|ontslagen',
    'gepensioneerd|inactief|zwolnion*|nieaktywn*|slutat|avslutad|fratradt|sluttet|уволен*',
    'неактив*|离职|已离职|離職|退職|퇴사|퇴직',
  ),
  onLeave: phrasesOf(
    'leave|on leave|loa|maternity*|paternity*|parental*|sabbatical|furlough*|long term sick',
    'sick|absent|suspended|elternzeit|elternteilzeit|mutterschutz|mutterschaft*|karenz*',
    'beurlaub*|freigestellt|freistellung|langzeitkrank*|krank|ruhend*|abwesend|sabbatjahr',
    'conge*|arret*|maternite|disponibilite|absent*|excedencia|permiso*|licencia*|baja',
    'baja medica|baja maternal|suspendid*|aspettativa|maternita|congedo*|malattia|licenca*',
    'afastad*|verlof|ouderschapsverlof|zwangerschapsverlof|ziek*|urlop*|macierzynsk*',
    'foraldraledig*|tjanstledig*|barsel*|orlov|permisjon|vapaalla|отпуск*|декрет*|休假|產假|产假|休職',
    '育休|휴직',
  ),
  working: phrasesOf(
    'active|employed|working|current|in service|permanent|probation*|aktiv|angestellt',
    'probezeit|beschaftigt|im dienst|actif|en poste|en activite|present*|activ*|en alta|alta',
    'attiv*|in servizio|ativ*|actief|in dienst|aktywn*|zatrudnion*|anstalld|ansat|ansatt',
    'актив*|работает|在职|在職|재직',
  ),
};

function phrasesOf(...lines: readonly string[]): string[] {
  return lines.flatMap((phrases) => phrases.split('|')).map(foldText);
}

const STANDINGS = ['left', 'onLeave', 'working'] as const satisfies Standing[];

/** By standing, an expression that finds the longest of its words at a place; a text may have words of several. */
const STANDING_IN = STANDINGS.map((standing) => ({
  standing,
  finds: new RegExp(
    `(?<!\\p{L})(?:${STANDING_WORDS[standing]
      .toSorted((a, b) => b.length - a.length)
      .map(patternOf)
      .join('|')})`,
    'u',
  ),
}));

function patternOf(word: string): string {
  const letters = word.replace('*', '').replaceAll(' ', '[ -]');
  return word.endsWith('*') ? letters : `${letters}(?!\\p{L})`;
}

/** Texts of more characters are remarks. */
const MAX_STATUS_LENGTH = 60;

/** What a status such as “Elternzeit”, “LOA” or “Active” says; null where it says none of these. */
export function standingOf(text: string): Standing | null {
  if (text.length > MAX_STATUS_LENGTH) return null;
  const folded = foldText(text.trim());
  const found = STANDING_IN.flatMap(({ standing, finds }) => {
    const [word] = finds.exec(folded) ?? [];
    return word === undefined ? [] : [{ standing, length: word.length }];
  });
  return found.sort((a, b) => b.length - a.length)[0]?.standing ?? null;
}

/** Whether a status says that somebody is gone, or away for longer. */
export function isAway(text: string): boolean {
  const standing = standingOf(text);
  return standing === 'left' || standing === 'onLeave';
}
