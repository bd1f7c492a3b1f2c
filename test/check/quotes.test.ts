import { readdirSync, readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finderOf } from '../../src/check/finder.ts';
import { searchFor, searchForForms } from '../../src/check/names-in-text.ts';
import { join, quotesIn, touched } from '../../src/check/quotes.ts';
import type { Readable } from '../../src/check/readable.ts';
import { expressionsIn } from '../expressions.ts';
import { samplesFolder } from './sample.ts';

function readable(words: string): Readable {
  const place = { file: 'f', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const row = { relation: 'prose', key: ['id', 'text', 'en'], values: { text: words }, place } as const;
  const origin = (start: number, end: number) => ({ start, end });
  return { row, owner: 'id', field: 'text', locale: 'en', text: words, words, origin };
}

const folder = pathOf(import.meta.dirname, '../../src/check');
const expressions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => expressionsIn(pathOf('check', file)))
  .filter(({ flags }) => flags.includes('g'))
  .map(({ source, flags }) => new RegExp(source, flags));

/** Every text that a person wrote for the rules, cut where words, lines and sentences end. */
const pieces = readdirSync(samplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .flatMap((path) => readFileSync(pathOf(samplesFolder, path), 'utf8').split(/(?<=[\s，。；：])/));
const text = fc.tuple(fc.nat(pieces.length - 1), fc.integer({ min: 0, max: 25 })).map(([at, count]) =>
  pieces
    .slice(at, at + count)
    .join('')
    .trim(),
);

describe('searching all texts at once', () => {
  /** All of a quote but the text that it is of. */
  const said = (quotes: ReturnType<typeof quotesIn>): string =>
    JSON.stringify(
      quotes.map(({ quote, start, end, match }) => [
        quote,
        start,
        end,
        [...match],
        match.groups,
        match.index,
      ]),
    );

  it('has the expressions of the rules', () => expect(expressions.length).toBeGreaterThan(20));

  it('finds each text in which there is something', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (words) => {
        const texts = words.map(readable);
        const joined = join(texts);
        // All that is wrong is held against nothing once: to ask for each text takes longer than to search it.
        const wrong = expressions.flatMap((expression) => {
          const found = touched(joined, expression);
          const alone = new Map(texts.map((one) => [one, quotesIn(one, expression)] as const));
          const missed = texts.filter((one) => alone.get(one)?.length !== 0 && !found.includes(one));
          const twice = found.filter((one, at) => found.indexOf(one) !== at);
          // What is found there, and where, is the same whether a text is searched alone or as a part of all.
          const elsewhere = found.filter(
            (one) => said(quotesIn(one, expression, joined)) !== said(alone.get(one) ?? []),
          );
          return Object.entries({ missed, twice, elsewhere }).flatMap(([how, some]) =>
            some.map(({ words }) => `${how} ${expression} ${words}`),
          );
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the places of a name', () => {
  const naive = (words: string, name: string): number[] => {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const [before, after] = [/^[\p{Script=Latin}\d]/u, /[\p{Script=Latin}\d]$/u].map((edge) =>
      edge.test(name),
    );
    const parted = `${before ? '(?<![\\p{L}\\d])' : ''}${plain}${after ? '(?![\\p{L}\\d])' : ''}`;
    return [...words.matchAll(new RegExp(parted, 'giu'))].map(({ index }) => index);
  };

  it('are those of one expression that says all', () => {
    const part = fc.constantFrom('a', 'A', 'b', 'é', ' ', '\n', '名', '𝒜', '1', '-', '.', '(', 'ß', 'K');
    const parts = fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => all.join('').trim());
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.uniqueArray(parts, { maxLength: 5 }),
        (words, names) => {
          const all = words.join('');
          const found = searchFor(names)(all);
          for (const name of names) {
            // Names that differ in case alone are one, called as the first of them.
            const called = names.find((one) => one.toLowerCase() === name.toLowerCase());
            const places = found.filter((one) => one.name === called).map(({ start }) => start);
            expect(places, JSON.stringify(name)).toEqual(name === '' ? [] : naive(all, name));
          }
        },
      ),
    );
  });

  it('of thousands of words cost a text no more that begins like them at every word', () => {
    const started = performance.now();
    searchFor([`${'a '.repeat(1500)}b`])(`${'a '.repeat(12_000)}b`);
    expect(performance.now() - started).toBeLessThan(2000);
    const name = Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' ');
    expect(searchFor([name])(`We say: ${name}, ${name}.`)).toHaveLength(2);
  });

  it('of a vocabulary by the hundred that begin alike cost a text no more that begins like them at every word', () => {
    const names = Array.from({ length: 500 }, (_, at) => [`${'a '.repeat(at + 1)}b`, 'x'] as const);
    const started = performance.now();
    finderOf(names)('a '.repeat(4000));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(finderOf(names.slice(0, 20))('We say: a a a b, a a b.')).toHaveLength(2);
  });

  it('of a form end up to three letters later', () => {
    const places = searchForForms(['cat', 'big cat'])('Cats, big  Cattle, big cat, concat and catalogue');
    expect(places.map(({ name, start }) => [name, start])).toEqual([
      ['cat', 0],
      ['big cat', 6],
      ['cat', 11],
      ['big cat', 19],
      ['cat', 23],
    ]);
  });
});
