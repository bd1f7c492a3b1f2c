// What others' tools cost on as much text: two linters of YAML on an OpenAPI document that holds the texts of the worked
// example, and a finder of breaking changes on as many messages. They are no dependencies: the bench installs them into
// its own folder, or takes them from a folder that has them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const packages = { '@redocly/cli': '2', '@stoplight/spectral-cli': '6', '@bufbuild/buf': '1' };

/** Commands for the bench; none, and a word why, when the tools cannot be had. */
export function peersIn(folder, installed, policy) {
  const tools = installed ?? join(folder, 'tools');
  try {
    if (installed === undefined) install(tools);
    const work = join(folder, 'peers');
    mkdirSync(work, { recursive: true });
    writeDocuments(work, policy);
    const bin = (name) => realPath(tools, name);
    return [
      {
        name: 'redocly lint',
        args: [bin('redocly'), 'lint', 'api.yaml', '--config', 'redocly.yaml'],
        cwd: work,
        says: /^/,
        tells: /is valid/,
      },
      {
        name: 'spectral lint',
        args: [bin('spectral'), 'lint', 'api.yaml', '--ruleset', 'spectral.yaml'],
        cwd: work,
        says: /No results/,
      },
      {
        name: 'buf breaking',
        args: [bin('buf'), 'breaking', 'after', '--against', 'before'],
        cwd: work,
        says: /^$/,
      },
    ];
  } catch (error) {
    console.log(`Without other tools to compare with: ${String(error.message).split('\n')[0]}`);
    console.log(
      `(npm needs a registry to install ${Object.keys(packages).join(', ')}; --peers FOLDER names a folder that has them.)\n`,
    );
    return [];
  }
}

function install(tools) {
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }');
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', ...wanted], {
    cwd: tools,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
  });
}

/** The script that a tool's name stands for, so that Node starts it as it starts policyc. */
function realPath(tools, name) {
  for (const one of Object.keys(packages)) {
    const folder = join(tools, 'node_modules', one);
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = typeof bin === 'object' ? bin[name] : undefined;
    if (path !== undefined && existsSync(join(folder, path))) return join(folder, path);
  }
  throw new Error(`${name} is not installed in ${tools}.`);
}

function writeDocuments(work, policy) {
  const texts = readdirSync(policy, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('archive'))
    .sort()
    .map((path) => readFileSync(join(policy, path), 'utf8'));
  writeFileSync(join(work, 'api.yaml'), stringify(openApi(texts), { lineWidth: 0 }));
  writeFileSync(join(work, 'redocly.yaml'), 'extends: [minimal]\n');
  writeFileSync(join(work, 'spectral.yaml'), 'extends: ["spectral:oas"]\n');
  for (const name of ['before', 'after']) {
    mkdirSync(join(work, name), { recursive: true });
    writeFileSync(join(work, name, 'buf.yaml'), 'version: v2\n');
    writeFileSync(join(work, name, 'policy.proto'), messages(texts, name === 'after'));
  }
}

/** A path for every clause, with its YAML as the description. */
function openApi(texts) {
  const clauses = texts.flatMap((text) => text.split(/^(?= {2}- id:)/m));
  const operation = (text, index) => ({
    get: {
      operationId: `clause${index}`,
      summary: `Clause ${index}`,
      description: text,
      tags: ['policy'],
      security: [],
      responses: { 200: { description: 'Fine.' }, 400: { description: 'Not fine.' } },
    },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Policy',
      version: '1',
      description: 'The texts of a policy.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Somebody', url: 'https://policy.example', email: 'somebody@policy.example' },
    },
    servers: [{ url: 'https://policy.example' }],
    tags: [{ name: 'policy', description: 'Clauses.' }],
    paths: Object.fromEntries(clauses.map((text, index) => [`/clauses/${index}`, operation(text, index)])),
  };
}

/** The same lines as comments of fields, a message for every ten; one message gains a field, which breaks nothing. */
function messages(texts, isAfter) {
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const blocks = [];
  for (let at = 0; at < lines.length; at += 10) {
    const fields = lines
      .slice(at, at + 10)
      .map((line, index) => `  // ${line.trim()}\n  string f${index} = ${index + 1};\n`);
    blocks.push(
      `message M${blocks.length} {\n${fields.join('')}${isAfter && at === 0 ? '  string more = 99;\n' : ''}}\n`,
    );
  }
  return `syntax = "proto3";\npackage policy;\n${blocks.join('')}`;
}
