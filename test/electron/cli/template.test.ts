import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rollcall, temporaryFolder } from './rollcall-here.ts';

describe('rollcall template', () => {
  it('writes the header of the 17 columns in the default form', async () => {
    const file = join(await temporaryFolder(), 'template.txt');
    const { code, out } = await rollcall('template', '--out', file);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const bytes = await readFile(file);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(bytes.subarray(2).toString('utf16le')).toBe(
      'Role\tCan Manage Teams\tEmail Address\tEmployee ID\tFirst Name\tLast Name\tHome Town\tState or Country\t' +
        'Profile\tPhone Channel\tChat Channel\tEmail Channel\tTeam Leader\tEmployment Status\tStart Date\t' +
        'Group Assignments\tTemporary Password\r\n',
    );
  });

  it('can be checked: nobody is in it', async () => {
    const file = join(await temporaryFolder(), 'template.txt');
    await rollcall('template', '--out', file);
    expect((await rollcall('check', file)).code).toBe(0);
  });

  it('answers 2 for a folder that is not there, and without --out', async () => {
    const nowhere = await rollcall('template', '--out', join(await temporaryFolder(), 'no', 'template.txt'));
    expect(nowhere).toMatchObject({ code: 2, out: '' });
    expect(nowhere.err).toContain('template.txt');
    expect(await rollcall('template')).toMatchObject({ code: 2, out: '' });
  });
});
