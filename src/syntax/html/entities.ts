const accents: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' },
  ...{ uml: '\u0308', ring: '\u030a', caron: '\u030c', cedil: '\u0327' },
};

const named: Readonly<Record<string, string>> = {
  ...{
    nbsp: '\u00a0',
    shy: '\u00ad',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    copy: '©',
    sect: '§',
  },
  ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
  ...{ ndash: '–', mdash: '—', hellip: '…', middot: '·', bull: '•', reg: '®', trade: '™', euro: '€' },
  ...{ pound: '£', deg: '°', times: '×', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø' },
  ...{ oelig: 'œ', OElig: 'Œ', iexcl: '¡', iquest: '¿', ordm: 'º', ordf: 'ª', commat: '@', period: '.' },
};

/** Letters and marks of HTML that are written by number or by one of the usual names; others stay as they are. */
export function withoutEntities(html: string): string {
  return html.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\p{L})(grave|acute|circ|tilde|uml|ring|caron|cedil)|([a-z]{2,7}));/giu,
    (written, decimal, hex, letter, accent, name) => {
      if (decimal ?? hex)
        return characterAt(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
      if (accent) return `${letter}${accents[accent.toLowerCase()]}`.normalize('NFC');
      return named[name] ?? written;
    },
  );
}

function characterAt(point: number): string {
  return point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}
