import { describe, expect, it } from 'vitest';
import {
  delimiterOf,
  describeForm,
  isOlder,
  templateColumns,
  templateKeys,
  unknownHeaders,
} from '../../../shared/export/template.ts';

const HEADERS = ['First Name', 'Shoe', 'Email Address'];

describe('a template', () => {
  it('has the columns that its headers name, wherever they stand', () => {
    expect(templateColumns({ headers: HEADERS }).map(({ header }) => header)).toEqual(HEADERS);
    expect(templateKeys({ headers: HEADERS })).toEqual(['firstName', 'email']);
    expect(unknownHeaders({ headers: HEADERS })).toEqual(['Shoe']);
    expect(unknownHeaders({ headers: ['Email', 'E-mail', 'Role'] })).toEqual(['Email', 'E-mail']);
    expect(unknownHeaders({ headers: ['First Name', 'Role'] })).toEqual([]);
  });

  it('is of the older kind where it has neither Role nor Can Manage Teams', () => {
    expect(isOlder({ headers: ['First Name', 'Email Address'] })).toBe(true);
    expect(isOlder({ headers: ['First Name', 'Role'] })).toBe(false);
    expect(isOlder({ headers: ['First Name', 'Can Manage Teams'] })).toBe(false);
  });

  it('is described by its columns and what separates them', () => {
    expect(describeForm({ headers: HEADERS, delimiter: '\t' })).toBe('3 columns, separated by tabs');
    expect(describeForm({ headers: ['Role'], delimiter: ';' })).toMatch(/^1 column, separated by /);
  });

  it('wins over the form with its delimiter, but not in a workbook', () => {
    expect(delimiterOf('unicode-text', null)).toBe('\t');
    expect(delimiterOf('utf8-csv', null)).toBe(',');
    expect(delimiterOf('utf8-csv', { delimiter: ';' })).toBe(';');
    expect(delimiterOf('xlsx', { delimiter: ';' })).toBe('\t');
    expect(delimiterOf('xlsx', null)).toBe('\t');
  });
});
