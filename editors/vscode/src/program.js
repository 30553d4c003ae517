// The planlint program: the one of the setting, or the one on the PATH.
const fs = require('fs');
const os = require('os');
const path = require('path');
const vscode = require('vscode');

const INSTALLING = 'planlint was not found. Build and install it '
  + '(cmake --install build/release), so that it is on the PATH, or say where it is.';

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function endings() {
  return process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings().map((ending) => path.join(folder, name + ending)))
    .find(isProgram);
}

function expand(setting) {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  return setting
    .replace(/^~(?=$|[\\/])/, os.homedir())
    .replace(/\$\{workspaceFolder\}/g, folder)
    .replace(/\$\{env:(\w+)\}/g, (_, name) => process.env[name] ?? '');
}

// The program's path, or undefined when there is none.
function findProgram() {
  const setting = vscode.workspace.getConfiguration('planlint').get('path').trim();
  if (setting === '') {
    return onPath('planlint');
  }
  const wanted = expand(setting);
  if (!/[\\/]/.test(wanted)) {
    return onPath(wanted);
  }
  return isProgram(wanted) ? wanted : undefined;
}

async function tellMissing() {
  const setting = vscode.workspace.getConfiguration('planlint').get('path').trim();
  const message = setting === ''
    ? INSTALLING
    : `planlint.path is "${setting}", and there is no such program.`;
  const choice = await vscode.window.showErrorMessage(message, 'Open the Setting');
  if (choice !== undefined) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'planlint.path');
  }
}

module.exports = { findProgram, tellMissing };
