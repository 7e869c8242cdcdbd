import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const WRONG = [
  { teamLeader: 'boss@acme.example' },
  { email: 'mailto:bob@acme.example' },
  { phoneChannel: 'Yes', chatChannel: 'x' },
] as const;

test('marks come and go while a cell is mended', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  const email = grid.cell(1, 'email');
  await expect(email).toHaveClass(/rc-error/);
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(grid.gutter(1).getByRole('img')).toHaveAccessibleName('has errors');
  await email.click();
  await page.keyboard.type('bob@acme.example');
  await page.keyboard.press('Enter');
  await expect(email).not.toHaveClass(/rc-error/);
  await expect(email).not.toHaveAttribute('aria-invalid');
  await expect(grid.gutter(1).getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(email).toHaveClass(/rc-error/);
});

test('cells that come into sight sideways say what is wrong, as errors and as warnings', async ({
  rollcall,
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 600 });
  const grid = await openPeople(rollcall, {}, { startDate: 'soon' }, { startDate: '15 March 2026' });
  const wrong = grid.cell(1, 'startDate');
  const doubtful = grid.cell(2, 'startDate');
  await expect(wrong).toHaveCount(0);
  await grid.cell(0, 'role').hover();
  await page.mouse.wheel(3000, 0);
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAttribute('aria-description', /soon/);
  await expect(wrong).toHaveClass(/rc-error/);
  await expect(doubtful).toHaveAttribute('aria-description', /2026/);
  await expect(doubtful).toHaveClass(/rc-warning/);
  await expect(doubtful).not.toHaveAttribute('aria-invalid');
  await expect(grid.cell(0, 'startDate')).not.toHaveAttribute('aria-description');
});

test('Ctrl+. mends the cell', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  await grid.cell(1, 'email').click();
  await page.keyboard.press('Control+.');
  await expect(grid.cell(1, 'email')).toHaveText('bob@acme.example');
});

test('one button empties all words for no value, in one step', async ({ rollcall, page }) => {
  const leader = { teamLeader: 'boss@acme.example' };
  const grid = await openPeople(rollcall, { ...leader, homeTown: 'N/A' }, { homeTown: 'N/A', role: 'N/A' });
  await page.getByRole('treeitem').getByRole('button', { name: 'Fix 2', exact: true }).click();
  await expect(grid.cell(0, 'homeTown')).toHaveText('');
  await expect(grid.cell(1, 'homeTown')).toHaveText('');
  await expect(grid.cell(1, 'role')).toHaveText('N/A');
  await page.keyboard.press('Control+z');
  await expect(grid.cell(0, 'homeTown')).toHaveText('N/A');
  await expect(grid.cell(1, 'homeTown')).toHaveText('N/A');
});

test('Ctrl+. and F8 say so where they have nothing to do', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { teamLeader: 'boss@acme.example' }, { lastName: '' });
  await grid.cell(1, 'lastName').click();
  await page.keyboard.press('Control+.');
  await expect(page.getByText('There is no sure fix here: type the right value.')).toBeVisible();
  await grid.cell(1, 'email').click();
  await page.keyboard.press('Control+.');
  await expect(page.getByText('Nothing is wrong in this cell.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('F8');
  await expect(page.getByText('No problems are left.')).toBeVisible();
});

test('the card says what is wrong and its button mends it', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  await grid.cell(1, 'email').hover();
  const card = page.getByRole('group', { name: 'Problems here' });
  await expect(card).toContainText('mailto:');
  await card.getByRole('button', { name: /Change to bob@acme.example/ }).click();
  await expect(grid.cell(1, 'email')).toHaveText('bob@acme.example');
  await expect(card).toBeHidden();
});

