import { finderOf, type Mention } from '../../check/finder.ts';
import type { InEachTongue, Tongue } from './tongue.ts';

/**
 * What pages call the rights, by language, separated by commas. The words before the bar name a right anywhere; those
 * after it only in a passage on rights, such as a list of them.
 */
export const rightsCalled: Readonly<Record<string, InEachTongue>> = {
  access: {
    en: `right of access, right to access, right to know, access your personal data, access your personal information, access your data, access your information,
      access to your personal data, access to your personal information, access to your data, access to your information, request access | access`,
    de: 'Auskunftsrecht, Recht auf Auskunft, Auskunft über Ihre | Auskunft, Auskünfte',
    fr: 'droit d’accès, droit d’accéder, accéder à vos données, accéder à vos renseignements, accès à vos données | accès, accéder',
    es: 'derecho de acceso, derecho a acceder, acceder a sus datos, acceder a tus datos | acceso, acceder',
    ja: '開示の請求, 開示を請求, 開示等 | 開示, 閲覧',
    'zh-CN': '查阅, 查询权, 访问权, 知情权 | 查询, 访问',
    'zh-TW': '查詢或請求閱覽, 查閱權 | 查詢, 閱覽, 查閱',
  },
  copy: {
    en: 'copy of your, copy of the personal data, copy of the personal information, copy of the data we hold | copy',
    de: 'Kopie Ihrer | Kopie',
    fr: 'copie de vos | copie',
    es: 'copia de sus, copia de tus | copia',
    ja: '写しの交付 | 写し',
    'zh-CN': '复制, 副本 | ',
    'zh-TW': '製給複製本, 複製本, 副本 | 複製',
  },
  portability: {
    en: 'data portability, portability, portable format | ',
    de: 'Datenübertragbarkeit, Datenportabilität | Übertragbarkeit',
    fr: 'portabilité | ',
    es: 'portabilidad | ',
    ja: 'データポータビリティ | 移転',
    'zh-CN': '可携带权, 可携带, 转移个人信息, 转移您的个人信息, 个人信息转移 | 转移',
    'zh-TW': '可攜權, 可攜 | ',
  },
  correct: {
    en: `right to rectification, right to correct, rectify your, correct your, correct inaccurate, correct any, correction of your, corrected | rectification, rectify, correction, correct, amend, update`,
    de: 'Recht auf Berichtigung, Berichtigungsrecht | Berichtigung, berichtigen, korrigieren',
    fr: 'droit de rectification | rectification, rectifier, corriger',
    es: 'derecho de rectificación | rectificación, rectificar, rectificarlos',
    ja: '訂正の請求, 訂正等 | 訂正, 追加',
    'zh-CN': '更正, 更正权 | 补充, 修改',
    'zh-TW': '更正權, 改正權 | 補充, 更正, 改正',
  },
  delete: {
    en: 'right to erasure, right to be forgotten, right to delete, right to deletion, erase your, delete your personal, delete your data, delete your information, deletion of your | erasure, deletion, delete, erase',
    de: 'Recht auf Löschung, Löschungsrecht, Recht auf Vergessenwerden | Löschung, löschen',
    fr: 'droit à l’effacement, droit d’effacement, droit de suppression, droit à l’oubli | effacement, effacer, suppression, supprimer',
    es: 'derecho de supresión, derecho al olvido, derecho de cancelación | supresión, suprimir, cancelación, cancelarlos, eliminar',
    ja: '消去の請求, 削除の請求 | 削除, 消去',
    'zh-CN': '删除您的, 删除权, 删除个人信息 | 删除',
    'zh-TW': '刪除權, 請求刪除 | 刪除',
  },
  restrict: {
    en: 'restriction of processing, right to restrict, restrict processing, restrict the processing, restrict our processing | restriction, restrict',
    de: 'Einschränkung der Verarbeitung | Einschränkung',
    fr: 'limitation du traitement | limitation, limiter',
    es: 'limitación del tratamiento | limitación, limitar',
    ja: '利用停止, 利用の停止 | 停止',
    'zh-CN': '限制处理, 限制权 | 限制',
    'zh-TW': '停止蒐集, 停止處理, 限制處理 | 停止',
  },
  object: {
    en: 'right to object, object to processing, object to the processing, object to our processing, object to our use, object to your | objection, object',
    de: 'Widerspruchsrecht, Recht auf Widerspruch, Widerspruch gegen, Widerspruch einlegen | Widerspruch, widersprechen',
    fr: 'droit d’opposition, vous opposer | opposition, opposer',
    es: 'derecho de oposición, oponerse al tratamiento | oposición, oponerse, oponerte, oponerme, oponeros, oponerse a su uso',
    ja: '異議を申し立て, 異議申立て | 異議',
    'zh-CN': '拒绝处理, 拒绝权 | 拒绝',
    'zh-TW': '拒絕處理, 反對權 | 拒絕, 反對',
  },
  'withdraw-consent': {
    en: 'withdraw your consent, withdraw consent, withdrawal of consent, revoke your consent, revoke consent, withdraw any consent | ',
    de: 'Widerruf der Einwilligung, Einwilligung widerrufen, Einwilligung jederzeit widerrufen, Einwilligungen widerrufen, Widerrufsrecht, Widerruf Ihrer Einwilligung | Widerruf, widerrufen',
    fr: 'retirer votre consentement, retrait du consentement, retrait de votre consentement | retirer',
    es: 'retirar su consentimiento, retirar tu consentimiento, retirar el consentimiento, revocar su consentimiento, revocar el consentimiento | revocación',
    ja: '同意の撤回, 同意を撤回, 同意はいつでも撤回 | 撤回',
    'zh-CN': '撤回同意, 撤回您的同意, 撤回授权, 撤回您的授权, 撤销同意, 取消授权 | 撤回',
    'zh-TW': '撤回同意, 撤回您的同意, 撤銷同意 | 撤回',
  },
  'cancel-account': {
    en: 'close your account, cancel your account, delete your account, terminate your account, account deletion, account closure, deleting your account, closing your account | ',
    de: 'Konto löschen, Konto jederzeit löschen, Löschung des Kontos, Löschung Ihres Kontos, Kontolöschung | ',
    fr: 'supprimer votre compte, fermer votre compte, clôturer votre compte, suppression de votre compte | ',
    es: 'eliminar su cuenta, eliminar tu cuenta, cancelar su cuenta, cancelar tu cuenta, darse de baja, darte de baja | ',
    ja: 'アカウントの削除, アカウントを削除, 退会 | ',
    'zh-CN': '注销账号, 注销账户, 注销帐号, 注销您的账号, 注销您的账户, 账号注销, 账户注销 | 注销',
    'zh-TW': '刪除帳號, 刪除帳戶, 註銷帳號, 註銷帳戶, 停用帳號 | ',
  },
  'refuse-marketing': {
    en: 'unsubscribe, opt out of marketing, opt-out of marketing, opt out of receiving, opt out of promotional, opt out of our newsletter, opt out of emails, stop receiving | ',
    de: 'Newsletter abbestellen, Abbestellung, abbestellen, abmelden | ',
    fr: 'désabonner, désabonnement, désinscrire, désinscription | ',
    es: 'cancelar la suscripción, cancela la suscripción, dejar de recibir, darse de baja del boletín | ',
    ja: '配信停止, 配信の停止, 購読解除 | ',
    'zh-CN': '退订, 取消订阅, 拒收 | ',
    'zh-TW': '取消訂閱, 退訂, 拒絕行銷 | ',
  },
  'refuse-sale': {
    en: 'do not sell, opt out of the sale, opt-out of the sale, opt out of sale, opt out of the sharing | ',
    de: 'Verkauf Ihrer Daten widersprechen | ',
    fr: 'vous opposer à la vente | ',
    es: 'oponerse a la venta | ',
    ja: '販売のオプトアウト, 販売を拒否 | ',
    'zh-CN': '拒绝出售 | ',
    'zh-TW': '拒絕出售 | ',
  },
  'human-review': {
    en: 'human review, human intervention, automated decision, automated decision-making | ',
    de: 'automatisierte Entscheidung, automatisierten Entscheidung, Eingreifen einer Person | ',
    fr: 'décision automatisée, décisions automatisées, intervention humaine | ',
    es: 'decisión automatizada, decisiones automatizadas, intervención humana | ',
    ja: '自動化された意思決定, 人による判断 | ',
    'zh-CN': '自动化决策, 人工复核, 人工审核 | ',
    'zh-TW': '自動化決策, 人工覆核 | ',
  },
  complain: {
    en: 'lodge a complaint, file a complaint, make a complaint, complain to, supervisory authority, data protection authority, privacy commissioner, Information Commissioner | complaint, complain',
    de: 'Aufsichtsbehörde, Beschwerderecht, Datenschutzbehörde, Beschwerde einlegen | Beschwerde, beschweren',
    fr: 'réclamation, plainte auprès, autorité de contrôle, CNIL | plainte',
    es: 'reclamación, autoridad de control, Agencia Española de Protección de Datos, AEPD | denuncia, queja',
    ja: '苦情, 監督機関, 個人情報保護委員会 | ',
    'zh-CN': '投诉, 举报 | ',
    'zh-TW': '申訴, 主管機關投訴 | 投訴',
  },
};

