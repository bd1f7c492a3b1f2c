import { setextUnderline } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';

const dash = 45;
const equals = 61;

/**
 * Underlined headings at a cost that is linear in the text: micromark's own construct copies everything before a
 * heading to set its underline. Here it is given the heading's own part alone; what comes of it is the same.
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
