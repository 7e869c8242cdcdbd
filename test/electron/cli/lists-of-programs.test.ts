import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openRoster } from '../../../electron/cli/open-roster.ts';
import { AT } from '../../../shared/person/catalogue.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

describe('a list of LibreOffice with a title, a header of merged cells, a total and a footer', () => {
  for (const name of ['list-with-titles.xlsx', 'list-with-titles.csv'])
    it(`is read from ${name}, and what was left out is said`, async () => {
      const opened = await openRoster(fixture(name));
      if (!opened.ok) throw new Error(opened.failure.code);
      const { roster, notices, lines } = opened.value.read;
      const of = (...keys: (keyof typeof AT)[]) =>
        roster.rows.map(({ cells }) => keys.map((key) => cells[AT[key]]).join(' '));
      expect(of('firstName', 'lastName')).toEqual(['Jürgen Groß', 'Zoë Müller', 'José Peña']);
      expect(of('phoneChannel', 'chatChannel')).toEqual(['y n', 'y y', 'n y']);
      expect(lines).toEqual([5, 6, 7]);
      expect(notices).toEqual([
        { kind: 'titleRows', lines: [1], texts: ['Neue Mitarbeiter, Frühjahr 2026'] },
        { kind: 'headerInTwo', lines: [3, 4] },
        { kind: 'closingRows', lines: [9, 10], texts: ['Summe: 3', 'Erstellt am 2026-03-01, vertraulich'] },
        { kind: 'blankRows', lines: [2] },
      ]);
    });

  it('says in what the text was written', async () => {
    const opened = await openRoster(fixture('list-with-titles.csv'));
    expect(opened).toMatchObject({ value: { form: { encoding: 'windows-1252' }, delimiter: ';' } });
  });
});
