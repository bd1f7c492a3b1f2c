/** The foreign vocabularies in which data and purposes are exported. */
export type Vocabulary = 'play' | 'apple' | 'dpv';

const wide = 'it is wider than any answer there: name what is meant';
const face = `${wide}, the features of a face or pictures of it`;
const device = 'a store form has no answer that fits it';
const none = 'no term there is near it';

/** Of data that a store form asks for more exactly, or about other people. */
const inStores = {
  account: wide,
  contact: `${wide}, an address, a number or a list of people`,
  'biometric.face': face,
  'identity.specific_identity': wide,
  'minor.child_data': 'it says whose data it is, and not which data',
  'other.told_elsewhere': 'the purpose is told elsewhere',
};

/**
 * Terms of the taxonomy without an equivalent elsewhere, and why. A test checks that every other term has one, and that
 * none of these has.
 */
export const excluded: Readonly<Record<Vocabulary, Readonly<Record<string, string>>>> = {
  play: {
    ...inStores,
    location: `${wide}, precise or approximate`,
    'device.sensor': device,
    'device.language': device,
    'device.clipboard': device,
    'improve.models': 'the form does not ask about training models',
  },
  apple: {
    ...inStores,
    location: `${wide}, precise or coarse`,
  },
  dpv: {
    account: wide,
    'identity.specific_identity': none,
    'content.video': none,
    'content.calendar': none,
    'minor.child_data': 'it says whose data it is, and not which data',
    'other.told_elsewhere': 'the purpose is told elsewhere',
  },
};
