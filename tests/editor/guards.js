// guards.js MODULE SESSION OUTPUT - what a server wrote is judged by the guards
// of vscode-languageserver-types (MODULE), which VS Code trusts.
'use strict';

const fs = require('fs');
const types = require(process.argv[2]);

const listOf = (guard) => (value) =>
    Array.isArray(value) && value.every((item) => guard.is(item));
const one = (guard) => (value) => guard.is(value);
const either = (...guards) => (value) => guards.some((guard) => guard(value));
const nothing = (value) => value === null;

const published = (params) =>
    typeof params.uri === 'string' &&
    listOf(types.Diagnostic)(params.diagnostics);
const placeholder = (value) =>
    types.Range.is(value.range) && typeof value.placeholder === 'string';
const highlights = (value) =>
    Array.isArray(value) && value.every((item) => types.Range.is(item.range));
const report = (value) =>
    value.kind === 'unchanged' || listOf(types.Diagnostic)(value.items);
const symbols = (value) => // without a guard of their own
    Array.isArray(value) && value.every((item) =>
        typeof item.name === 'string' && typeof item.kind === 'number' &&
        types.Location.is(item.location));
const completions = (value) =>
    Array.isArray(value.items) &&
    value.items.every((item) => typeof item.label === 'string' &&
        (!item.textEdit || types.TextEdit.is(item.textEdit) ||
            types.InsertReplaceEdit.is(item.textEdit)) &&
        (!item.documentation || typeof item.documentation === 'string' ||
            types.MarkupContent.is(item.documentation)));
const delta = (value) =>
    types.SemanticTokens.is(value) || Array.isArray(value.edits);

const guards = {
    'initialize': (value) => typeof value.capabilities === 'object',
    'shutdown': nothing,
    'textDocument/publishDiagnostics': published,
    'textDocument/definition':
        either(listOf(types.LocationLink), listOf(types.Location)),
    'textDocument/references': listOf(types.Location),
    'textDocument/documentHighlight': highlights,
    'textDocument/hover': one(types.Hover),
    'textDocument/documentSymbol':
        either(listOf(types.DocumentSymbol), symbols),
    'textDocument/foldingRange': listOf(types.FoldingRange),
    'textDocument/selectionRange': listOf(types.SelectionRange),
    'textDocument/documentLink': listOf(types.DocumentLink),
    'textDocument/prepareRename': either(one(types.Range), placeholder),
    'textDocument/rename': one(types.WorkspaceEdit),
    'textDocument/codeLens': listOf(types.CodeLens),
    'textDocument/inlayHint': listOf(types.InlayHint),
    'textDocument/semanticTokens/full': one(types.SemanticTokens),
    'textDocument/semanticTokens/full/delta': delta,
    'textDocument/semanticTokens/range': one(types.SemanticTokens),
    'textDocument/codeAction':
        either(listOf(types.CodeAction), listOf(types.Command)),
    'textDocument/completion': either(completions,
        (value) => completions({items: value})),
    'textDocument/formatting': listOf(types.TextEdit),
    'textDocument/rangeFormatting': listOf(types.TextEdit),
    'textDocument/diagnostic': report,
    'workspace/symbol': symbols,
    'workspace/executeCommand': () => true,
};

// The messages in a file of frames.
function* messages(bytes) {
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf('\r\n\r\n', at) + 4;
        const length = Number(/\d+/.exec(bytes.toString('latin1', at, end))[0]);
        yield JSON.parse(bytes.toString('utf8', end, end + length));
        at = end + length;
    }
}

const asked = new Map();
for (const line of fs.readFileSync(process.argv[3], 'utf8').split('\n')) {
    const message = line ? JSON.parse(line) : {};
    if (message.method && message.id !== undefined) {
        asked.set(message.id, message.method);
    }
}

let judged = 0;
let wrong = 0;
function judge(method, value) {
    const guard = guards[method];
    if (value === null && method !== 'initialize') {
        return;
    }
    judged++;
    if (!guard || !guard(value)) {
        wrong++;
        console.log(`${method}: ${JSON.stringify(value).slice(0, 400)}`);
    }
}

for (const message of messages(fs.readFileSync(process.argv[4]))) {
    if (message.method) {
        if (message.id === undefined) {
            judge(message.method, message.params);
        }
    } else if (message.result !== undefined) {
        judge(asked.get(message.id), message.result);
    }
}
console.log(`${judged} messages judged`);
process.exit(wrong || judged < 3 ? 1 : 0);
