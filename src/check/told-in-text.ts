import type { Diagnostic } from '../base/diagnostic.ts';
import {
  calledChannel,
  channels,
  denying,
  lookingBack,
  ofChanges,
  openTiers,
  technologies,
} from './phrases/told.ts';
import { quotesOf } from './quotes.ts';
import { found, languageOf, quoted } from './readable.ts';
import type { Rule } from './rule.ts';
import { sentenceAround } from './sentence.ts';

/** What only a text says, where a clause or a field of one would: technologies, channels, tiers. */
export const toldRules: readonly Rule[] = [
  {
    code: 'technology-unlisted',
    check: (facts) => {
      if (facts.all('function').length === 0) return [];
      const listed = new Set(facts.all('technology').map(({ values }) => String(values.type)));
      const told = new Set<string>();
      return quotesOf(facts, technologies).flatMap(({ readable, match, start, end }): Diagnostic[] => {
        const [type] = Object.entries(match.groups ?? {}).find(([, named]) => named !== undefined) ?? [''];
        if (listed.has(type) || told.has(type) || isDenied(readable.words, start, end, readable.locale))
          return [];
        told.add(type);
        const quote = quoted(readable, start, end);
        return [found('technology-unlisted', { quote, type }, readable, start, end)];
      });
    },
  },
  {
    code: 'prose-names-other-channel',
    check: (facts) => {
      const stated = facts.all('change.channel');
      if (stated.length === 0) return [];
      const own = new Set(stated.map(({ key }) => key[1]));
      return quotesOf(facts, channels).flatMap(({ readable, quote, start, end }): Diagnostic[] => {
        const kind = facts.kindOf(readable.owner);
        if (kind !== 'change' && kind !== 'statement') return [];
        const channel = channelCalled(quote);
        if (channel === undefined || own.has(channel)) return [];
        const sentence = sentenceAround(readable.words, start, end);
        const language = languageOf(readable.locale);
        if (!ofChanges[language]?.test(sentence) || isDenied(readable.words, start, end, readable.locale))
          return [];
        const place = stated[0]?.place;
        const places = place ? [{ place, role: 'facts' as const }] : [];
        return [found('prose-names-other-channel', { quote, channel }, readable, start, end, places)];
      });
    },
  },
  {
    code: 'tier-left-open',
    check: (facts) =>
      quotesOf(facts, openTiers).map(({ readable, quote, start, end }) =>
        found('tier-left-open', { quote }, readable, start, end),
      ),
  },
  {
    code: 'notice-by-checking',
    check: (facts) =>
      quotesOf(facts, lookingBack).flatMap(({ readable, quote, start, end }) => {
        if (facts.rows.one('change', readable.owner) === undefined) return [];
        const tells = [
          ...facts.of('change.channel', readable.owner),
          ...facts.of('change.promise', readable.owner),
        ];
        return tells.length > 0 ? [] : [found('notice-by-checking', { quote }, readable, start, end)];
      }),
  },
];

function isDenied(words: string, start: number, end: number, locale: string): boolean {
  return denying[languageOf(locale)]?.test(sentenceAround(words, start, end)) === true;
}

function channelCalled(name: string): string | undefined {
  return calledChannel.find(([words]) => words.test(name))?.[1];
}
