import type { CDPSession, Page } from 'playwright/test';
import { KINDS, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

/** An input method as the system has it: it begins where a field has the focus, and its keys come as taken ones. */
class InputMethod {
  readonly #devtools: CDPSession;
  readonly #key: string;

  /** On a Mac a taken key has the name of its letter. */
  constructor(devtools: CDPSession, key = 'Process') {
    this.#devtools = devtools;
    this.#key = key;
  }

  /** Shows a text that is not decided yet. */
  async compose(text: string): Promise<void> {
    await this.#press();
    const at = text.length;
    await this.#devtools.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
  }

  /** Decides for a text, which the next composition may follow at once. */
  async commit(text: string): Promise<void> {
    await this.#press();
    await this.#devtools.send('Input.insertText', { text });
  }

  async #press(): Promise<void> {
    const key = { key: this.#key, code: 'KeyK', windowsVirtualKeyCode: 229 } as const;
    await this.#devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  }
}

async function inputMethod(page: Page, key?: string): Promise<InputMethod> {
  return new InputMethod(await page.context().newCDPSession(page), key);
}

/** Where the focus is, by its role and name, and what is open. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.getAttribute('role') ?? activeElement?.tagName ?? ''} ${activeElement?.getAttribute('col-id') ?? ''}`;
  });
}

test.describe('for someone who writes Japanese, Chinese or Korean', () => {
  test.use({ locale: 'ja-JP' });

  for (const [system, key] of [
    ['Windows and Linux', 'Process'],
    ['a Mac', 'k'],
  ] as const)
    test(`the first letter is composed in every kind of cell, as ${system} sends it`, async ({
      rollcall,
      page,
    }) => {
      const grid = await openPeople(rollcall, {}, {}, {});
      const input = await inputMethod(page, key);
      for (const kind of KINDS) {
        await grid.cell(1, kind).click({ position: { x: 4, y: 4 } });
        await input.compose('か');
        // Where it began, so that the system has no reason to end it.
        expect(await focused(page)).toBe(`gridcell ${await grid.cell(1, kind).getAttribute('col-id')}`);
        await input.compose('かん');
        await expect(grid.cell(1, kind).locator('.rc-composing')).toHaveText('かん');
        await input.commit('漢');
        await input.compose('じ');
        await input.commit('字');
        await page.keyboard.press('Enter');
        await expect(grid.cell(1, kind)).toHaveText('漢字');
        expect(await grid.focus()).toBe(`2 ${kind}`);
      }
    });

  test('syllables that follow each other at once keep their order, and then Latin letters', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {});
    const input = await inputMethod(page);
    await grid.cell(0, 'firstName').click();
    for (const [composed, done] of [
      ['ㅎ', ''],
      ['하', ''],
      ['한', '한'],
      ['ㄱ', ''],
      ['글', '글'],
    ] as const) {
      await input.compose(composed);
      if (done !== '') await input.commit(done);
    }
    await page.keyboard.type(' ok');
    await expect(page.getByRole('textbox', { name: 'First Name' })).toHaveValue('한글 ok');
    await page.keyboard.press('Tab');
    await expect(grid.cell(0, 'firstName')).toHaveText('한글 ok');
    await page.keyboard.press('Control+z');
    await expect(grid.cell(0, 'firstName')).not.toHaveText('한글 ok');
  });

  test('after a pause the editor goes on, and composes there', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    const input = await inputMethod(page);
    await grid.cell(0, 'homeTown').click();
    await input.compose('と');
    await input.commit('東');
    const field = page.getByRole('textbox', { name: 'Home Town' });
    await expect(field).toHaveValue('東');
    await expect(field).toBeFocused();
    await input.compose('きょう');
    await input.commit('京');
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'homeTown')).toHaveText('東京');
  });

  test('given up, it leaves the cell as it was; a key that composes nothing opens no editor', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' }, {});
    const input = await inputMethod(page);
    await grid.cell(0, 'homeTown').click();
    await input.compose('と');
    await input.compose('');
    await page.keyboard.press('ArrowRight');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
    await grid.cell(0, 'homeTown').click();
    await input.commit('');
    await page.keyboard.press('Escape');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('what is still composed is kept wherever the click goes', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    const input = await inputMethod(page);
    const cell = grid.cell(0, 'homeTown');
    for (const [composed, clicked] of [
      ['たい', grid.cell(1, 'lastName')],
      ['ちば', page.getByRole('button', { name: 'Export…' })],
      ['なら', cell],
    ] as const) {
      await cell.click();
      await input.compose(composed);
      await clicked.click();
      await page.keyboard.press('Escape');
      await expect(cell).toHaveText(composed);
    }
  });

  test('a name is found among the leaders by what was composed', async ({ rollcall, page }) => {
    const grid = await openPeople(
      rollcall,
      { firstName: '太郎', lastName: '山田', role: 'Coach', email: 'taro@acme.example' },
      {},
    );
    const input = await inputMethod(page);
    await grid.cell(1, 'teamLeader').click();
    await input.compose('たろ');
    await input.commit('太郎');
    await expect(page.getByRole('option', { name: /太郎/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'teamLeader')).toHaveText('taro@acme.example');
  });

  test('the cell stays a cell: its keys, the clipboard and what a screen reader is told', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' }, { homeTown: 'Lima' });
    await grid.cell(0, 'homeTown').click();
    const cell = page.locator('.ag-cell:focus');
    await expect(cell).toHaveRole('gridcell');
    await expect(cell).toHaveAccessibleName('Cork');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(grid.cell(1, 'homeTown')).toHaveText('Cork');
    await page.keyboard.press('Control+z');
    await expect(grid.cell(1, 'homeTown')).toHaveText('Lima');
    await page.keyboard.press('Control+c');
    await grid.cell(0, 'stateOrCountry').click();
    await page.keyboard.press('Control+v');
    await expect(grid.cell(0, 'stateOrCountry')).toHaveText('Lima');
    await page.keyboard.press('Delete');
    await expect(grid.cell(0, 'stateOrCountry')).toHaveText('');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'stateOrCountry')).toHaveText('x');
  });
});

test('cells take an input method from its first composition on, whatever the languages are', async ({
  rollcall,
  page,
}) => {
  const grid = await openPeople(rollcall, {}, {}, {});
  const devtools = await page.context().newCDPSession(page);
  const isTaken = (): Promise<boolean> =>
    page.evaluate(
      () =>
        document.activeElement instanceof HTMLElement &&
        'editContext' in document.activeElement &&
        document.activeElement.editContext !== null,
    );
  await grid.cell(0, 'homeTown').click();
  expect(await isTaken()).toBe(false);
  await page.keyboard.press('F2');
  await devtools.send('Input.imeSetComposition', { text: 'た', selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.insertText', { text: '田' });
  await page.keyboard.press('Enter');
  expect(await grid.focus()).toBe('1 homeTown');
  expect(await isTaken()).toBe(true);
  await new InputMethod(devtools).compose('か');
  await expect(grid.cell(1, 'homeTown').locator('.rc-composing')).toHaveText('か');
});
