import { WRITE_FORMATS, WRITE_FORMAT_NAMES, type WriteFormat } from './formats.ts';

/** The ending of the file of an organization's profile. */
export const PROFILE_ENDING = '.rollcall-profile.json';

/** What a file is written as: a roster in one of its forms, or an organization's profile. */
export type FileForm = WriteFormat | 'profile';

/** What the ending of a file's name says, beside the form that is to be written. */
export type EndingCheck =
  /** The two agree, or the name has no ending that says anything. */
  | { readonly kind: 'fits' }
  /** Another form that Rollcall writes. */
  | { readonly kind: 'other'; readonly what: string; readonly format: WriteFormat }
  /** Something that Rollcall does not write there. */
  | { readonly kind: 'foreign'; readonly what: string };

interface KnownEnding {
  readonly what: string;
  /** What it asks for; none where Rollcall does not write that. */
  readonly forms: readonly FileForm[];
  /** Whether it fits text of every form. */
  readonly isAnyText?: boolean;
}

const tabText = { what: 'tab-separated text', forms: ['unicode-text'] } as const;
const foreign = (what: string): KnownEnding => ({ what, forms: [] });

/** The endings that say what a file is: those of what is written here, and those of documents that text would destroy. */
const KNOWN: ReadonlyMap<string, KnownEnding> = new Map<string, KnownEnding>([
  ['txt', { what: 'text', forms: ['unicode-text'], isAnyText: true }],
  ['tsv', tabText],
  ['tab', tabText],
  ['csv', { what: 'comma-separated text', forms: ['utf16-csv', 'utf8-csv'] }],
  ['xlsx', { what: 'an Excel workbook', forms: ['xlsx'] }],
  ['json', { what: 'a JSON file', forms: ['profile'] }],
  ['xls', foreign('a workbook of Excel’s old kind')],
  ['xlsb', foreign('a binary Excel workbook')],
  ['xlsm', foreign('an Excel workbook with macros')],
  ['xlt', foreign('an Excel template')],
  ['xltx', foreign('an Excel template')],
  ['xltm', foreign('an Excel template')],
  ['ods', foreign('an OpenDocument spreadsheet')],
  ['numbers', foreign('a Numbers spreadsheet')],
  ['doc', foreign('a Word document')],
  ['docx', foreign('a Word document')],
  ['pdf', foreign('a PDF document')],
  ['html', foreign('a web page')],
  ['htm', foreign('a web page')],
  ['xml', foreign('an XML document')],
  ['zip', foreign('a ZIP archive')],
]);

/**
 * Whether a file's name may be given to what is to be written. A roster in the form of a template has the template's
 * delimiter, so that every ending of text fits it.
 */
export function checkEnding(name: string, form: FileForm, hasTemplate: boolean): EndingCheck {
  const known = KNOWN.get(endingOf(name));
  if (known === undefined || known.forms.includes(form)) return { kind: 'fits' };
  const { what } = known;
  if (form === 'profile') return { kind: 'foreign', what };
  const formats = WRITE_FORMAT_NAMES.filter((format) => known.forms.includes(format));
  const isAnyText = known.isAnyText === true || (hasTemplate && formats.some(isText));
  if (isAnyText && isText(form)) return { kind: 'fits' };
  const format = nearest(formats, form);
  return format === undefined ? { kind: 'foreign', what } : { kind: 'other', what, format };
}

/** The form that a name's ending asks for, where Rollcall writes it; otherwise the one that is wanted. */
export function formatFor(name: string, wanted: WriteFormat, hasTemplate: boolean): WriteFormat {
  const ending = checkEnding(name, wanted, hasTemplate);
  return ending.kind === 'other' ? ending.format : wanted;
}

/** The name with the ending of a form in place of one that says something else. */
export function nameWithEnding(name: string, form: FileForm): string {
  const whole = withoutTail(name);
  const stem = KNOWN.has(endingOf(name)) ? whole.slice(0, whole.lastIndexOf('.')) : whole;
  return stem + (form === 'profile' ? PROFILE_ENDING : `.${WRITE_FORMATS[form].extension}`);
}

/** What is written in a form, in words. */
export function describeFileForm(form: FileForm): string {
  return form === 'profile' ? 'a profile' : WRITE_FORMATS[form].label;
}

function endingOf(name: string): string {
  // Stryker disable next-line StringLiteral: no ending that is known is either of them
  return /\.([^.]+)$/.exec(withoutTail(name))?.[1]?.toLowerCase() ?? '';
}

/** A name without the dots and spaces at its end, which Windows takes away: `people.xlsx.` is the workbook. */
function withoutTail(name: string): string {
  return name.replace(/[. ]+$/, '');
}

/** Of several forms with one ending, one that Agent Connect takes where it takes what is wanted. */
function nearest(formats: readonly WriteFormat[], wanted: WriteFormat): WriteFormat | undefined {
  const { accepted } = WRITE_FORMATS[wanted];
  return formats.find((format) => WRITE_FORMATS[format].accepted === accepted) ?? formats[0];
}

function isText(form: WriteFormat): boolean {
  return WRITE_FORMATS[form].kind === 'text';
}
