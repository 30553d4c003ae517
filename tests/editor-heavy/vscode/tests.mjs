// The steps of the test, in the order in which a person might do them. Each
// goes on from what the one before left.
// usage: node tests.mjs BROWSER ADDRESS FOLDER PICTURES
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Editor } from './driver.mjs';

const [browser, address, folder, pictures] = process.argv.slice(2);
const PLAN = 'harbour.plan';
const TAB_SIZE = 4;

const onDisk = (name) => readFileSync(path.join(folder, name), 'utf8');
const times = (text, part) => text.split(part).length - 1;
const picture = (name) => path.join(pictures, `${name}.png`);

function setSettings(settings) {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

// The place of a text in the file, as "Go to Line/Column" counts.
function placeOf(name, text) {
  const before = onDisk(name).split(text, 1)[0].split('\n');
  let column = 0;
  for (const character of before.at(-1)) {
    column += character === '\t' ? TAB_SIZE - (column % TAB_SIZE) : 1;
  }
  return [before.length, column + 1];
}

async function listedOnce(editor, message) {
  await editor.page.waitForTimeout(3000); // for a second one to come
  const found = (await editor.problems()).filter((row) => row.includes(message));
  assert.equal(found.length, 1, found.join('\n'));
}

const steps = [
  ['findings are underlined', async (editor) => {
    await editor.openFile(PLAN);
    await editor.until('an error', async () => (await editor.squiggles('error')) > 0
      || (await editor.goTo(...placeOf(PLAN, '11 Members'))));
    await editor.goTo(1, 1);
    await editor.until('a warning', async () => (await editor.squiggles('warning')) > 0);
  }],

  ['problems are listed with their rules', async (editor) => {
    await editor.showProblems();
    const listed = (await editor.problems()).join('\n');
    assert.match(listed, /paragraph number "11" is used twice/);
    assert.match(listed, /PL103/);
    assert.match(listed, /"the" stands twice running/);
  }],

  ['the outline has the sections', async (editor) => {
    await editor.command('Explorer: Focus on Outline View');
    await editor.until('the outline', async () =>
      (await editor.outline()).some((row) => row.includes('1 Overview of the Union')));
    await editor.page.locator('.pane-header', { hasText: 'folder' }).click();
    await editor.until('more of the outline', async () => (await editor.outline()).length > 10);
    await editor.goToText(placeOf(PLAN, 'brings'));
    await editor.page.waitForTimeout(1000); // for the tree to be drawn
    await editor.picture(picture('findings'));
  }],

  ['a reference leads to its paragraph', async (editor) => {
    await editor.goToText(placeOf(PLAN, '7 below'));
    await editor.press('F12');
    const [line] = placeOf(PLAN, '7 Goal 2');
    await editor.until('the definition', async () =>
      (await editor.cursor()).startsWith(`${line}:`));
  }],

  ['a hover shows what a reference means', async (editor) => {
    await editor.goToText(placeOf(PLAN, '10 and is reviewed'));
    await editor.press('Control+k', 'Control+i');
    await editor.until('the hover', async () =>
      (await editor.texts('.monaco-hover')).some((text) => text.includes('trains pilots in three languages')));
    await editor.press('Escape');
  }],

  ['symbols of the workspace are found', async (editor) => {
    await editor.openQuickInput('Control+t');
    await editor.page.keyboard.type('Open Harb');
    await editor.until('the goal', async () =>
      (await editor.texts('.quick-input-list .monaco-list-row')).some((row) => row.includes('Open Harbours')));
    await editor.press('Escape');
  }],

  ['names are shown after references, in their colours', async (editor) => {
    await editor.goToText(placeOf(PLAN, '8 Progress'));
    await editor.until('the hint', () => editor.shows('Goal 1Safe Harbours and'));
    assert.notEqual(await editor.colourOf('CTS'), await editor.colourOf('Progress towards'));
  }],

  ['what is named by a number is highlighted', async (editor) => {
    await editor.goToText(placeOf(PLAN, '2.1: Data'));
    await editor.until('the highlight', async () => (await editor.count('.wordHighlight, .wordHighlightText, .wordHighlightStrong')) > 0);
  }],

  ['sections fold', async (editor) => {
    await editor.goToText(placeOf(PLAN, 'Goals and targets'));
    await editor.press('Control+Shift+[');
    await editor.until('less text', async () => !(await editor.shows('The goals below')));
    await editor.press('Control+Shift+]');
    await editor.until('the text', () => editor.shows('The goals below'));
  }],

  ['a selection grows to the paragraph', async (editor) => {
    await editor.goToText(placeOf(PLAN, 'berth. HU'));
    const length = onDisk(PLAN).split('\n').find((line) => line.startsWith('7 Goal 2')).length;
    await editor.until('the paragraph', async () => {
      await editor.press('Shift+Alt+ArrowRight');
      return (await editor.selected()) >= length;
    });
    await editor.press('Escape');
  }],

  ['lenses count references', async (editor) => {
    await editor.goTo(1, 1);
    await editor.until('the lenses', async () =>
      (await editor.texts('.codelens-decoration')).some((text) => /\d references?/.test(text)));
    await editor.page.locator('.codelens-decoration a', { hasText: /\d references?/ }).first().click();
    await editor.page.waitForSelector('.peekview-widget .ref-tree .monaco-list-row, .reference-zone-widget');
    await editor.press('Escape');
  }],

  ['a goal is renamed everywhere', async (editor) => {
    await editor.goToText(placeOf(PLAN, 'Safe Harbours'));
    await editor.press('F2');
    const box = editor.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'Safe Harbours');
    await box.fill('Sheltered Harbours');
    await box.press('Enter');
    await editor.page.waitForSelector('.rename-box', { state: 'hidden' });
    await editor.until('the new name', async () => {
      await editor.save();
      return times(onDisk(PLAN), 'Sheltered Harbours') === 2;
    });
    assert.equal(times(onDisk(PLAN), 'Safe Harbours'), 0);
  }],

  ['a quick fix is applied', async (editor) => {
    await editor.goToText(placeOf(PLAN, '11 Members'));
    await editor.press('Control+.');
    await editor.page.waitForSelector('.action-widget .action:has-text("number it 12")');
    await editor.picture(picture('fix'));
    await editor.press('Enter');
    await editor.until('the number', async () => {
      await editor.save();
      return onDisk(PLAN).includes('\n12 Members');
    });
    assert.equal(times(onDisk(PLAN), '11 Members'), 0);
  }],

  ['paragraphs are renumbered with their references', async (editor) => {
    await editor.goToText(placeOf(PLAN, '5 The goals'));
    await editor.press('End', 'End', 'Enter'); // the line is wrapped
    await editor.page.keyboard.type('5 The goals were chosen by the Assembly.');
    await editor.goTo(placeOf(PLAN, '5 The goals')[0] + 1, 1);
    await editor.until('the action', async () => {
      await editor.press('Escape', 'Control+.');
      await editor.page.waitForTimeout(700);
      return (await editor.texts('.action-widget .action')).some((text) => text.includes('without gaps'));
    });
    await editor.page.locator('.action-widget .action', { hasText: 'without gaps' }).click();
    await editor.until('the numbers', async () => {
      await editor.save();
      return onDisk(PLAN).includes('\n6 The goals were chosen');
    });
    assert.match(onDisk(PLAN), /listed after paragraph 9\.\n6 The goals were chosen by the Assembly\.\n/);
    assert.match(onDisk(PLAN), /described in paragraph 11 /);
    assert.match(onDisk(PLAN), /under paragraph 8 below/);
  }],

  ['all is fixed by a command', async (editor) => {
    assert.equal(times(onDisk(PLAN), 'the the'), 1);
    await editor.command('planlint: Fix All in This Document');
    await editor.until('the fixes', async () => {
      await editor.save();
      return !onDisk(PLAN).includes('the the');
    });
  }],

  ['targets are completed', async (editor) => {
    await editor.goToText(placeOf(PLAN, 'Comments are welcome'));
    await editor.page.keyboard.type('See Target ');
    await editor.press('Control+ ');
    await editor.until('the offer', async () =>
      (await editor.texts('.suggest-widget .monaco-list-row')).some((text) => text.includes('2.1')));
    await editor.press('Escape');
    await editor.command('File: Revert File');
  }],

  ['spacing is formatted', async (editor) => {
    await editor.openFile('piers.plan');
    await editor.command('Format Document');
    await editor.until('single spaces', async () => {
      await editor.save();
      return onDisk('piers.plan').includes('The reports are public');
    });
    await editor.command('View: Close Editor');
  }],

  ['Markdown without a planlint.json is left alone', async (editor) => {
    await editor.openFile('notes.md');
    await editor.page.waitForTimeout(2000);
    assert.equal(await editor.squiggles('warning'), 0);
  }],

  ['a checked workspace lists what is not open, and nothing twice', async (editor) => {
    await editor.command('planlint: Check Workspace');
    await editor.showProblems();
    await editor.until('the other file', async () =>
      (await editor.problems()).some((row) => row.includes('"has" stands twice running')));
    await listedOnce(editor, '"has" stands twice running');
  }],

  ['with a planlint.json it is checked', async (editor) => {
    writeFileSync(path.join(folder, 'planlint.json'), '{"profile": "un"}\n');
    await editor.until('a warning', async () => (await editor.squiggles('warning')) > 0);
    await listedOnce(editor, '"has" stands twice running'); // by another server, too
  }],

  ['the page of a rule opens', async (editor) => {
    await editor.goToText(placeOf('notes.md', 'The the'));
    await editor.command('planlint: Open the Page of a Rule');
    await editor.page.waitForSelector('.tab.active:has-text("PL701")');
    await editor.until('its text', async () =>
      (await editor.pageTexts()).some((text) => text.includes('doubled-word')));
    await editor.openFile('notes.md');
    await editor.page.waitForSelector('.tab:not(.active):has-text("PL701")');
  }],

  ['a changed setting holds at once', async (editor) => {
    await editor.openFile('notes.md');
    await editor.until('a warning', async () => (await editor.squiggles('warning')) > 0);
    setSettings({ 'planlint.rules': { PL701: 'off' } });
    await editor.until('no warning', async () => (await editor.squiggles('warning')) === 0);
    setSettings({ 'planlint.rules': { PL701: 'error' } });
    await editor.until('an error', async () => (await editor.squiggles('error')) > 0);
  }],

  ['a missing program is told of', async (editor) => {
    setSettings({ 'planlint.path': './no-such-program' });
    await editor.until('the message', async () =>
      (await editor.texts('.notification-toast')).some((text) => text.includes('no-such-program')));
    assert.equal(await editor.squiggles('error'), 0);
  }],

  ['and works when it is there', async (editor) => {
    setSettings({ 'editor.codeActionsOnSave': { 'source.fixAll.planlint': 'explicit' } });
    await editor.until('a warning', async () => (await editor.squiggles('warning')) > 0);
  }],

  ['all is fixed when a file is saved', async (editor) => {
    await editor.goToText(placeOf('notes.md', 'adopted.'));
    await editor.page.keyboard.type('then ');
    await editor.save();
    await editor.until('the fix', async () =>
      onDisk('notes.md').includes('Brighthaven. The plan was read and then adopted'));
  }],

  ['a Word file is shown as text', async (editor) => {
    await editor.pick('Control+p', 'minutes.docx');
    await editor.page.waitForSelector('.tab.active[data-resource-name="minutes.docx"]');
    await editor.command('planlint: Show Word File as Text');
    await editor.until('the text', () => editor.shows('1 The Assembly met'));
    await editor.until('a warning', async () => (await editor.squiggles('warning')) > 0);
    await editor.command('Explorer: Focus on Outline View');
    await editor.until('the outline', async () =>
      (await editor.outline()).some((row) => row.includes('Minutes')));
    await editor.picture(picture('word'));
  }],

  ['and cannot be edited', async (editor) => {
    await editor.goToText([3, 3]);
    await editor.page.keyboard.type('never');
    await editor.page.waitForTimeout(500);
    assert.equal(await editor.shows('never'), false);
    assert.equal(await editor.count('.tab.active.dirty'), 0);
  }],

  ['and is shown anew when Word has saved it', async (editor) => {
    execFileSync(process.env.MAKE_WORD_FILE, [path.join(folder, 'minutes.docx'),
      '# Minutes', '1 The Council met.', '2 Paragraph 1 is recorded.', '3 It was was late.']);
    await editor.until('the new text', () => editor.shows('1 The Council met'));
    await editor.showProblems();
    await editor.until('the new finding', async () =>
      (await editor.problems()).some((row) => row.includes('"was" stands twice running')));
    await editor.goToText([4, 5]);
    await editor.press('F12');
    await editor.until('the definition', async () => (await editor.cursor()).startsWith('3:'));
    assert.equal(await editor.squiggles('warning'), 1);
  }],

  ['its findings are written into a copy', async (editor) => {
    await editor.command('planlint: Write Findings into a Copy of Word File');
    const box = editor.page.locator('.quick-input-widget input:visible').first();
    await editor.until('the name of the copy', async () =>
      (await box.inputValue().catch(() => '')).endsWith('/minutes-review.docx'));
    await editor.press('Enter');
    await editor.until('what was written', async () =>
      (await editor.texts('.notification-toast')).some((text) => text.includes('1 comment in')));
    assert.ok(existsSync(path.join(folder, 'minutes-review.docx')));
  }],

  ['with its tracked changes side by side', async (editor) => {
    await editor.command('planlint: Show Tracked Changes of Word File');
    await editor.page.waitForSelector('.tab.active:has-text("minutes.docx (tracked changes)")');
    await editor.until('both texts', async () => (await editor.count('.monaco-diff-editor')) > 0);
  }],
];

const editor = await Editor.open(browser, `${address}/?folder=${folder}`);
let failed = 0;
for (const [title, run] of steps) {
  try {
    await run(editor);
    console.log(`ok: ${title}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${title}: ${error.message}`);
    await editor.picture(picture(`failed-${failed}`));
    await editor.press('Escape', 'Escape');
  }
}
await editor.close();
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
