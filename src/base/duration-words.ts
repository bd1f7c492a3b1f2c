const parts = [
  [/(\d+)Y/, 'year'],
  [/^P[^T]*?(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
  [/T.*?(\d+)H/, 'hour'],
  [/T.*?(\d+)M/, 'minute'],
  [/(\d+)S/, 'second'],
] as const;

/** An ISO 8601 period in English: P1Y6M is “1 year 6 months”. Anything else is returned as it is. */
export function durationInEnglish(duration: string): string {
  if (!/^P(?=[\dT])/.test(duration)) return duration;
  const words = parts.flatMap(([pattern, unit]) => {
    const count = pattern.exec(duration)?.[1];
    return count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
  });
  return words.join(' ') || duration;
}
