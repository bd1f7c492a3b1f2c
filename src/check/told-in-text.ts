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
import { type Quote, quotesOf } from './quotes.ts';
import { found, languageOf } from './readable.ts';
import type { Rules } from './rule.ts';
import { sentenceAround } from './sentence.ts';

/** What only a text says, where a clause or a field of one would: technologies, channels, tiers. */
export const toldRules: Rules = {
  'technology-unlisted': (facts) => {
    if (facts.all('function').length === 0) return [];
    const listed = new Set(facts.all('technology').map(({ values }) => String(values.type)));
    const told = new Set<string>();
    return quotesOf(facts, technologies).flatMap((part): Diagnostic[] => {
      const { match, quote } = part;
      const [type] = Object.entries(match.groups ?? {}).find(([, named]) => named !== undefined) ?? [''];
      if (listed.has(type) || told.has(type) || isDenied(part)) return [];
      told.add(type);
      return [found('technology-unlisted', { quote, type }, part)];
    });
  },
  'prose-names-other-channel': (facts) => {
    const stated = facts.all('change.channel');
    if (stated.length === 0) return [];
    const own = new Set(stated.map(({ key }) => key[1]));
    return quotesOf(facts, channels).flatMap((part): Diagnostic[] => {
      const { readable, quote } = part;
      const kind = facts.kindOf(readable.owner);
      if (kind !== 'change' && kind !== 'statement') return [];
      const channel = calledChannel.find(([words]) => words.test(quote))?.[1];
      if (channel === undefined || own.has(channel)) return [];
      if (!ofChanges[languageOf(readable.locale)]?.test(sentenceAround(part)) || isDenied(part)) return [];
      const place = stated[0]?.place;
      const places = place ? [{ place, role: 'facts' as const }] : [];
      return [found('prose-names-other-channel', { quote, channel }, part, places)];
    });
  },
  'tier-left-open': (facts) =>
    quotesOf(facts, openTiers).map((part) => found('tier-left-open', { quote: part.quote }, part)),
  'notice-by-checking': (facts) =>
    quotesOf(facts, lookingBack).flatMap((part) => {
      const { owner } = part.readable;
      if (facts.rows.one('change', owner) === undefined) return [];
      const tells = [...facts.of('change.channel', owner), ...facts.of('change.promise', owner)];
      return tells.length > 0 ? [] : [found('notice-by-checking', { quote: part.quote }, part)];
    }),
};

function isDenied(quote: Quote): boolean {
  return denying[languageOf(quote.readable.locale)]?.test(sentenceAround(quote)) === true;
}