test('Escape sends the card away, and also one that is under way', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  const card = page.getByRole('group', { name: 'Problems here' });
  await grid.cell(1, 'employeeId').click();
  await page.mouse.move(900, 600);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(700);
  await expect(card).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('F8 goes from one to the next', async ({ rollcall, page }) => {
  const grid = await openPeople(
    rollcall,
    { teamLeader: 'boss@acme.example' },
    { email: 'a@@b' },
    { lastName: '' },
  );
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  expect(await grid.focus()).toBe('1 email');
  await page.keyboard.press('F8');
  expect(await grid.focus()).toBe('2 lastName');
  await page.keyboard.press('Shift+F8');
  expect(await grid.focus()).toBe('1 email');
});

test('the panel lists them, jumps to each and mends them', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  const panel = page.getByRole('tree', { name: 'Problems by kind' });
  const yes = panel.getByRole('treeitem').filter({ hasText: 'Yes' });
  await yes.click();
  expect(await grid.focus()).toBe('2 phoneChannel');
  await panel
    .getByRole('treeitem', { level: 1 })
    .filter({ hasText: 'Neither y nor n' })
    .getByRole('button', { name: 'Fix all' })
    .click();
  await expect(grid.cell(2, 'phoneChannel')).toHaveText('✓');
  await expect(grid.cell(2, 'chatChannel')).toHaveText('✓');
  await expect(yes).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(grid.cell(2, 'phoneChannel')).toHaveText('Yes');
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button', { name: /Fix all 3 safe/ })
    .click();
  await expect(panel.getByRole('treeitem', { level: 1 })).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await expect(grid.cell(1, 'email')).toHaveText('bob@acme.example');
});

test('the panel is walked and mends by keys alone', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...WRONG);
  const panel = page.getByRole('tree', { name: 'Problems by kind' });
  await panel.focus();
  const groups = panel.getByRole('treeitem', { level: 1 });
  const before = await groups.count();
  await page.keyboard.press('ArrowLeft');
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(panel).toHaveAttribute('aria-activedescendant', 'rc-problem-1');
  await page.keyboard.press('Control+.');
  await expect(groups).toHaveCount(before - 1);
  await expect(grid.cell(1, 'email')).toHaveText('bob@acme.example');
});

test('an empty roster has none, and the panel says so', async ({ rollcall }) => {
  const page = await rollcall.start();
  await page.getByRole('button', { name: /New roster/ }).click();
  await expect(page.getByText('Problems of the people that you add')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next problem' })).toBeDisabled();
  await assertAccessible(page);
});

test('empty required cells are listed by column and filled at once, and the list follows the rows shown', async ({
  rollcall,
  page,
}) => {
  const boss = { teamLeader: 'boss@acme.example' };
  const grid = await openPeople(
    rollcall,
    { ...boss, role: '' },
    { role: '', email: 'a@@b.example' },
    { role: '' },
  );
  const panel = page.getByRole('region', { name: 'Problems' });
  const headings = panel.getByTestId('problem-title');
  await expect(headings).toHaveText(['Role is empty', 'Email address not valid', 'No such Team Leader']);
  await panel.getByRole('button', { name: 'Only these' }).first().click();
  await expect(headings).toHaveText(['Role is empty']);
  await expect(panel.getByLabel('Rows shown')).toHaveValue('required role');
  await panel.getByRole('button', { name: 'Set for all 3…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set Role for 3 rows' });
  await assertAccessible(page);
  await expect(dialog.getByLabel('Column')).toHaveCount(0);
  await page.keyboard.type('Team Member', { delay: 5 });
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await grid.texts('role', 3)).toEqual(['Team Member', 'Team Member', 'Team Member']);
  await expect(panel).toContainText('None of these is left.');
  await panel.getByRole('button', { name: 'Show all rows' }).click();
  await expect(headings).toHaveText(['Email address not valid', 'No such Team Leader']);
  await page.keyboard.press('Control+z');
  await expect(headings.first()).toHaveText('Role is empty');
});

test('a card goes where its cell is gone, or something else takes the focus', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { teamLeader: 'boss@acme.example' }, { email: 'a@@b.example' }, {});
  const card = page.getByRole('group', { name: 'Problems here' });
  await grid.cell(1, 'email').hover();
  await expect(card).toBeVisible();
  await page.getByLabel('Rows shown').focus();
  await expect(card).toHaveCount(0);
  await grid.cell(2, 'role').hover();
  await grid.cell(1, 'email').hover();
  await expect(card).toBeVisible();
  // By its key, the pointer stays where it is.
  await page.getByLabel('Rows shown').evaluate((select: HTMLSelectElement) => {
    select.value = 'leader.notFound';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(grid.cell(1, 'email')).not.toHaveText('a@@b.example');
  await expect(card).toHaveCount(0);
});