/** Words that show that a passage is about rights. */
const ofRights: InEachTongue = {
  en: 'right, rights, you may request, you can request, you can ask, you may ask',
  de: 'Recht, Rechte, Rechten, Betroffenenrechte',
  fr: 'droit, droits, recours',
  es: 'derecho, derechos',
  ja: '権利, 請求',
  'zh-CN': '权利, 有权, 您可以',
  'zh-TW': '權利, 有權, 您得',
};

/** Splits phrases at commas; each stands for the same id. */
export function phrasesFor<Id extends string>(text: string, id: Id): (readonly [words: string, id: Id])[] {
  return text
    .split(',')
    .map((phrase) => straight(phrase).trim().replace(/\s+/g, ' '))
    .flatMap((phrase) => (phrase === '' ? [] : [[phrase, id] as const]));
}

/** Makes apostrophes straight: their shape never makes another word. */
export function straight(text: string): string {
  return text.replaceAll('’', "'");
}

const findersOf = (tongue: Tongue) => {
  const named = (part: 0 | 1) =>
    Object.entries(rightsCalled).flatMap(([right, by]) =>
      phrasesFor(by[tongue].split('|')[part] ?? '', right),
    );
  return {
    alone: finderOf(named(0)),
    among: finderOf([...named(0), ...named(1)]),
    ofRights: finderOf(phrasesFor(ofRights[tongue], 'rights')),
  };
};

/** Finds the rights that a text names; `around` is the title of its chapter. */
export function rightsFinder(tongue: Tongue): (words: string, around: string) => readonly Mention[] {
  const { alone, among, ofRights } = findersOf(tongue);
  return (words, around) => {
    const text = straight(words);
    const isAmongRights = ofRights(`${straight(around)}\n${text}`).length > 0;
    return (isAmongRights ? among : alone)(text);
  };
}
