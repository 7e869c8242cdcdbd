import { readFileSync } from 'node:fs';
import { z } from 'zod';

const fields = z.record(z.string(), z.string());
const file = new URL('../fixtures/agent-connect/description.json', import.meta.url);

/** The facts of the vendor's API description that the tests hold the client and the simulator to. */
export const description = z
  .strictObject({
    /** Where the facts are from. */
    source: z.string(),
    headers: z.array(z.string()),
    optionalHeaders: z.array(z.string()),
    /** Fields that take these values only. */
    values: z.record(z.string(), z.array(z.string())),
    /** Fields that take YYYY-MM-DD. */
    dates: z.array(z.string()),
    queryValues: z.record(z.string(), z.array(z.string())),
    /** People on a page at most. */
    largestPage: z.number(),
    operations: z.record(
      z.string(),
      z.strictObject({
        answers: z.array(z.number()),
        query: z.array(z.string()).optional(),
        request: fields.optional(),
        response: fields.optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

/** The operation of a request, such as `GET /v2/employees/{id}`; undefined where the description has none. */
export function operationOf(method: string, path: string) {
  const [known] = Object.keys(description.operations).filter((name) => {
    const [verb, template = ''] = name.split(' ');
    const one = new RegExp(`^${template.replace('{id}', '(?!invite$)[^/]+')}$`);
    return verb === method && one.test(path);
  });
  return known === undefined ? undefined : description.operations[known];
}

/** The fields of an answer or a request that are not as described: unknown ones, and those of another type. */
export function undescribed(found: object, described: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(found).flatMap(([name, value]) =>
    described[name] === typeOf(value) ? [] : [`${name}: ${typeOf(value)}`],
  );
}

/** The fields of a request whose values are not among those that are described. */
export function unlisted(found: object): string[] {
  return Object.entries(found).flatMap(([name, value]: [string, unknown]) => {
    const [known, texts] = [description.values[name], [value].flat().map(String)];
    const fits = description.dates.includes(name)
      ? z.iso.date().safeParse(value).success
      : known === undefined || texts.every((text) => known.includes(text));
    return fits ? [] : [`${name}: ${texts.join()}`];
  });
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length === 0 ? 'string' : typeof value[0]}[]`;
  return Number.isInteger(value) ? 'integer' : typeof value;
}
