import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { HeaderChoice } from '../../shared/roster/find-header.ts';
import { howToRead } from '../../shared/roster/how-to-read.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../../shared/text/encodings.ts';
import { type Delimiter, isDelimiter, QUOTES } from '../../shared/text/formats.ts';

/** The options that say how a file is read, where it would be understood otherwise. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'the sheet of a workbook (default: the one that looks most like a roster)')
    .option(
      '--encoding <name>',
      'what a text file is written in, if it is misread (default: detected)',
      encoding,
    )
    .option(
      '--delimiter <name>',
      'what separates the cells of a text file: tab, comma, semicolon, pipe, caret, tilde, colon, space, any single character, or its code such as 0x01 (default: detected)',
      delimiter,
    )
    .addOption(
      new Option(
        '--quote <marks>',
        'the quotation marks that enclose cells of a text file (default: detected)',
      ).choices(QUOTES),
    )
    .option(
      '--header-row <line>',
      'the line that names the columns, or none where every line is a person (default: detected)',
      headerRow,
    );
}

const { header, ...others } = howToRead.shape;

/** What commander hands over for the options of `addReadingOptions`. */
export const readingOptions = z.object({ ...others, headerRow: header });
export type ReadingOptions = Readonly<z.infer<typeof readingOptions>>;

function encoding(text: string): TextEncoding {
  const wanted = text.toLowerCase();
  const found = TEXT_ENCODINGS.find((name) => name === wanted);
  if (found === undefined) throw new InvalidArgumentError(`It must be one of ${TEXT_ENCODINGS.join(', ')}.`);
  return found;
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  caret: '^',
  tilde: '~',
  colon: ':',
  space: ' ',
};

/** The code of a character as people write it: 0x01, \x01, \u0001, U+0001. */
const CODE = /^(?:0x|\\x|\\u|u\+)([0-9a-f]{1,6})$/i;

function delimiter(text: string): Delimiter {
  const code = Number.parseInt(CODE.exec(text)?.[1] ?? '', 16);
  const named = code <= 0x10ffff ? String.fromCodePoint(code) : DELIMITER_NAMES[text.toLowerCase()];
  const found = named ?? text.replace(/^\\t$/, '\t');
  if (!isDelimiter(found))
    throw new InvalidArgumentError(
      'It must be a single character or its code (0x01), or tab, comma, semicolon, pipe, caret, tilde, colon or space.',
    );
  return found;
}

function headerRow(text: string): HeaderChoice {
  if (text.toLowerCase() === 'none') return 'none';
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It must be the number of a line, from 1, or none.');
  return Number(text);
}
