import type { Locator, Page } from 'playwright/test';
import { chooseCommand, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const TOWNS = [
  { homeTown: 'Galway' },
  { homeTown: 'Dublin' },
  { homeTown: '' },
  { homeTown: '' },
  { homeTown: '' },
];

/** The middle of the handle in a cell's corner. */
async function handleOf(cell: Locator): Promise<{ x: number; y: number }> {
  const box = await cell.boundingBox();
  if (box === null) throw new Error('The cell is not in sight');
  return { x: box.x + box.width - 4, y: box.y + box.height - 4 };
}

async function dragHandle(page: Page, from: Locator, to: Locator): Promise<void> {
  const { x, y } = await handleOf(from);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await to.hover();
  await expect(page.locator('.rc-filling').first()).toBeVisible();
  await page.mouse.up();
}

test('the handle repeats the selection down, and undo takes it back', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...TOWNS);
  await grid.cell(0, 'homeTown').click();
  await grid.cell(1, 'homeTown').click({ modifiers: ['Shift'] });
  await dragHandle(page, grid.cell(1, 'homeTown'), grid.cell(4, 'homeTown'));
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Dublin', 'Galway', 'Dublin', 'Galway']);
  await expect(page.locator('.rc-selected, .rc-active')).toHaveCount(5);
  await expect(page.locator('.rc-filling')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Dublin', '', '', '']);
});

test('the handle goes up and to the sides as well', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: '' }, { homeTown: '' }, { homeTown: 'Cork' });
  await grid.cell(2, 'homeTown').click();
  await dragHandle(page, grid.cell(2, 'homeTown'), grid.cell(0, 'homeTown'));
  expect(await grid.texts('homeTown', 3)).toEqual(['Cork', 'Cork', 'Cork']);
  await grid.cell(0, 'homeTown').click();
  await dragHandle(page, grid.cell(0, 'homeTown'), grid.cell(0, 'lastName'));
  await expect(grid.cell(0, 'lastName')).toHaveText('Cork');
});

test.describe('a series', () => {
  const IDS = [{ employeeId: '0098' }, { employeeId: '0099' }, {}, {}, {}];

  test('is counted on by the handle, which says where it comes to; Ctrl repeats it', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...IDS);
    const tip = page.locator('.rc-fill-tip');
    const dragDown = async (): Promise<void> => {
      await grid.cell(0, 'employeeId').click();
      await grid.cell(1, 'employeeId').click({ modifiers: ['Shift'] });
      const { x, y } = await handleOf(grid.cell(1, 'employeeId'));
      await page.mouse.move(x, y);
      await page.mouse.down();
      await grid.cell(4, 'employeeId').hover();
      await expect(tip).toHaveText('0102');
    };
    await dragDown();
    await page.mouse.up();
    expect(await grid.texts('employeeId', 5)).toEqual(['0098', '0099', '0100', '0101', '0102']);
    await expect(tip).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await dragDown();
    await page.keyboard.down('Control');
    await expect(tip).toHaveText('0098');
    await page.mouse.up();
    await page.keyboard.up('Control');
    expect(await grid.texts('employeeId', 5)).toEqual(['0098', '0099', '0098', '0099', '0098']);
  });

  test('of one is repeated, and counted with Ctrl; Ctrl+D repeats', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { employeeId: '0007' }, {}, {}, { employeeId: '0042' });
    await grid.cell(0, 'employeeId').click();
    await dragHandle(page, grid.cell(0, 'employeeId'), grid.cell(2, 'employeeId'));
    expect(await grid.texts('employeeId', 3)).toEqual(['0007', '0007', '0007']);
    await page.keyboard.press('Control+z');
    await grid.cell(3, 'employeeId').click();
    await page.keyboard.down('Control');
    await dragHandle(page, grid.cell(3, 'employeeId'), grid.cell(1, 'employeeId'));
    await page.keyboard.up('Control');
    expect(await grid.texts('employeeId', 4)).toEqual(['0007', '0040', '0041', '0042']);
    await page.keyboard.press('Control+d');
    expect(await grid.texts('employeeId', 4)).toEqual(['0007', '0040', '0040', '0040']);
  });

  test('is counted by a double click on the handle, and leaders never are', async ({ rollcall, page }) => {
    const leaders = { teamLeader: '0001' };
    const grid = await openPeople(
      rollcall,
      { ...leaders, ...IDS[0] },
      { teamLeader: '0002', ...IDS[1] },
      {},
      {},
    );
    await grid.cell(0, 'employeeId').click();
    await grid.cell(1, 'employeeId').click({ modifiers: ['Shift'] });
    const { x, y } = await handleOf(grid.cell(1, 'employeeId'));
    await page.mouse.dblclick(x, y);
    expect(await grid.texts('employeeId', 4)).toEqual(['0098', '0099', '0100', '0101']);
    await page.keyboard.press('End');
    await grid.cell(0, 'teamLeader').click();
    await grid.cell(1, 'teamLeader').click({ modifiers: ['Shift'] });
    await dragHandle(page, grid.cell(1, 'teamLeader'), grid.cell(3, 'teamLeader'));
    expect(await grid.texts('teamLeader', 4)).toEqual(['0001', '0002', '0001', '0002']);
  });
});

test('a double click on the handle fills as far as the column beside it', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...TOWNS);
  await grid.cell(0, 'homeTown').click();
  const { x, y } = await handleOf(grid.cell(0, 'homeTown'));
  await page.mouse.dblclick(x, y);
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Galway', 'Galway', 'Galway', 'Galway']);
});

test('Ctrl+D and Ctrl+R copy the first row and column', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...TOWNS);
  await grid.cell(0, 'homeTown').click();
  await grid.cell(3, 'homeTown').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+d');
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Galway', 'Galway', 'Galway', '']);
  await grid.cell(4, 'homeTown').click();
  await page.keyboard.press('Control+d');
  await expect(grid.cell(4, 'homeTown')).toHaveText('Galway');
  await grid.cell(1, 'firstName').click();
  await grid.cell(1, 'homeTown').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+r');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Person');
});

test('Ctrl+Enter puts what is typed into the whole selection, in one step', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...TOWNS);
  await grid.cell(1, 'homeTown').click();
  await grid.cell(3, 'homeTown').click({ modifiers: ['Shift'] });
  await page.keyboard.type('Sligo', { delay: 5 });
  await page.keyboard.press('Control+Enter');
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Sligo', 'Sligo', 'Sligo', '']);
  expect(await grid.focus()).toBe('1 homeTown');
  await page.keyboard.press('Control+z');
  expect(await grid.texts('homeTown', 5)).toEqual(['Galway', 'Dublin', '', '', '']);
});

test('the menu copies and fills, and says which keys paste where it cannot', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: 'Galway' }, {});
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
  await grid.cell(0, 'homeTown').click();
  await chooseCommand(page, 'Edit', 'Copy Ctrl+C');
  await grid.cell(1, 'homeTown').click();
  await chooseCommand(page, 'Edit', 'Paste Ctrl+V');
  await expect(page.getByRole('alertdialog', { name: 'Press Ctrl+V to paste' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Galway');
});
