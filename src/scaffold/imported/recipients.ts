import { finderOf, type Mention } from '../../check/finder.ts';
import { phrasesFor, straight } from './rights.ts';
import type { InEachTongue, Tongue } from './tongue.ts';

/** What texts call the kinds of recipients, by the ids of `category`. */
export const recipientsCalled: Readonly<Record<string, InEachTongue>> = {
  processor: {
    en: 'service provider, processor, sub-processor, subprocessor, vendor, contractor, hosting provider, IT provider, payment provider, cloud provider',
    de: 'Auftragsverarbeiter, Dienstleister, Auftragnehmer, Unterauftragnehmer, Subunternehmer, Hoster, Zahlungsdienstleister, Versanddienstleister, Zahlungsanbieter',
    fr: 'sous-traitant, prestataire, prestataire de services, fournisseur de services, hébergeur, transporteur',
    es: 'encargado del tratamiento, encargados del tratamiento, proveedor, proveedores, prestadores de servicios, empresa de mensajería',
    ja: '委託先, 業務委託先, 配送業者, 決済代行会社, 運送会社',
    'zh-CN': '服务商, 受托方, 服务提供商, 服务供应商, 供应商, 快递公司, 物流公司, 外包',
    'zh-TW': '服務商, 受託者, 受託方, 服務供應商, 物流業者, 委外廠商, 宅配業者',
  },
  affiliate: {
    en: 'affiliate, subsidiary, subsidiaries, parent company, group companies, companies of our group, sister company',
    de: 'verbundene Unternehmen, verbundenen Unternehmen, Tochtergesellschaft, Konzernunternehmen, Muttergesellschaft, Konzerngesellschaft',
    fr: 'filiale, société affiliée, sociétés affiliées, société mère, sociétés du groupe',
    es: 'filial, filiales, empresa matriz, empresas del grupo, sociedades del grupo, empresas vinculadas',
    ja: 'グループ会社, 関連会社, 子会社, 親会社',
    'zh-CN': '关联公司, 关联方, 子公司, 母公司, 集团公司',
    'zh-TW': '關係企業, 子公司, 母公司, 關聯公司, 集團企業',
  },
  partner: {
    en: 'advertising partner, business partner, marketing partner, analytics partner, advertiser, ad network, trusted partner, our partners',
    de: 'Werbepartner, Geschäftspartner, Partnerunternehmen, Kooperationspartner, Werbenetzwerk, Werbetreibende',
    fr: 'partenaire, annonceur, régie publicitaire',
    es: 'socio comercial, socios comerciales, socio publicitario, socios publicitarios, anunciante, anunciantes, colaboradores',
    ja: '提携先, 提携企業, 広告主, 広告配信事業者, パートナー企業',
    'zh-CN': '合作伙伴, 合作方, 广告主, 广告商',
    'zh-TW': '合作夥伴, 合作廠商, 廣告主, 廣告商',
  },
  seller: {
    en: 'seller, merchant',
    de: 'Verkäufer, Händler',
    fr: 'vendeur, commerçant, marchand',
    es: 'vendedor, vendedores, comerciante',
    ja: '出品者, 販売者, 出店者',
    'zh-CN': '商家, 卖家, 店铺',
    'zh-TW': '商家, 賣家, 店家',
  },
  adviser: {
    en: 'legal adviser, legal advisor, professional adviser, professional advisor, financial adviser, auditor, lawyer, accountant',
    de: 'Rechtsanwälte, Rechtsanwalt, Steuerberater, Wirtschaftsprüfer, Rechtsberater',
    fr: 'avocat, expert-comptable, commissaire aux comptes, conseiller juridique, auditeur',
    es: 'abogado, asesor, asesores, auditor, auditores, gestoría',
    ja: '弁護士, 税理士, 会計士, 監査法人',
    'zh-CN': '律师, 审计, 会计师',
    'zh-TW': '律師, 會計師, 稽核',
  },
  acquirer: {
    en: 'merger, acquisition, acquirer, sale of all, sale of our assets, sale of the business, sale of assets, bankruptcy, reorganisation, reorganization',
    de: 'Fusion, Übernahme, Verschmelzung, Unternehmensverkauf, Insolvenz, Umstrukturierung',
    fr: 'fusion, acquisition, rachat, vente d’actifs, cession, liquidation',
    es: 'fusión, adquisición, venta de activos, concurso de acreedores',
    ja: '合併, 事業譲渡, 買収, 会社分割',
    'zh-CN': '合并, 收购, 破产, 重组, 分立',
    'zh-TW': '合併, 收購, 破產, 併購',
  },
  authority: {
    en: 'law enforcement, public authority, public authorities, government agency, government agencies, regulator, police, subpoena, tax authority, tax authorities',
    de: 'Behörde, Behörden, Strafverfolgungsbehörde, Polizei, Finanzamt, Finanzbehörden',
    fr: 'autorité, autorités, réquisition judiciaire, police, administration fiscale',
    es: 'autoridad, autoridades, administraciones públicas, fuerzas y cuerpos de seguridad, Agencia Tributaria, policía',
    ja: '警察, 行政機関, 官公庁, 捜査機関, 監督官庁',
    'zh-CN': '行政机关, 监管部门, 执法机关, 公安机关, 主管部门, 政府部门',
    'zh-TW': '主管機關, 執法機關, 警察機關, 檢調機關, 政府機關, 公務機關',
  },
  court: {
    en: 'court, court order, legal process',
    de: 'Gericht, Gerichten, Gerichte',
    fr: 'tribunal, tribunaux, juridiction',
    es: 'tribunal, tribunales, juzgado, jueces',
    ja: '裁判所',
    'zh-CN': '法院, 司法机关',
    'zh-TW': '法院, 司法機關',
  },
};

/** Finds the kinds of recipients that a text names. */
export function recipientsFinder(tongue: Tongue): (words: string) => readonly Mention[] {
  const find = finderOf(Object.entries(recipientsCalled).flatMap(([id, by]) => phrasesFor(by[tongue], id)));
  return (words) => find(straight(words));
}
