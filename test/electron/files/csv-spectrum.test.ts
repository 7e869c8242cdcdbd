import readSamples from 'csv-spectrum';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/files/decode-text.ts';
import { resolveDialect } from '../../../shared/text/dialect.ts';
import { parseText } from '../../../shared/text/parse-text.ts';

type Samples = Parameters<Parameters<typeof readSamples>[0]>[1];

const samples = await new Promise<Samples>((resolve, reject) => {
  readSamples((error, all) => {
    if (error === null) resolve(all);
    else reject(error);
  });
});

/** Whose JSON has another telephone number than its CSV. */
const AT_ODDS = 'location_coordinates';
const sound = samples.filter(({ name }) => name !== AT_ODDS);

describe('the samples of csv-spectrum', () => {
  it.each(sound.map((sample) => [sample.name, sample] as const))('%s', async (_, { csv, json }) => {
    const read = await decodeText(csv, 'a.csv');
    if (!read.ok) throw new Error(read.failure.code);
    const { delimiter, quote } = resolveDialect(read.value.text);
    expect(delimiter).toBe(',');
    const [header = [], ...rows] = parseText(read.value.text, delimiter, quote);
    const byHeader = rows.map((row) =>
      Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])),
    );
    // A break inside a cell is one sign here, however the file writes it.
    expect(byHeader).toEqual(JSON.parse(json.toString('utf8').replaceAll('\\r\\n', '\\n')));
  });
});
