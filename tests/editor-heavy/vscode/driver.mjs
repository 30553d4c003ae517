// Hands for VS Code in a browser: what a person does and sees there.
import { createRequire } from 'node:module';

const { chromium } = createRequire(`${process.env.PLANLINT_EDITOR_MODULES}/`)('playwright-core');

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const EDITOR = '.monaco-editor[role="code"]';
const PATIENCE = 30000; // milliseconds until something counts as missing

export class Editor {
  static async open(browserPath, url) {
    const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
    const page = await browser.newPage({ viewport: { width: 1180, height: 720 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item');
    return new Editor(browser, page);
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  close() {
    return this.browser.close();
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  // Types into the quick input that `key` opens, and takes the first entry.
  async pick(key, text) {
    await this.openQuickInput(key);
    await this.page.keyboard.type(text);
    await this.page.waitForSelector('.quick-input-list .monaco-list-row');
    await this.page.waitForTimeout(400);
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' }).catch(() => {});
  }

  // A page of HTML that has the focus may swallow the key.
  async openQuickInput(key) {
    const input = this.page.locator('.quick-input-widget input:visible').first();
    await this.until(`an answer to ${key}`, async () => {
      await this.press(key);
      return input.waitFor({ timeout: 2000 }).then(() => true, () => false);
    });
  }

  command(title) {
    return this.pick('F1', title);
  }

  async openFile(name) {
    await this.pick('Control+p', name);
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
    await this.page.waitForSelector(`${EDITOR} .view-line`);
  }

  // Puts the cursor somewhere; columns count the width of tabs.
  async goTo(line, column) {
    await this.openQuickInput('Control+g');
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.waitForTimeout(200);
    await this.press('Enter');
    await this.until(`the cursor at ${line}:${column}`, async () =>
      (await this.cursor()) === `${line}:${column}`);
  }

  async cursor() {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    const found = /Ln (\d+), Col (\d+)/.exec(text);
    return found ? `${found[1]}:${found[2]}` : text;
  }

  async until(what, holds) {
    const end = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > end) {
        throw new Error(`waited in vain for ${what}`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  count(selector) {
    return this.page.locator(selector).count();
  }

  // VS Code shows spaces as no-break spaces.
  async texts(selector) {
    const texts = await this.page.locator(selector).allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  async shows(text) {
    return (await this.texts(`${EDITOR} .view-line`)).some((line) => line.includes(text));
  }

  // Of the first piece of a line that begins with the text.
  colourOf(text) {
    return this.page.locator(`${EDITOR} .view-line span span`, { hasText: text }).first()
      .evaluate((element) => getComputedStyle(element).color);
  }

  // Characters, as the status bar counts.
  async selected() {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    return Number(/\((\d+) selected\)/.exec(text)?.[1] ?? 0);
  }

  // The texts of pages of HTML within the editor.
  pageTexts() {
    const frames = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    return Promise.all(frames.map((frame) =>
      frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')));
  }

  squiggles(severity) {
    return this.count(`${EDITOR} .squiggly-${severity}`);
  }

  // Puts the focus into the text and the cursor at a place of it.
  async goToText([line, column]) {
    await this.command('View: Focus Active Editor Group');
    await this.goTo(line, column);
  }

  async showProblems() {
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.command('Problems: Focus on Problems View');
      await this.page.waitForSelector('.markers-panel');
    }
  }

  problems() {
    return this.texts('.markers-panel .monaco-list-row');
  }

  outline() {
    return this.texts('.outline-pane .monaco-list-row');
  }

  async save() {
    await this.press('Control+s');
    await this.until('the file to be saved', async () =>
      (await this.count('.tab.active.dirty')) === 0);
  }

  picture(file) {
    return this.page.screenshot({ path: file });
  }
}
