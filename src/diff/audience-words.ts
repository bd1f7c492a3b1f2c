import { list } from '../base/message.ts';
import { type Audience, type Box, isEverybody } from '../model/audience.ts';
import { type Dimension, dimensions, type Limit } from '../model/limit.ts';
import { partsOf } from '../model/regions.ts';
import { countries } from '../words/countries.ts';
import { english } from '../words/made/en.ts';
import { subdivisions } from '../words/subdivisions.ts';

/** Readers in words: `everybody`, `readers in China and Singapore`, `readers outside the European Union`. */
export function readersInWords(audience: Audience): string {
  if (isEverybody(audience)) return 'everybody';
  if (audience.length === 0) return 'nobody';
  return audience.map(boxInWords).join('; ');
}

/** How readers within and beyond a limit are told of, and what the names of the limit are called. */
interface Telling {
  readonly within: string;
  readonly beyond: string;
  readonly called: (name: string) => string;
}

const tellings: Readonly<Record<Dimension, Telling>> = {
  region: { within: 'in', beyond: 'outside', called: regionInWords },
  product: { within: 'who use', beyond: 'who do not use', called: (name) => name },
  channel: { within: 'who use the', beyond: 'who do not use the', called: channelInWords },
  group: { within: 'who are', beyond: 'who are not', called: (name) => name },
};

function boxInWords(box: Box): string {
  const parts = dimensions.flatMap((one) => (box[one] ? [limitInWords(one, box[one])] : []));
  return parts.reduce((words, part) => {
    const again = words.includes(' who ') ? part.replace(/^who /, 'and ') : part;
    return `${words} ${again}`;
  }, 'readers');
}

function limitInWords(dimension: Dimension, limit: Limit): string {
  const { within, beyond, called } = tellings[dimension];
  const except = (limit.except ?? []).map(called);
  if (!limit.in) return `${beyond} ${list(except)}`;
  const rest = except.length === 0 ? '' : ` (all but ${list(except, 'and')})`;
  const names = dimension === 'region' ? condensed(limit.in) : limit.in;
  return `${within} ${list(names.map(called))}${rest}`;
}

/** Most of the European Union is written as its name and the few exceptions. */
function condensed(names: readonly string[]): readonly string[] {
  const union = partsOf('EU');
  const missing = union.filter((one) => !names.includes(one));
  if (missing.length === 0 || missing.length > union.length / 2) return names;
  return [
    ...names.filter((one) => !union.includes(one)),
    `EU except ${missing.map(regionInWords).join(', ')}`,
  ];
}

const inText: Readonly<Record<string, string>> = english.regionsInText;

export function regionInWords(code: string): string {
  const [, rest] = /^EU except (.*)$/.exec(code) ?? [];
  if (rest !== undefined) return `the European Union except ${rest}`;
  const names = countries[code];
  return inText[code] ?? subdivisions[code] ?? names?.[0] ?? code;
}

function channelInWords(channel: string): string {
  const names: Readonly<Record<string, string>> = english.appChannels;
  return names[channel] ?? channel.replaceAll('-', ' ');
}
