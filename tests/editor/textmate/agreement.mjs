// Says where the TextMate grammar and the program disagree on which lines have
// a section's heading or a paragraph's number.
// usage: node agreement.mjs MODULES GRAMMAR PROGRAM FILE...
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const [modules, grammarFile, program, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

async function loadGrammar() {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => (scope === 'text.plan'
      ? textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)
      : null),
  });
  return registry.loadGrammar('text.plan');
}

// Each line: "heading", "paragraph" or what is neither.
function colouredLines(grammar, text) {
  let stack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { ruleStack, tokens } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const scopes = tokens.flatMap((token) => token.scopes);
    return scopes.includes('markup.heading.plan') ? 'heading'
      : scopes.includes('constant.numeric.paragraph.plan') ? 'paragraph' : 'neither';
  });
}

function understoodLines(file, count) {
  const lines = new Array(count).fill('neither');
  const visit = ({ paragraphs, sections }) => {
    paragraphs.forEach(({ line }) => { lines[line - 1] = 'paragraph'; });
    sections.forEach((section) => {
      if (section.typed !== '') {
        lines[section.line - 1] = 'heading';
      }
      visit(section);
    });
  };
  visit(JSON.parse(execFileSync(program, ['outline', '--format', 'json', file])));
  return lines;
}

const grammar = await loadGrammar();
let disagreements = 0;
for (const file of files) {
  const coloured = colouredLines(grammar, readFileSync(file, 'utf8'));
  const understood = understoodLines(file, coloured.length);
  coloured.forEach((colour, index) => {
    if (colour !== understood[index]) {
      disagreements += 1;
      console.log(`${file}:${index + 1}: coloured as ${colour}, understood as ${understood[index]}`);
    }
  });
}
process.exit(disagreements > 0 ? 1 : 0);
