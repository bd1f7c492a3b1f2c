import { setextUnderline } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';

const dash = 45;
const equals = 61;

/**
 * Underlined headings in linear time: for each heading micromark's own construct copies everything before it. Here it
 * only gets the heading's own part, with the same result.
 */
export function underlinedHeadings(): Extension {
  return {
    disable: { null: ['setextUnderline'] },
    flow: { [dash]: construct, [equals]: construct },
  };
}

const construct: Construct = {
  ...setextUnderline,
  name: 'underlinedHeading',
  resolveTo(events, context) {
    const start = events.findLastIndex(([way, { type }]) => way === 'enter' && type === 'content');
    const own = events.splice(start);
    for (const event of setextUnderline.resolveTo?.(own, context) ?? own) events.push(event);
    return events;
  },
};
