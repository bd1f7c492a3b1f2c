/**
 * English names, as used in a sentence, of parts of countries that have their own laws on personal data, by ISO 3166-2
 * code.
 */
const parts: Readonly<Record<string, string>> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC the District of Columbia|FL Florida|GA Georgia, United States|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington State|WV West Virginia|WI Wisconsin|WY Wyoming',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT the Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  GB: 'ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales',
};

/** The names by full code: `US-CA`. */
export const subdivisions: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(parts).flatMap(([country, list]) =>
    list.split('|').map((one) => {
      const [code = '', ...name] = one.split(' ');
      return [`${country}-${code}`, name.join(' ')] as const;
    }),
  ),
);
