// What the server's code lenses show: places, as the protocol writes them.
const vscode = require('vscode');

function position({ line, character }) {
  return new vscode.Position(line, character);
}

function location({ uri, range }) {
  return new vscode.Location(
    vscode.Uri.parse(uri), new vscode.Range(position(range.start), position(range.end)));
}

function showReferences(uri, at, places) {
  return vscode.commands.executeCommand(
    'editor.action.showReferences', vscode.Uri.parse(uri), position(at), places.map(location));
}

module.exports = { showReferences };
