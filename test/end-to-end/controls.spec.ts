import { AT } from '../../shared/person/catalogue.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { fromMenu, organization } from './harness/upload-page.ts';

test('the menu of all commands has submenus, and the long ones have headings', async ({ rollcall, page }) => {
  await openPeople(rollcall, {});
  await page.getByRole('button', { name: 'All commands' }).click();
  const entries = page.getByRole('menu').first().getByRole('menuitem');
  await expect(entries).toHaveText(['File', 'Edit', 'Rows', 'Problems', 'Organization', 'View', 'Help']);
  await entries.nth(5).click();
  const view = page.getByRole('menu').last();
  for (const heading of ['Go to', 'Rows shown', 'Columns'])
    await expect(view.getByText(heading, { exact: true })).toBeVisible();
  await expect(view.getByRole('menuitem', { name: 'Reset the column layout' })).toBeAttached();
});

test('a message lies below an open menu', async ({ rollcall, page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await openPeople(rollcall, { homeTown: ' Cork' });
  await page.keyboard.press('Control+Shift+Period');
  const hide = page.getByRole('button', { name: 'Hide this message' });
  await expect(hide).toBeVisible();
  await page.getByRole('button', { name: 'All commands' }).click();
  await page.getByRole('menuitem', { name: 'View', exact: true }).click();
  const view = page.getByRole('menu').last();
  await expect(view).toBeVisible();
  const { x, y, width, height } = (await hide.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const isMenu = await page.evaluate(
    ([left, top]) => document.elementFromPoint(left ?? 0, top ?? 0)?.closest('[role="menu"]') !== null,
    [x + width / 2, y + height / 2],
  );
  expect(isMenu).toBe(true);
});

test('a button that cannot be pressed yet is seen to be one', async ({ rollcall, page }) => {
  await openPeople(rollcall, {});
  await fromMenu(page, 'Add an organization…');
  const add = organization(page).getByRole('button', { name: 'Add the organization' });
  await expect(add).toBeDisabled();
  const { background, border } = await add.evaluate((button) => {
    const style = getComputedStyle(button);
    return { background: style.backgroundColor, border: `${style.borderTopWidth} ${style.borderTopColor}` };
  });
  expect(background).not.toBe('rgba(0, 0, 0, 0)');
  expect(border).toMatch(/^1px rgb\(/);
});

test('the marks of the status bar stand at their words, which stay where they are', async ({
  rollcall,
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 800 });
  const grid = await openPeople(rollcall, ...Array.from({ length: 12 }, () => ({ phoneChannel: 'maybe' })));
  const errors = page.locator('.status-count').nth(1);
  const gap = async (): Promise<number> => {
    const mark = await errors.locator('.status-mark').boundingBox();
    const words = await errors.locator('.status-words').boundingBox();
    return (words?.x ?? 0) - (mark?.x ?? 0) - (mark?.width ?? 0);
  };
  await expect(errors).toContainText('12 with errors');
  expect(await gap()).toBeLessThanOrEqual(6);
  const warnings = page.locator('.status-count').nth(2);
  const before = await warnings.boundingBox();
  for (const row of [1, 2, 3]) {
    await grid.cell(row, 'phoneChannel').click();
    await page.keyboard.type('y');
    await page.keyboard.press('Enter');
  }
  await expect(errors).toContainText('9 with errors');
  expect(await gap()).toBeLessThanOrEqual(6);
  expect((await warnings.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
});

test('a header shows its whole name beside the star and the dot, and its whole arrow over its end', async ({
  rollcall,
  page,
}) => {
  await openPeople(rollcall, {}, { firstName: '', lastName: '' });
  const header = page.locator(`.ag-header-cell[col-id="cell-${AT.firstName}"]`);
  await expect(header.locator('.rc-dot')).toBeVisible();
  await page.mouse.move(0, 0);
  const name = header.locator('.rc-header-name');
  const isCut = (): Promise<boolean> => name.evaluate((text) => text.scrollWidth > text.clientWidth);
  const before = await name.boundingBox();
  expect(await isCut()).toBe(false);
  await header.hover();
  expect(await isCut()).toBe(false);
  expect(await name.boundingBox()).toEqual(before);
  const [arrow, label] = await Promise.all(
    ['.rc-header-menu', '.ag-header-cell-text'].map((part) => header.locator(part).boundingBox()),
  );
  expect((arrow?.x ?? 0) + (arrow?.width ?? 0)).toBeLessThanOrEqual((label?.x ?? 0) + (label?.width ?? 0));
});

test('a header has room for its arrow, and says what its column is', async ({ rollcall, page }) => {
  await openPeople(rollcall, { canManageTeams: 'maybe' });
  for (const key of ['canManageTeams', 'email', 'firstName'] as const) {
    const header = page.locator(`.ag-header-cell[col-id="cell-${AT[key]}"]`);
    await header.hover();
    const [name, arrow] = await Promise.all(
      ['.rc-header-name', '.rc-header-menu'].map((part) => header.locator(part).boundingBox()),
    );
    expect((name?.x ?? 0) + (name?.width ?? 0), key).toBeLessThanOrEqual(arrow?.x ?? 0);
    const isCut = await header
      .locator('.rc-header-name')
      .evaluate((text) => text.scrollWidth > text.clientWidth);
    expect(isCut, key).toBe(false);
  }
  const first = page.locator(`.ag-header-cell[col-id="cell-${AT.firstName}"] .rc-header`);
  await expect(first).toHaveAttribute(
    'title',
    /^First Name \(required\)\nThe person’s first name\.\nAny text\.\nCustomers see it\./,
  );
});
