export const papers = ['A4', 'letter'] as const;

export type Paper = (typeof papers)[number];
