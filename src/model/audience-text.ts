import { type Audience, type Box, type Dimension, dimensions, type Limit, limitOf } from './audience.ts';

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
  const boxes: Record<string, Limit>[] = [{}];
  let dimension: Dimension | undefined;
  let into: 'in' | 'except' = 'in';
  for (const token of tokens) {
    const box = boxes.at(-1) ?? {};
    if (token === 'or') {
      boxes.push({});
      dimension = undefined;
    } else if (token === 'except') into = 'except';
    else if (token === '&') dimension = undefined;
    else if (dimension === undefined) {
      dimension = dimensions.find((one) => one === token);
      if (!dimension) return undefined;
      into = 'in';
      box[dimension] = {};
    } else if (token !== ',') {
      const name = token.startsWith('"') ? unquoted(token) : token;
      if (name === undefined || !/^[\w"]/.test(token)) return undefined;
      const limit: Limit = box[dimension] ?? {};
      box[dimension] = { ...limit, [into]: [...(limit[into] ?? []), name] };
    }
  }
  const read = boxes.map((box) =>
    Object.fromEntries(
      dimensions.flatMap((one) => (box[one] ? [[one, limitOf(one, box[one])] as const] : [])),
    ),
  );
  const isLimited = (box: Box): boolean =>
    Object.values(box).length > 0 && Object.values(box).every(({ in: some, except }) => some ?? except);
  return tokens.length > 0 && !read.every(isLimited) ? undefined : read;
}

function unquoted(token: string): string | undefined {
  try {
    return String(JSON.parse(token));
  } catch {
    return undefined;
  }
}
