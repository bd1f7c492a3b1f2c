import { entry } from './message.ts';

const kinds = {
  email: 'no mail address',
  phone: 'no number that could be dialled',
  url: 'no address of a page',
};

/** Ways to reach somebody that lead nowhere, and clocks that nobody has. */
export const addressMessages = {
  'address-unfit': entry(
    'warning',
    (a: { channel: keyof typeof kinds; address: string; meant?: string | undefined }) => ({
      reason: `${a.address} is ${kinds[a.channel]}.`,
      fix:
        a.meant === undefined
          ? {
              email: 'Write it as name@company.example.',
              phone: 'Write it with the code of its country: +44 20 7946 0000.',
              url: 'Write the whole address: https://company.example/page.',
            }[a.channel]
          : `Did you mean ${a.meant}?`,
    }),
  ),
  'offset-of-no-zone': entry('warning', (a: { offset: string; nearest: string }) => ({
    reason: `No place on earth has the time UTC${a.offset}: dates of the policy would begin at an hour that nobody expects.`,
    fix: `Did you mean ${a.nearest}?`,
  })),
};
