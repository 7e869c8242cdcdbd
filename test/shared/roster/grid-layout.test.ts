import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../../shared/person/catalogue.ts';
import {
  arrangeColumns,
  DEFAULT_LAYOUT,
  gridLayout,
  heldColumns,
  type GridLayout,
  hideColumns,
  moveColumns,
  pinColumns,
  resizeColumns,
} from '../../../shared/roster/grid-layout.ts';
import type { RosterColumns } from '../../../shared/roster/roster.ts';

const PLAIN: RosterColumns = { optional: [], carried: [] };
const OWN: RosterColumns = {
  optional: ['photoUrl'],
  carried: [
    { position: columns.length, header: 'Notes' },
    { position: columns.length + 1, header: 'Notes' },
  ],
};

const names = (shown: RosterColumns, layout: GridLayout): string[] =>
  arrangeColumns(shown, layout).map(({ name }) => name);

describe('arrangeColumns', () => {
  it('has the catalogue’s order, then the file’s own columns, each by a name of its own', () => {
    const standard = columns.filter(({ standard }) => standard).map(({ key }) => key);
    expect(names(PLAIN, DEFAULT_LAYOUT)).toEqual(standard);
    expect(names(OWN, DEFAULT_LAYOUT).slice(-3)).toEqual(['photoUrl', 'file:Notes', 'file:Notes#2']);
  });

  it('puts pinned columns first and leaves hidden ones in their place', () => {
    const layout = hideColumns(pinColumns(DEFAULT_LAYOUT, ['email'], true), ['role'], true);
    const [first, second] = arrangeColumns(PLAIN, layout);
    expect(first).toMatchObject({ name: 'email', pinned: true, hidden: false });
    expect(second).toMatchObject({ name: 'role', pinned: false, hidden: true });
  });

  it('puts a column that the order has not heard of after the one that it follows in the catalogue', () => {
    const layout = moveColumns(PLAIN, DEFAULT_LAYOUT, ['groups'], 'role');
    const arranged = names(OWN, layout);
    expect(arranged[0]).toBe('groups');
    expect(arranged[arranged.indexOf('file:Notes') - 1]).toBe('photoUrl');
  });

  it('brings widths within bounds', () => {
    const layout = resizeColumns(resizeColumns(DEFAULT_LAYOUT, ['role'], 3.2), ['email'], 9e9);
    const [role, , email] = arrangeColumns(PLAIN, layout);
    expect([role?.width, email?.width]).toEqual([48, 1200]);
  });
});

describe('moveColumns', () => {
  it('brings several together before another, and to the end', () => {
    const moved = moveColumns(PLAIN, DEFAULT_LAYOUT, ['lastName', 'email'], 'role');
    expect(names(PLAIN, moved).slice(0, 4)).toEqual(['email', 'lastName', 'role', 'canManageTeams']);
    expect(names(PLAIN, moveColumns(PLAIN, moved, ['email'], null)).at(-1)).toBe('email');
  });

  it('pins what comes to stand among pinned columns and lets go what leaves them', () => {
    const pinned = pinColumns(DEFAULT_LAYOUT, ['email'], true);
    const joined = moveColumns(PLAIN, pinned, ['groups'], 'email');
    expect(joined.pinned).toEqual(['email', 'groups']);
    expect(moveColumns(PLAIN, joined, ['email'], 'lastName').pinned).toEqual(['groups']);
  });

  it('remembers the place of columns that another roster has', () => {
    const moved = moveColumns(OWN, DEFAULT_LAYOUT, ['file:Notes'], 'role');
    const elsewhere = moveColumns(PLAIN, moved, ['email'], 'role');
    expect(names(OWN, elsewhere)).toContain('file:Notes');
    expect(elsewhere.order).toContain('file:Notes');
  });
});

it('shows every column once, and can be kept, after whatever is done', () => {
  const name = fc.constantFrom(...names(OWN, DEFAULT_LAYOUT));
  const some = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
  const act = fc.oneof(
    fc.tuple(some, fc.boolean()).map(
      ([those, on]) =>
        (layout: GridLayout) =>
          hideColumns(layout, those, on),
    ),
    fc.tuple(some, fc.boolean()).map(
      ([those, on]) =>
        (layout: GridLayout) =>
          pinColumns(layout, those, on),
    ),
    fc.tuple(some, fc.option(name), fc.constantFrom(OWN, PLAIN)).map(
      ([those, before, shown]) =>
        (layout: GridLayout) =>
          moveColumns(shown, layout, those, before),
    ),
    fc.tuple(some, fc.double({ noNaN: true })).map(
      ([those, width]) =>
        (layout: GridLayout) =>
          resizeColumns(layout, those, width),
    ),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const layout = acts.reduce((before, next) => next(before), DEFAULT_LAYOUT);
      expect(names(OWN, layout).toSorted()).toEqual(names(OWN, DEFAULT_LAYOUT).toSorted());
      expect(gridLayout.parse(layout)).toEqual(layout);
    }),
  );
});

describe('heldColumns', () => {
  const shown = arrangeColumns(PLAIN, DEFAULT_LAYOUT);
  const heldAt = (scrolled: number, room = 1000): string[] =>
    heldColumns(shown, scrolled, room).map(({ name }) => name);

  it('holds names and email address, each from where it would leave', () => {
    expect(heldAt(0)).toEqual([]);
    const left = (name: string): number => {
      const at = shown.findIndex((column) => column.name === name);
      return shown.slice(0, at).reduce((sum, { width }) => sum + width, 0);
    };
    expect(heldAt(left('email'))).toEqual([]);
    expect(heldAt(left('email') + 1)).toEqual(['email']);
    expect(heldAt(2000)).toEqual(['email', 'firstName', 'lastName']);
  });

  it('lets the email address go first where there is little room, then the names', () => {
    expect(heldAt(2000, 600)).toEqual(['firstName', 'lastName']);
    expect(heldAt(2000, 400)).toEqual([]);
  });

  it('leaves alone what the user has pinned or hidden', () => {
    const pinned = arrangeColumns(PLAIN, pinColumns(DEFAULT_LAYOUT, ['email'], true));
    expect(heldColumns(pinned, 2000, 1000).map(({ name }) => name)).toEqual(['firstName', 'lastName']);
  });

  it('moves no column that is in sight, however far it is scrolled', () => {
    for (let scrolled = 0; scrolled < 2500; scrolled += 1) {
      const held = heldColumns(shown, scrolled, 1000);
      const width = held.reduce((sum, column) => sum + column.width, 0);
      let left = 0;
      for (const [at, column] of shown.entries()) {
        const later = shown.slice(at + 1).filter((other) => held.includes(other));
        const shift = later.reduce((sum, other) => sum + other.width, 0);
        // What is moved by a column that is held further right lies below those that are held.
        if (!held.includes(column) && left - scrolled + shift + column.width > width) expect(shift).toBe(0);
        left += column.width;
      }
    }
  });
});
