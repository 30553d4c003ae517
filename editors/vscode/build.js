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

offerRules();
fs.copyFileSync(path.join(checkout, 'LICENSE'), 'LICENSE');
fs.mkdirSync('schema', { recursive: true });
fs.copyFileSync(path.join(rulesFolder, 'schema/config.schema.json'), 'schema/config.schema.json');
esbuild.buildSync({
  entryPoints: ['src/extension.js'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node18',
  external: ['vscode'],
});
