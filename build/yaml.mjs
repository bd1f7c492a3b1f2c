// The `yaml` package as the program carries it: its ES modules, with lexer and parser rewritten from generators that
// delegate to one another into plain functions that collect what they find. In a process that reads its files once,
// every token climbing up through nested generators, in code no compiler has warmed to, is most of the time of
// `check`: without them a first reading takes less than half as long. What comes out is the same, token by token;
// test/build/yaml.test.ts holds that. Why, and how to do without: docs/decisions/0002-bundle.md.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Each file's class, and the one place where it hands on what was collected. */
const rewrites = {
  'lexer.js': {
    collects: 'this.atEnd = false;',
    generator: '*lex(source, incomplete = false) {',
    from: 'next = yield* this.parseNext(next);',
    to: '{ next = this.parseNext(next); HAND_ON }',
  },
  'parser.js': {
    collects: 'this.atNewLine = true;',
    generator: '*parse(source, incomplete = false) {',
    from: 'yield* this.next(lexeme);\n        if (!incomplete)\n            yield* this.end();',
    to: '{ this.next(lexeme); HAND_ON }\n        if (!incomplete) { this.end(); HAND_ON }',
  },
};
const handOn =
  'const { found } = this; for (let i = 0; i < found.length; i++) YIELD found[i]; found.length = 0;';

/** The text of `lexer.js` or `parser.js` without inner generators. Throws when it is not as it was when this was written. */
export function withoutGenerators(name, text) {
  const { collects, generator, from, to } = rewrites[name];
  const start = text.indexOf('\nclass ');
  const once = (body, what, by) => {
    if (body.split(what).length < 2) throw new Error(`yaml's ${name} no longer says: ${what}`);
    return body.replace(what, by);
  };
  let body = text.slice(start);
  body = once(body, collects, `this.found = [];\n        ${collects}`);
  body = once(body, generator, `GENERATOR${generator.slice(1)}`);
  body = once(body, from, to.replaceAll('HAND_ON', handOn));
  body = body.replaceAll('yield* this.', 'this.').replace(/\n {4}\*(\w+\()/g, '\n    $1');
  body = collectYields(body);
  if (/\byield\b|\n {4}\*/.test(body)) throw new Error(`yaml's ${name} yields where it did not before`);
  return text.slice(0, start) + body.replace('GENERATOR', '*').replaceAll('YIELD', 'yield');
}

/** `yield value;` becomes `this.found.push(value);`. */
function collectYields(body) {
  let done = '';
  let rest = body;
  for (let at = rest.search(/\byield /); at !== -1; at = rest.search(/\byield /)) {
    const from = at + 'yield '.length;
    let to = from;
    for (let depth = 0; rest[to] !== ';' || depth > 0; to++) {
      if ('({['.includes(rest[to])) depth++;
      if (')}]'.includes(rest[to])) depth--;
      if (to >= rest.length) throw new Error('a yield of yaml has no end');
    }
    done += `${rest.slice(0, at)}this.found.push(${rest.slice(from, to)})`;
    rest = rest.slice(to);
  }
  return done + rest;
}

const rewritten = /[\\/]yaml[\\/]browser[\\/]dist[\\/]parse[\\/](lexer|parser)\.js$/;
const entryOf = (root) => join(root, 'node_modules/yaml/browser/dist/index.js');

export function yamlWithoutGenerators(root) {
  return {
    name: 'yaml-without-generators',
    setup(build) {
      build.onResolve({ filter: /^yaml$/ }, () => ({ path: entryOf(root) }));
      build.onLoad({ filter: rewritten }, async ({ path }) => ({
        contents: withoutGenerators(path.replace(/^.*[\\/]/, ''), await readFile(path, 'utf8')),
      }));
    },
  };
}
