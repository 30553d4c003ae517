// Makes this folder ready for vsce: the bundle, the licence and the schemas of
// the project, and the rules that are offered while the setting is typed.
// usage: node build.js CHECKOUT
const fs = require('fs');
const path = require('path');
const esbuild = require('esbuild');

const [checkout] = process.argv.slice(2);
const rulesFolder = path.join(checkout, 'rules');
const severities = ['error', 'warning', 'info', 'off', 'on'];

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

function offeredRules() {
  const offered = fs.readdirSync(rulesFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson(path.join(rulesFolder, name)))
    .map(({ id, name, summary }) => [id, { description: `${name}: ${summary}`, enum: severities }]);
  return Object.fromEntries(offered);
}

function offerRules() {
  const manifest = readJson('package.json');
  manifest.contributes.configuration.properties['planlint.rules'].properties = offeredRules();
  fs.writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

// The licences of the modules that the bundle holds.
function writeLicences(inputs) {
  const folders = new Set(inputs
    .map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
    .filter(Boolean));
  const texts = [...folders].sort().map((folder) => {
    const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    return `${path.basename(folder)}\n\n${fs.readFileSync(path.join(folder, file), 'utf8')}`;
  });
  fs.writeFileSync('dist/LICENSES.txt', texts.join('\n\n'));
}

offerRules();
fs.copyFileSync(path.join(checkout, 'LICENSE'), 'LICENSE');
fs.mkdirSync('schema', { recursive: true });
fs.copyFileSync(path.join(rulesFolder, 'schema/config.schema.json'), 'schema/config.schema.json');
const { metafile } = esbuild.buildSync({
  entryPoints: ['src/extension.js'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node18',
  external: ['vscode'],
  metafile: true,
});
writeLicences(Object.keys(metafile.inputs));
