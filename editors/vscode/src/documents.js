// Which documents are plans: those of the language `plan`, Word files that are
// shown, and text and Markdown below a planlint.json or matched by the setting `documents`.
const fs = require('fs');
const path = require('path');
const vscode = require('vscode');
const { SCHEME } = require('./word');

const CONFIGURATION = 'planlint.json';
const PROSE = ['markdown', 'plaintext'];
const MOST_CONFIGURATIONS = 1000;

function escapeGlob(text) {
  return text.replace(/[[\]{}*?]/g, '[$&]');
}

// A glob below a folder, with the slashes that globs have.
function below(folder, glob) {
  return `${escapeGlob(folder.replace(/\\/g, '/').replace(/\/$/, ''))}/${glob}`;
}

// planlint looks for its configuration up to the root of the repository.
function hasConfigurationAbove(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, CONFIGURATION))) {
      return true;
    }
    if (fs.existsSync(path.join(at, '.git')) || at === path.dirname(at)) {
      return false;
    }
  }
}

function localFolders() {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === 'file')
    .map((folder) => folder.uri.fsPath);
}

async function configuredFolders() {
  const found = await vscode.workspace.findFiles(
    `**/${CONFIGURATION}`, '**/node_modules/**', MOST_CONFIGURATIONS);
  const inside = found.map((uri) => path.dirname(uri.fsPath));
  return [...new Set([...localFolders().filter(hasConfigurationAbove), ...inside])].sort();
}

async function documentSelector() {
  const globs = vscode.workspace.getConfiguration('planlint').get('documents');
  const patterns = [
    ...(await configuredFolders()).map((folder) => below(folder, '**')),
    ...localFolders().flatMap((folder) => globs.map((glob) => below(folder, glob))),
  ];
  return [
    { scheme: 'file', language: 'plan' },
    { scheme: 'untitled', language: 'plan' },
    { scheme: SCHEME },
    ...PROSE.flatMap((language) =>
      patterns.map((pattern) => ({ scheme: 'file', language, pattern }))),
  ];
}

// No server is started, and none is missed, before a plan is open.
function anyIsOpen(selector) {
  return vscode.workspace.textDocuments.some(
    (document) => vscode.languages.match(selector, document) > 0);
}

module.exports = { documentSelector, anyIsOpen };
