/** A word, number or mark of a sentence. */
interface Said {
  readonly is: string;
  readonly key: string;
}

/** A number that is a year or a date. */
export const year =
  /^(?:19|20)\d\d\b|[-/.](?:19|20)\d\d$|^\d+\.\d+\.\d+$|^\d{1,2}([-/])\d{1,2}\1\d\d$|^20\d\d[01]\d[0-3]\d$|^\d\d\.\d\d\.20\d\d-\d{6,12}$/;

/** `We last updated …`, and `data` before what is dated: alone, it is what companies collect. */
export const bound = /^(?:we last|hat den|data (?:d[aei]|ultimo|ostatniej|publikacji))$/;

/** A placeholder of a date. */
export const undecided =
  /^(?:\[?(?:tbd|tba|yyyy|mm|dd|insert|x{2,4})|\[(?:date|datum|fecha|data)|\{[{%](?:.*[^a-z])?(?:date|now|updated|modified|lastmod)(?![a-z]).*)$/;

/** Characters that may follow a character in the name of a document, or in what dates it. */
export const tails: Readonly<Record<string, string>> = {
  ...{ 用: '户', 户: '协隐个服条须', 息: '保', 务: '条协声政' },
  ...{ 一: '次', 公: '布', 制: '定', 定: ' :日', 施: '行日', 实: '施', 行: ' :.日' },
};

/** Where `… was last updated on May 1, 2024` has its date. */
export function lastUpdated(
  sentence: readonly Said[],
  isMonth: (word: string) => boolean,
): readonly number[] {
  const at = sentence.findIndex(({ key }) => /^(?:updated|modified|revised|amended)$/.test(key));
  if (sentence[at - 1]?.key !== 'last') return [];
  const rest = sentence.slice(at + 1, at + 9);
  const end = rest.findIndex(({ is, key }) => is !== 'number' && !joins.test(key) && !isMonth(key));
  const date = [...rest.keys()].slice(0, end < 0 ? undefined : end);
  return date.some((one) => year.test(rest[one]?.key ?? '')) ? date.map((one) => at + 1 + one) : [];
}

const joins = /^(?:on|as|of|[:,]|st|[nr]d|th)$/;

/** `© 2024 Contoso, v2.1.0`: the years, and the version of the page. */
export function copyrightYears(sentence: readonly Said[]): readonly number[] {
  const isOwn = ({ is, key }: Said, at: number): boolean => {
    if (is !== 'number') return false;
    if (/^\d+\.\d+\.\d+$/.test(key))
      return sentence[at - 1]?.key === 'v' && sentence.slice(0, at).some(isCopyright);
    const beside = [...sentence.slice(Math.max(0, at - 4), at), ...sentence.slice(at + 1, at + 2)];
    return /^(?:19|20)\d\d(?:-(?:19|20)?\d\d)?$/.test(key) && beside.some(isCopyright);
  };
  return sentence.flatMap((token, at) => (isOwn(token, at) ? [at] : []));
}

const isCopyright = ({ key }: Said): boolean => key === 'copyright';

/** Words that only connect a date to a document. With one that `starts`, something begins: `since May 1, 2024`. */
export const binds =
  /^(?:of|as|from|before|following|this|the|our|by|on|at|st|[nr]d|th|utc|in|and|is|are|was|were|has|been|will|be|since|to|go|am|vom|ab|seit|diese[rs]?|unsere|wurde|ist|du|le|er|en|de|à|la|l|des|et|compter|el|il|por|esta|fue|da|em|op|voor|de[rnm]|und|au|depuis|desde|od|ce(?:tte|s)|présente|are|went|\w+day|pm|gmt|cet|[ep][sd]t|[년월일]|[于自起年月号日为是本])$/;
export const starts =
  /^(?:in|from|before|following|as|since|by|vom|ab|seit|compter|dès|da|voor|depuis|desde|od|[于自起])$/;

/**
 * More than a date: the text goes out of force, as in `This policy will be replaced on March 1`, `archived on …`.
 * Where old versions are kept, a line may still say which version superseded one.
 */
export function endsForce(words: string): boolean {
  return outOfForce.test(words.replace(byVersion, ''));
}

const outOfForce =
  /(?:^| )(?:superseded|replaced|(?:supersedes|replaces) this|(?:be|been|is|are|was|were) archived|archived (?:on|by|as|since|from)|(?:is|was) (?:the |our )?(?:archived|previous|prior|earlier))(?: |$)/;
const byVersion = /(?:^| )(?:was|were|been) superseded by version \d/;
