import iconv from 'iconv-lite';
import { decodeText } from '../../../../electron/files/decode-text.ts';
import type { SourceForm } from '../../../../shared/text/source-form.ts';
import { makeLanguageText } from './make-language-text.ts';
import { inCapitals, type Language, LANGUAGES } from './people-of-languages.ts';

/** One list in one encoding, and what became of it. */
export interface Trial {
  readonly encoding: string;
  readonly language: string;
  readonly rows: number;
  readonly named: boolean;
  /** Whether every character was read as it was written; several encodings may read a list so. */
  readonly right: boolean;
  readonly confidence: Extract<SourceForm, { kind: 'text' }>['confidence'];
  readonly readAs: string;
}

/** Rows of the lists, and how many different lists of each length. */
const SIZES = [
  [3, 4],
  [30, 2],
  [3000, 1],
] as const;

const UNICODE = ['utf-8', 'utf-16le', 'utf-16be'];

/** Names that iconv-lite gives to what Rollcall calls otherwise. */
const SAME: Readonly<Record<string, string>> = { gbk: 'gb18030', maccyrillic: 'mac-cyrillic' };

/** Tries every language in every encoding that its spreadsheets are written in, without a byte order mark. */
export async function tryEncodings(): Promise<Trial[]> {
  const shouting = LANGUAGES.filter((of) => inCapitals(of).firstNames.join() !== of.firstNames.join());
  const trials: Trial[] = [];
  for (const language of [...LANGUAGES, ...shouting.map(inCapitals)])
    for (const encoding of [...language.encodings, ...UNICODE])
      for (const [rows, lists] of SIZES)
        for (let list = 1; list <= lists; list += 1) {
          const trial = await tryOne(language, encoding, rows, list * 7919 + rows);
          if (trial !== null) trials.push(trial);
        }
  return trials;
}

/** Null where the encoding cannot hold the list, or where the list happens to be plain ASCII. */
async function tryOne(
  language: Language,
  encoding: string,
  rows: number,
  seed: number,
): Promise<Trial | null> {
  const text = makeLanguageText(language, rows, seed);
  const bytes = iconv.encode(text, encoding, { addBOM: false });
  if (iconv.decode(bytes, encoding) !== text || !/[^\0-\u007f]/.test(text)) return null;
  const read = await decodeText(bytes, 'list.csv');
  if (!read.ok) throw new Error(`${encoding}: ${read.failure.code}`);
  const { form } = read.value;
  const named = form.encoding === (SAME[encoding] ?? encoding);
  const right = read.value.text === text;
  return {
    encoding,
    language: language.language,
    rows,
    named,
    right,
    confidence: form.confidence,
    readAs: form.encoding,
  };
}

/** The share of trials for which something holds, from 0 to 1. */
export function shareOf(trials: readonly Trial[], holds: (trial: Trial) => boolean): number {
  return trials.length === 0 ? 1 : trials.filter(holds).length / trials.length;
}

/** The table of shares by encoding: named as it was written, and read right, for each length of list. */
export function tableOf(trials: readonly Trial[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`.padStart(6);
  const sizes = SIZES.map(([rows]) => rows);
  const lines = [...new Set(trials.map(({ encoding }) => encoding))].map((encoding) => {
    const of = trials.filter((trial) => trial.encoding === encoding);
    const right = sizes.map((rows) =>
      percent(
        shareOf(
          of.filter((trial) => trial.rows === rows),
          ({ right }) => right,
        ),
      ),
    );
    const named = percent(shareOf(of, ({ named }) => named));
    const likely = percent(shareOf(of, ({ confidence }) => confidence !== 'guess'));
    return `${encoding.padEnd(14)} ${String(of.length).padStart(5)} ${named} ${right.join(' ')} ${likely}`;
  });
  const head = `encoding       lists  named  right: 3     30   3000 not a guess`;
  return [head, ...lines, ''].join('\n');
}
