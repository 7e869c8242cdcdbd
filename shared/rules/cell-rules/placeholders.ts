import type { ColumnKey, FieldKind } from '../../person/catalogue.ts';
import type { CellContext, CellCheck } from '../finding.ts';
import { isRequired } from '../required-columns.ts';
import { cleaned } from './clean-text.ts';

/**
 * An error that a spreadsheet shows in place of a value, in any language: #REF!, #NAME?, #BEZUG!, #¿NOMBRE?, #ДЕЛ/0!. Those
 * without a mark at the end are listed, and ##### is a number in a column that is too narrow for it.
 */
const SPREADSHEET_ERROR =
  /^(?:#[¡¿]?\p{Lu}[\p{Lu}\d/_.]*[!?]|#(?:N\/A(?: N\/A)?|NV|N\/D|N\/B|N\/DISP|I\/T|Н\/Д|YOK|SAKNAS|PUUTTUU|HIÁNYZIK|¡?NULO|GETTING_DATA)!?|#{2,}|Err:\d{3})$/u;

/** Marks alone, which stand for nothing. */
const MARKS = /^(?:[-–—−_.?*/\\~…·•―]+)$/;

/** What programs and people write for nothing and nobody is called, in small letters. */
const WORDS = listOf(
  'n/a|<na>|(n/a)|[n/a]|(null)|[null]|<null>|\\n|(none)|<none>|(blank)|[blank]|<blank>|(empty)|[empty]|<empty>',
  'undefined|(unknown)|unknown|not available|not applicable|not provided|not specified|tbd|tba|tbc|xxx|xxxx',
  'keine angabe|keine angaben|unbekannt|(leer)|entfällt|s/o|sans objet|non renseigné|inconnu|(vide)|n/d|s/d|sin datos',
  'sin dato|no aplica|no disponible|desconocido|(en blanco)|(vacío)|sconosciuto|(vuoto)|non disponibile|não aplicável',
  'não disponível|desconhecido|(vazio)|(em branco)|nvt|onbekend|(leeg)|brak danych|nie dotyczy|(puste)|uppgift saknas',
  'ukendt|ukjent|okänd|tuntematon|bilinmiyor|ei tiedossa|н/д|нет данных|не указано|неизвестно|(пусто)|なし|該当なし|不明',
  'n/k|n/c|(n/k)|(n/c)|not known|not set|not assigned|unassigned|not entered|to be confirmed|to be advised',
  'ohne angabe|nicht bekannt|nicht zugeordnet|nicht zugewiesen|nicht angegeben|nicht vorhanden|noch offen|fehlt',
  'non communiqué|non défini|non affecté|non disponible|à définir|à compléter|no consta|sin asignar|sin definir',
  'sin especificar|sin información|no especificado|no informado|por definir|non assegnato|non specificato|non noto',
  'da definire|não informado|não especificado|não atribuído|sem informação|a definir|niet bekend|niet toegewezen',
  'niet van toepassing|geen gegevens|nie podano|nieznany|nieznana|nieznane|nie przypisano|ikke oplyst|ikke relevant',
  'ej angivet|ej tillämpligt|ikke oppgitt|ei tietoa|belirtilmemiş|не назначен|неизвестен|нет информации|未設定|未填',
  '未定|無|無し|暂无|暫無|없음|해당없음|해당 없음|غير متوفر|לא ידוע',
);
/** Forms that count in exactly this case: Null is a surname, Nat a first name, and N. A. are initials. */
const EXACT = listOf(
  'NULL|null|NaN|NaT|n.a.|n. a.|k. A.|k.A.|o. A.|o.A.|n.v.|n. v.|n.d.|n. d.|n.v.t.|b.d.|t.b.d.|s.d.|s. d.|n.c.',
);

/** What may be a name, a code or a group too, in small letters: it counts where no name stands, or by repetition. */
const DOUBTFUL = listOf(
  'null|nil|none|nan|na|no|blank|empty|leer|keine|keiner|kein|ohne|aucun|aucune|vide|ninguno|ninguna|nessuno|nenhum',
  'geen|ingen|brak|yok|нет',
);

function listOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((words) => words.split('|')));
}

/** Columns whose texts are no names: there a doubtful word is none either. */
const NAMELESS: readonly FieldKind[] = [
  'email',
  'date',
  'photoUrl',
  'employmentStatus',
  'licenseType',
  'groups',
];

/** Whether a text may be one of some words, judged by its length, first and last character alone: most are not. */
class WordFilter {
  readonly #slots = new Uint8Array(1 << 14);
  readonly #longest: number;

  constructor(words: Iterable<string>) {
    const forms = [...words].flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]);
    for (const form of forms) this.#slots[this.#slotOf(form)] = 1;
    this.#longest = Math.max(...forms.map(({ length }) => length));
  }

  mayHave(text: string): boolean {
    return text.length <= this.#longest && this.#slots[this.#slotOf(text)] === 1;
  }

  /** Small letters and capitals of ASCII, which may be mixed in one word, have one slot. */
  #slotOf(text: string): number {
    const first = text.charCodeAt(0) | 0x20;
    const last = text.charCodeAt(text.length - 1) | 0x20;
    return (first * 67 + last * 1021 + text.length) & 0x3fff;
  }
}

const SURE = new WordFilter([...WORDS, ...EXACT]);
const UNSURE = new WordFilter(DOUBTFUL);
const HASH = 0x23;

/** Whether a text surely stands for no value, whatever column it is in: NULL, N/A, #REF!, (blank), --. */
export function isPlaceholder(text: string): boolean {
  if (SURE.mayHave(text)) return EXACT.has(text) || WORDS.has(text.toLowerCase());
  const first = text.charCodeAt(0);
  if (first === HASH || text.startsWith('Err:')) return SPREADSHEET_ERROR.test(text);
  return !isLetterOrDigit(first) && MARKS.test(text);
}

/** Right for ASCII alone; what it says of others costs only time. */
function isLetterOrDigit(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** A text that may stand for no value or be a name, in small letters, or null: Null, None, nil, Nan. */
export function doubtfulWord(text: string): string | null {
  if (!UNSURE.mayHave(text)) return null;
  const small = text.toLowerCase();
  return DOUBTFUL.has(small) ? small : null;
}

/** `value.placeholder`: what a program or a person wrote for nothing, or a spreadsheet's error. */
export const checkPlaceholder: CellCheck = (typed, context, field, key) => {
  const value = cleaned(typed);
  if (!isPlaceholder(value) && !isDoubtful(value, context, field, key)) return null;
  if (isNameOfTheirs(value, context, field)) return null;
  const isNeeded = isRequired(key, context.settings);
  const isError = SPREADSHEET_ERROR.test(value);
  return {
    code: 'value.placeholder',
    facts: { value, isNeeded, isError },
    fixes: isNeeded ? [] : [{ safe: false, to: '' }],
  };
};

function isDoubtful(value: string, { habits }: CellContext, field: FieldKind, key: ColumnKey): boolean {
  const word = doubtfulWord(value);
  return word !== null && (NAMELESS.includes(field) || habits.isRepeated(key, word));
}

/** Whether the organization has a role or a group of this name. */
function isNameOfTheirs(value: string, { roles, groups }: CellContext, field: FieldKind): boolean {
  const names = field === 'role' ? roles : field === 'groups' ? groups : null;
  return names?.unknown(value) === null;
}
