// What VS Code is told of planlint: commands, tasks, the server's life.
const vscode = require('vscode');
const { Server } = require('./server');
const { documentSelector, anyIsOpen } = require('./documents');
const rules = require('./rules');
const tasks = require('./tasks');
const { showReferences } = require('./references');
const { WordFiles, showWordFile, compareWordFile, annotateWordFile } = require('./word');

const RESTARTING = ['path', 'extraArgs', 'enable', 'documents'];

function restartsServer(change) {
  return RESTARTING.some((name) => change.affectsConfiguration(`planlint.${name}`));
}

// Everything that can change which documents are ours leads to `follow`.
function watch(context, follow) {
  const configurations = vscode.workspace.createFileSystemWatcher('**/planlint.json', false, true, false);
  context.subscriptions.push(
    configurations,
    configurations.onDidCreate(follow),
    configurations.onDidDelete(follow),
    vscode.workspace.onDidChangeWorkspaceFolders(follow),
    vscode.workspace.onDidOpenTextDocument(follow),
  );
}

function fixAll() {
  return vscode.commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.planlint',
    apply: 'first',
  });
}

async function activate(context) {
  const output = vscode.window.createOutputChannel('planlint');
  let isWanted = false; // whatever is open
  const words = new WordFiles(async () => {
    isWanted = true;
    await follow();
    return server.client;
  });
  const server = new Server(output, words);

  // Does nothing when the same server serves the same documents already.
  const follow = async () => {
    const enabled = vscode.workspace.getConfiguration('planlint').get('enable');
    const selector = enabled ? await documentSelector() : [];
    await server.serve(isWanted || anyIsOpen(selector) ? selector : []);
  };
  const restart = async () => {
    await server.stop();
    await follow();
  };

  const command = (name, run) => vscode.commands.registerCommand(`planlint.${name}`, run);
  context.subscriptions.push(
    output,
    server,
    words,
    command('restartServer', restart),
    command('showOutput', () => output.show()),
    command('checkWorkspace', tasks.checkWorkspace),
    command('fixAllInDocument', fixAll),
    command('openRulePage', rules.openPage),
    command('showReferences', showReferences),
    command('showWordFile', showWordFile),
    command('compareWordFile', compareWordFile),
    command('annotateWordFile', annotateWordFile),
    rules.registerPages(),
    tasks.register(),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (restartsServer(change)) {
        return restart();
      }
    }),
  );
  watch(context, follow);
  await follow();
}

module.exports = { activate };
