import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import numbering from '../../node_modules/libphonenumber-js/metadata.min.json?raw';
import { parsed } from '../base/on-demand.ts';

/** The numbering plans of all countries; read when the first number is looked at. */
const plans = parsed<MetadataJson>(numbering);

/** Whether a text could be dialled: as it is written, or within a country. Fictional numbers of the right length could. */
export function canBeDialled(text: string, country: string | undefined): boolean {
  const plan = plans();
  const known = country !== undefined && Object.hasOwn(plan.countries, country) ? country : undefined;
  const number = parsePhoneNumberFromString(
    text,
    { ...(known === undefined ? {} : { defaultCountry: known as never }), extract: false },
    plan,
  );
  return number?.isPossible() ?? false;
}
