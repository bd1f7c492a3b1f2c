import type { ByLanguage } from '../readable.ts';

/** That a request costs something, as a sentence affirms it. */
export const charges: ByLanguage = {
  en: /\bwe (?:(?:may|will|can|must|do|also|reserve the right to) ){0,3}(?:charge|ask(?: you)? for|levy|require)(?: you)?(?: (?:a|an|the|our|your))? (?:[\w-]+ ){0,3}?(?:fees?|charges?|payment|costs?)\b|\b(?:a|an|our|the)(?: [\w-]+){0,3}? (?:fee|charge) (?:applies|(?:may|will) apply|(?:is|may be|will be) (?:due|payable|charged|levied))\b|\b(?:costs?|charge)(?: you)? (?:[€$£¥] ?\d|\d[\d.,]* ?(?:euros?|dollars?|pounds?|yuan|EUR|USD|GBP|CNY|RMB)\b)|\byou (?:(?:must|will|have to|need to) ){0,2}(?:pay|bear)(?: for| us| the| our| a)\b|\b(?:for a(?: [\w-]+){0,2}? fee|at your (?:own )?(?:expense|cost))\b/gi,
  de: /(?<!\p{L})(?:(?:erheben|berechnen|verlangen) (?:wir )?(?:\p{L}+ ){0,4}?(?:Gebühr|Entgelt|Kosten|Kostenpauschale)|(?:wird|werden|fällt|fallen) (?:\p{L}+ ){0,4}?(?:Gebühr(?:en)?|Entgelt|Kosten)|kostet (?:\p{L}+ )?\d|gegen (?:\p{L}+ ){0,2}(?:Gebühr|Entgelt)|kostenpflichtig|auf Ihre Kosten)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:(?:facturons|demandons|percevons|facturer|demander|percevoir) (?:\p{L}+ ){0,3}?(?:frais|paiement|somme)|des frais (?:\p{L}+ ){0,2}(?:s['’]appliquent|facturés|demandés|exigés)|coûte (?:\p{L}+ )?\d|contre paiement|à vos frais|est payante?)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:(?:cobramos|cobrar|cobraremos|exigimos|exigir) (?:\p{L}+ ){0,3}?(?:tarifa|tasa|gastos|canon|cantidad|importe)|cuesta (?:\p{L}+ )?\d|mediante (?:el )?pago|a su (?:costa|cargo)|debe(?:rá)? pagar)(?!\p{L})/giu,
  zh: /(?:收取|支付|承担|缴纳|交纳)[^，。；、]{0,10}?(?:费用?|成本|元)|需要?付费|收费/g,
};

/** That it costs nothing. */
export const free: ByLanguage = {
  en: /\b(?:free of charge|without charge|(?:at|for) no (?:extra |additional )?(?:cost|charge|fee)|no (?:fee|charge)|(?:do not|don['’]t|never|will not|won['’]t) charge|costs? (?:you )?nothing|for free|is free)\b/gi,
  de: /(?<!\p{L})(?:kostenlos|kostenfrei|unentgeltlich|gebührenfrei|ohne (?:Kosten|Gebühr(?:en)?))(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:gratuit(?:e|ement)?s?|sans frais)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:gratis|gratuit[ao]s?|gratuitamente|sin (?:coste|costo|gastos|cargo))(?!\p{L})/giu,
  zh: /免费|不(?:会|再|另)?收取?[^，。；]{0,6}费/g,
};

/** Before what is said of a fee: it is denied. */
export const notCharged: ByLanguage = {
  en: /(?:\b(?:not|never|no|without|nor)|n['’]t)(?: \w+){0,2} ?$/i,
  de: /(?<!\p{L})(?:nicht|kein\p{L}{0,2}|ohne|weder)(?: \p{L}+){0,2} ?$/iu,
  fr: /(?<!\p{L})(?:ne|n['’]\p{L}*|sans|aucun\p{L}*)(?: \p{L}+){0,2} ?$/iu,
  es: /(?<!\p{L})(?:no|sin|nunca|ningún\p{L}*)(?: \p{L}+){0,2} ?$/iu,
  zh: /(?:不|无需?|无须|免|未)(?:会|予|需要?|必|向您|再|另行?){0,3}$/,
};

/** What says that something else holds in some case, as of requests that are excessive. */
export const inSomeCases: ByLanguage = {
  en: /\b(?:excessive(?:ly)?|unfounded|repet\w+|repeated(?:ly)?|manifestly|unreasonabl[ey]|disproportionate|additional|further|second|more than|except|unless|if|when|where|however|but|after|first|once)\b/i,
  de: /(?<!\p{L})(?:exzessiv\p{L}*|unbegründet\p{L}*|wiederhol\p{L}*|offenkundig\p{L}*|unverhältnismäßig\p{L}*|weitere\p{L}?|zusätzlich\p{L}*|wenn|sofern|falls|außer|jedoch|aber|erste[rns]?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:excessi\p{L}+|infondé\p{L}*|répét\p{L}+|manifestement|supplémentaires?|sauf|si|lorsque|toutefois|mais|premi\p{L}+)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:excesiv\p{L}+|infundad\p{L}+|repet\p{L}+|manifiestamente|adicional\p{L}*|salvo|si|cuando|excepto|pero|primera?)(?!\p{L})/iu,
  zh: /超出|超过|多次|重复|过度|滥用|除|如|若|但|首次|第[一二]次|额外/,
};

/** How a language says that a right is none. */
export interface Denying {
  /** That something is not done, or not to be had. Global. */
  readonly says: RegExp;
  /** The same of what readers do without us. */
  readonly ofReaders: RegExp;
  /** Parts of a sentence: one that has a part which is no filler and not what is asked for may say anything. */
  readonly parts: RegExp;
  readonly fillers: ReadonlySet<string>;
  /** What a sentence on each right speaks of. */
  readonly asked: Readonly<Record<string, ReadonlySet<string>>>;
}

/** What readers do, and no company does for them. */
export const ofReaders: ReadonlySet<string> = new Set(['object', 'withdraw-consent', 'complain', 'appeal']);

export const denying: Readonly<Record<string, Denying>> = {
  en: {
    says: /\b(?:you (?:cannot|can ?not|can['’]t|may not|are not (?:able|entitled|allowed)|(?:do not|don['’]t) have (?:a|the|any) right|have no right)|we (?:do not|don['’]t|will not|won['’]t|cannot|can ?not|can['’]t|never|will never)|(?:is|are) (?:not|never|impossible|unavailable)|(?:is|are)n['’]t|there is no (?:right|way))\b/gi,
    ofReaders: /^(?:you|is|are|there)/i,
    parts: /[\p{L}’'-]+/gu,
    fillers: words(
      'you we us it them this that these there cannot can can’t may not never no do don’t does will won’t is isn’t are aren’t be been have right rights way impossible unavailable possible available able entitled allowed offered granted given give provide provided send ask obtain get receive make lodge our your the a an any of to for from about on with personal data information details request requests',
    ),
    asked: {
      access: words('see view access inspect know copy copies'),
      copy: words('copy copies'),
      portability: words('export exported port portability portable take elsewhere'),
      correct: words(
        'correct corrected change changed rectify rectified update updated correction corrections',
      ),
      delete: words('delete deleted erase erased remove removed deletion erasure removal'),
      restrict: words('restrict restricted restriction limit limited'),
      'cancel-account': words('close closed cancel cancelled account accounts closure'),
      object: words('object objection objections processing use'),
      'withdraw-consent': words('withdraw withdrawn withdrawal revoke revoked consent'),
      complain: words('complain complaint complaints authority'),
      appeal: words('appeal appeals refusal refusals'),
    },
  },
  zh: {
    says: /(?:您|你|用户)(?:无权|没有权利|不能|不可以|不得|无法)|我们(?:不会|不予|不|无法|不能|拒绝)|(?<=^|[。！？；\n])(?:暂)?不(?:支持|提供|受理|接受)/g,
    ofReaders: /^(?:您|你|用户)/,
    parts:
      /无权|没有权利|不能|不可以|不得|无法|不会|不予|不|暂|拒绝|支持|提供|受理|接受|要求|请求|申请|个人|信息|数据|资料|我们|您|你|用户|持有|进行|为|向|的|查阅|查看|访问|复制|副本|导出|转移|更正|修改|删除|注销|账户|账号|撤回|同意|限制|反对|处理|投诉|申诉|\p{Script=Han}/gu,
    fillers: words(
      '无权 没有权利 不能 不可以 不得 无法 不会 不予 不 暂 拒绝 支持 提供 受理 接受 要求 请求 申请 个人 信息 数据 资料 我们 您 你 用户 持有 进行 为 向 的',
    ),
    asked: {
      access: words('查阅 查看 访问 复制 副本'),
      copy: words('复制 副本'),
      portability: words('导出 转移'),
      correct: words('更正 修改'),
      delete: words('删除'),
      restrict: words('限制 处理'),
      'cancel-account': words('注销 账户 账号'),
      object: words('反对 处理'),
      'withdraw-consent': words('撤回 同意'),
      complain: words('投诉'),
      appeal: words('申诉'),
    },
  },
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
