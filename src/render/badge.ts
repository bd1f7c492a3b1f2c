import type { Badge, BadgeTone } from './nodes.ts';

export function badge(tone: BadgeTone, value: string): Badge {
  return { type: 'badge', tone, value };
}
