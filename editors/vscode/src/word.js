// Word files as text: read-only documents of a scheme of their own, whose text
// is the server's; it asks for a document to be shown anew when Word has saved.
const { execFile } = require('child_process');
const path = require('path');
const { promisify } = require('util');
const vscode = require('vscode');
const { State } = require('vscode-languageclient/node');
const { findProgram } = require('./program');

const SCHEME = 'planlint-word';
const EXTENSIONS = ['docx', 'docm', 'dotx', 'dotm', 'odt', 'ott', 'fodt'];

// As the server writes it, so that a file is one document.
function uriOf(file, view = 'final') {
  return vscode.Uri.from({ scheme: SCHEME, path: file.path, query: `view=${view}` });
}

// What the client does not know of itself: that such texts can be shown.
const feature = {
  fillClientCapabilities(capabilities) {
    capabilities.workspace ??= {};
    capabilities.workspace.textDocumentContent = {};
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};

class WordFiles {
  // `start` starts the server when it is not running, and returns its client.
  constructor(start) {
    this.start = start;
    this.changed = new vscode.EventEmitter();
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: (uri, token) => this.read(uri, token),
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.colour(document)),
    ];
  }

  dispose() {
    this.subscriptions.forEach((it) => it.dispose());
  }

  // For a client that has not been started.
  attach(client) {
    client.registerFeature(feature);
    client.onRequest('workspace/textDocumentContent/refresh', ({ uri }) => {
      this.changed.fire(vscode.Uri.parse(uri));
      return null;
    });
  }

  async read(uri, token) {
    const client = await this.start();
    if (client?.state !== State.Running) {
      throw new Error('planlint is not running');
    }
    const { text } = await client.sendRequest(
      'workspace/textDocumentContent', { uri: uri.toString() }, token);
    return text;
  }

  // The name of the file says what it is, not how its text is to be coloured.
  colour(document) {
    if (document.uri.scheme === SCHEME && document.languageId !== 'plan') {
      return vscode.languages.setTextDocumentLanguage(document, 'plan');
    }
  }
}

function isWordFile(uri) {
  return uri?.scheme === SCHEME || (uri?.scheme === 'file'
    && EXTENSIONS.includes(path.posix.extname(uri.path).slice(1).toLowerCase()));
}

// The file that a command is about: given, in front (as itself or as its text),
// or asked for.
async function choose(given) {
  const inFront = vscode.window.tabGroups.activeTabGroup.activeTab?.input?.uri;
  const here = [given, inFront].find(isWordFile);
  if (here !== undefined) {
    return here;
  }
  const chosen = await vscode.window.showOpenDialog({ filters: { Word: EXTENSIONS } });
  return chosen?.[0];
}

async function show(given) {
  const file = await choose(given);
  if (file !== undefined) {
    const document = await vscode.workspace.openTextDocument(uriOf(file));
    await vscode.window.showTextDocument(document, { preview: false });
  }
}

// As it was before the tracked changes, and as it is when all are accepted.
async function compare(given) {
  const file = await choose(given);
  if (file !== undefined) {
    await vscode.commands.executeCommand('vscode.diff', uriOf(file, 'original'), uriOf(file),
      `${path.posix.basename(file.path)} (tracked changes)`, { preview: false });
  }
}

// A copy with a comment for each finding, as `planlint annotate` writes it.
async function annotate(given) {
  const file = await choose(given);
  if (file === undefined) {
    return;
  }
  const { dir, name, ext } = path.posix.parse(file.path);
  const copy = await vscode.window.showSaveDialog({
    title: 'Copy with the findings as comments',
    defaultUri: vscode.Uri.file(`${dir}/${name}-review${ext}`),
    filters: { Word: EXTENSIONS },
  });
  if (copy !== undefined) {
    const profile = vscode.workspace.getConfiguration('planlint', file).get('profile');
    const options = profile === '' ? [] : ['--profile', profile];
    const { stderr } = await promisify(execFile)(findProgram() ?? 'planlint', [
      'annotate', ...options, '-o', copy.fsPath, '--', vscode.Uri.file(file.path).fsPath]);
    vscode.window.showInformationMessage(`planlint: ${stderr.trim()} in ${copy.fsPath}`);
  }
}

async function telling(run, given) {
  try {
    await run(given);
  } catch (error) {
    const said = error.stderr?.trim() || `planlint: ${error.message}`;
    vscode.window.showErrorMessage(said);
  }
}

module.exports = {
  SCHEME,
  WordFiles,
  showWordFile: (given) => telling(show, given),
  compareWordFile: (given) => telling(compare, given),
  annotateWordFile: (given) => telling(annotate, given),
};
