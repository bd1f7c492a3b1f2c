/** What a text seems to name, in the words that facts are written with. */
export interface Seems {
  readonly what:
    | 'data'
    | 'purposes'
    | 'recipients'
    | 'periods'
    | 'ages'
    | 'countries'
    | 'rights'
    | 'contacts';
  /** An id of the taxonomy, a value of a field, or the thing itself. */
  readonly is: string;
  /** As the text has it; undefined where that is the thing itself. */
  readonly quote: string | undefined;
}

type Table = readonly (readonly [is: string, words: RegExp])[];

/** Kinds of recipients, by what texts call them. The ids are those of a recipient's category. */
const categories: Table = [
  [
    'processor',
    /\b(?:service providers?|(?:sub-?)?processors?|vendors?|contractors?|hosting providers?)\b|服务商|受托方|服务提供商|Auftragsverarbeiter|Dienstleister|sous-traitants?|prestataires?|encargados? del tratamiento|proveedores de servicios|委託先|處理者/giu,
  ],
  [
    'affiliate',
    /\b(?:affiliates?|subsidiar(?:y|ies)|parent company|group companies)\b|关联公司|关联方|子公司|關係企業|verbundene Unternehmen|filiales?|グループ会社/giu,
  ],
  [
    'partner',
    /\b(?:(?:advertising|business|marketing|analytics) partners?|advertisers?|ad networks?)\b|合作伙伴|广告主|合作夥伴|Werbepartner|Geschäftspartner|partenaires?|socios comerciales|提携先/giu,
  ],
  ['seller', /\b(?:sellers?|merchants?)\b|商家|卖家|店铺|賣家/giu],
  [
    'adviser',
    /\b(?:(?:legal |professional |financial )advis[eo]rs?|auditors?|lawyers?|accountants?)\b|律师|审计|Rechtsanwälte/giu,
  ],
  [
    'acquirer',
    /\b(?:merger|acquisition|acquirer|sale of (?:all|our|the) (?:assets|business)|bankruptcy)\b|合并|收购|破产|合併|收購|Fusion|acquisition/giu,
  ],
  [
    'authority',
    /\b(?:law enforcement|public authorit(?:y|ies)|government(?: agenc(?:y|ies))?|regulators?|police|subpoenas?)\b|行政机关|监管部门|执法机关|公安机关|主管機關|Behörden|autorités|autoridades/giu,
  ],
  ['court', /\b(?:courts?|court orders?|legal process)\b|法院|司法机关|Gericht|tribunal/giu],
];

/** Rights, by what texts call them. The ids are those of a right. */
const rights: Table = [
  [
    'access',
    /\b(?:right (?:of|to) access|access (?:to )?your (?:personal )?(?:data|information))\b|查阅|访问权|Auskunft|droit d[’']accès|derecho de acceso|開示|查詢/giu,
  ],
  [
    'copy',
    /\b(?:(?:a|obtain|receive) copy of (?:your|the) (?:personal )?(?:data|information))\b|复制|複製|Kopie/giu,
  ],
  [
    'portability',
    /\b(?:portability|portable)\b|可携带|转移个人信息|可攜|Datenübertragbarkeit|portabilité|portabilidad/giu,
  ],
  [
    'correct',
    /\b(?:rectif(?:y|ication)|correct(?:ion)?(?: of)? (?:your|any|inaccurate|the|personal)|right to correct)\b|更正|Berichtigung|rectification|rectificación|訂正/giu,
  ],
  [
    'delete',
    /\b(?:erasure|right to (?:delete|be forgotten)|delet(?:e|ion of) (?:your|any|the|personal)|erase your)\b|删除|刪除|Löschung|effacement|supresión|削除/giu,
  ],
  [
    'restrict',
    /\b(?:restrict(?:ion of)? (?:the )?(?:processing|use))\b|限制处理|Einschränkung der Verarbeitung|limitation du traitement|limitación del tratamiento/giu,
  ],
  [
    'object',
    /\b(?:right to object|object to (?:the |our |your )?(?:processing|use))\b|拒绝处理|Widerspruch|droit d[’']opposition|oposición/giu,
  ],
  [
    'withdraw-consent',
    /\b(?:withdraw(?:al of)? (?:your )?consent|revoke (?:your )?consent)\b|撤回同意|撤回(?:您的)?授权|Einwilligung.{0,20}widerruf|retirer votre consentement|retirar (?:su|tu) consentimiento|同意の撤回/giu,
  ],
  [
    'cancel-account',
    /\b(?:(?:close|cancel|delete|terminate) your account|account (?:deletion|closure))\b|注销(?:您的)?账[户号]|Konto löschen|アカウントの削除/giu,
  ],
  [
    'refuse-marketing',
    /\b(?:unsubscribe|opt(?:ing)?[- ]out of (?:receiving )?(?:marketing|promotional|our newsletter|e?mails?))\b|退订|Newsletter abbestellen|désabonner/giu,
  ],
  ['refuse-sale', /\b(?:do not sell|opt[- ]out of (?:the )?sale)\b/giu],
  [
    'human-review',
    /\b(?:human (?:review|intervention)|automated decision)\b|自动化决策|automatisierte Entscheidung/giu,
  ],
  [
    'complain',
    /\b(?:(?:lodge|file|make) a complaint|supervisory authority|data protection authority)\b|投诉|举报|申訴|Aufsichtsbehörde|réclamation|reclamación/giu,
  ],
];

export function categoriesNamed(words: string): Seems[] {
  return namedIn('recipients', categories, words);
}

export function rightsNamed(words: string): Seems[] {
  return namedIn('rights', rights, words);
}

function namedIn(what: Seems['what'], table: Table, words: string): Seems[] {
  return table.flatMap(([is, expression]) => {
    const quote = words.match(expression)?.[0];
    return quote === undefined ? [] : [{ what, is, quote }];
  });
}

const legalForm =
  '(?:Inc\\.?|LLC|L\\.L\\.C\\.|Ltd\\.?|Limited|GmbH|AG|S\\.A\\.(?:S\\.)?|SAS|SARL|B\\.V\\.|Oy|AB|Pty|Corp\\.?|Corporation|plc|K\\.K\\.)';
const company = new RegExp(
  `\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?:(?: |, )(?:\\p{Lu}[\\p{L}\\p{N}&.'’-]*|of|and|&|à|aux?|la|les?|et|und|für|y)){0,4},? ${legalForm}(?![\\p{L}\\p{N}])|(?:株式会社[\\p{L}]{1,12}|[\\p{sc=Han}（）()]{2,24}?(?:股份有限公司|有限责任公司|有限公司))`,
  'gu',
);

/** Companies by their legal form. */
export function companiesIn(words: string): readonly string[] {
  return (words.match(company) ?? []).map((name) =>
    name.replace(/^(?:The|By|At|From|To|In|Of) (?=\p{Lu})/u, ''),
  );
}

export function companyNamed(words: string): Seems[] {
  return companiesIn(words).map((is) => ({ what: 'recipients', is, quote: undefined }));
}

const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /(?<![\w.+-])\+\d[\d ()-]{7,18}\d(?!\w)/g;

/** Ways to reach somebody. */
export function contactsIn(words: string): Seems[] {
  return [...(words.match(mail) ?? []), ...(words.match(phone) ?? [])].map((is) => ({
    what: 'contacts',
    is,
    quote: undefined,
  }));
}
