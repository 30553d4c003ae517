// The pages of rules, as the program itself writes them.
const { execFile } = require('child_process');
const { promisify } = require('util');
const vscode = require('vscode');
const { findProgram, tellMissing } = require('./program');

const SCHEME = 'planlint-rule';

async function run(...args) {
  const program = findProgram() ?? 'planlint';
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const { stdout } = await promisify(execFile)(program, args, { cwd });
  return stdout;
}

function registerPages() {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) =>
      run('explain', '--format', 'markdown', uri.path.slice(1, -'.md'.length)),
  });
}

function codeOf(diagnostic) {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

// The rules that have a finding at the cursor.
function rulesAtCursor() {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return [];
  }
  const found = vscode.languages.getDiagnostics(editor.document.uri)
    .filter((it) => it.source === 'planlint' && it.range.contains(editor.selection.active))
    .map(codeOf);
  return [...new Set(found)];
}

async function choose() {
  const { rules } = JSON.parse(await run('rules', '--format', 'json'));
  const items = rules.map(({ id, name, severity, summary }) =>
    ({ label: id, description: `${name} · ${severity}`, detail: summary }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which rule?', matchOnDescription: true, matchOnDetail: true,
  });
  return chosen?.label;
}

// Without a rule: the one of the finding at the cursor, else one is asked for.
async function openPage(rule) {
  if (findProgram() === undefined) {
    tellMissing();
    return;
  }
  const here = typeof rule === 'string' ? [rule] : rulesAtCursor();
  const id = here.length === 1 ? here[0] : await choose();
  if (id !== undefined) {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
    // Locked: it stays when another file is looked at.
    await vscode.commands.executeCommand('markdown.showPreview', uri, [uri], { locked: true });
  }
}

module.exports = { registerPages, openPage };
