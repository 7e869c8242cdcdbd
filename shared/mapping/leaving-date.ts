import { foldText } from '../text/plain-text.ts';
import { cellAt, type Roster } from '../roster/roster.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import type { Settings } from '../rules/settings.ts';
import { lookAtContent } from './column-content.ts';
import type { Source } from './list-sources.ts';

/** What the last day of somebody is called, folded, in the languages of the usual exports. */
const LEAVING = new RegExp(
  `(?<!\\p{L})(?:${[
    'leav(?:e|er|ers|ing)\\s+(?:date|day|on)|date\\s+(?:left|of\\s+leaving)|left\\s+on|terminat(?:ion|ed)(?!\\p{L})',
    'separation|exit\\s+(?:date|day)|date\\s+of\\s+exit|resign(?:ation|ed)|departure|offboard\\p{L}*',
    'last\\s+(?:working\\s+|work\\s+)?day|employment\\s+end|end\\s+of\\s+employment|end\\s+date',
    'austritt\\p{L}*|ausscheid\\p{L}*|ausgeschieden|kundigung\\p{L}*|letzter\\s+(?:arbeits)?tag|beschaftigt\\s+bis',
    'date\\s+de\\s+(?:sortie|depart|fin)|sortie|fin\\s+de\\s+contrat|fecha\\s+(?:de\\s+)?(?:baja|salida|cese|fin|egreso)',
    'baja|cese|data\\s+(?:di\\s+)?(?:uscita|cessazione|dimissioni|fine)|cessazione|uit\\s?dienst\\p{L}*|datum\\s+uit',
    'data\\s+(?:de\\s+)?(?:saida|desligamento|demissao|rescisao)|desligamento|einddatum|slutdat\\p{L}*',
    'data\\s+(?:zwolnienia|odejscia|rozwiazania)|avslutsdatum|fratraedelsesdato|дата\\s+увольнения|離職日|退職日',
    '离职日期|퇴사일',
  ].join('|')})`,
  'u',
);

/** Whether a header says that a column has the last days of those who leave. */
export function isLeavingHeader(header: string): boolean {
  return LEAVING.test(foldText(header).replace(/[^\p{L}\p{M}]+/gu, ' '));
}

/** Whether a date has come by a day (YYYY-MM-DD), in whichever order its day and month stand. */
export function hasCome(text: string, day: string): boolean {
  const { readings } = readDate(text.trim());
  return readings.length > 0 && readings.every(({ date }) => date <= day);
}

/** The share of texts that must be dates. */
const MIN_DATES = 0.8;

/** The first source with the last days of those who leave, by its index; null where there is none. */
export function findLeavingDate(
  roster: Roster,
  sources: readonly Source[],
  settings: Settings,
): number | null {
  const found = sources.findIndex(
    ({ key, header, position }) =>
      key === null &&
      isLeavingHeader(header) &&
      lookAtContent(roster, position, settings).looks.date >= MIN_DATES,
  );
  return found === -1 ? null : found;
}

/** Whether a column with last days says of anybody that they are gone by a day (YYYY-MM-DD). */
export function isAnybodyGone(
  { rows }: Pick<Roster, 'rows'>,
  { header, position }: Pick<Source, 'header' | 'position'>,
  day: string,
): boolean {
  return isLeavingHeader(header) && rows.some((row) => hasCome(cellAt(row, position), day));
}
