import type { Audience, Box } from './audience.ts';
import { type Dimension, dimensions, type Limit, limitOf } from './limit.ts';

/**
 * Readers as a line that people can read and write: `region EU, SG except DE & group "paying customers" or region US`.
 * Everybody is the empty line.
 */
export function writeAudience(audience: Audience): string {
  return audience
    .map((box) =>
      dimensions
        .flatMap((dimension) => {
          const limit = box[dimension];
          return limit ? [`${dimension} ${writeLimit(limit)}`] : [];
        })
        .join(' & '),
    )
    .join(' or ');
}

function writeLimit({ in: names, except }: Limit): string {
  return [
    ...(names ? [names.map(quoted).join(', ')] : []),
    ...(except ? [`except ${except.map(quoted).join(', ')}`] : []),
  ].join(' ');
}

function quoted(name: string): string {
  return /^[\w.+-]+$/.test(name) && !words.has(name) ? name : JSON.stringify(name);
}

const words: ReadonlySet<string> = new Set(['or', 'except', ...dimensions]);

/** Reads such a line; undefined when it is none. */
export function readAudience(text: string): Audience | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[\w.+-]+|[,&]|\S/g) ?? [];
  const boxes = partsBetween('or', tokens).map(readBox);
  if (!boxes.every((box) => box !== undefined)) return undefined;
  const isLimited = (box: Box): boolean =>
    Object.values(box).length > 0 && Object.values(box).every(({ in: some, except }) => some ?? except);
  return tokens.length > 0 && !boxes.every(isLimited) ? undefined : boxes;
}

function readBox(tokens: readonly string[]): Box | undefined {
  const limits = new Map<Dimension, Limit>();
  for (const [first, ...names] of partsBetween('&', tokens)) {
    if (first === undefined) continue;
    const dimension = dimensions.find((one) => one === first);
    const limit = readLimit(names);
    if (!dimension || !limit) return undefined;
    limits.set(dimension, limitOf(dimension, limit));
  }
  return Object.fromEntries(
    dimensions.flatMap((one) => (limits.has(one) ? [[one, limits.get(one)] as const] : [])),
  );
}

function readLimit(tokens: readonly string[]): Limit | undefined {
  const names = partsBetween('except', tokens).map((part) => part.filter((token) => token !== ','));
  const [some = [], ...except] = names.map((part) => part.map(nameOf));
  const limit = {
    ...(some.length > 0 ? { in: some } : {}),
    ...(except.length > 0 ? { except: except.flat() } : {}),
  };
  return isRead(limit) ? limit : undefined;
}

/** A limit all of whose names could be read. */
function isRead(
  limit: Readonly<Record<string, readonly (string | undefined)[]>>,
): limit is Record<string, string[]> {
  return Object.values(limit).every((names) => !names.includes(undefined));
}

/** What stands between the tokens that part a list. */
function partsBetween(mark: string, tokens: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === mark) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function nameOf(token: string): string | undefined {
  return token.startsWith('"') ? unquoted(token) : /^\w/.exec(token)?.input;
}

function unquoted(token: string): string | undefined {
  try {
    return String(JSON.parse(token));
  } catch {
    return undefined;
  }
}
