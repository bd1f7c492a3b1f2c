import { onDemand } from '../base/on-demand.ts';

/**
 * What other tools call the columns of a register, in several languages. If two columns could be the same field, the
 * name listed first wins: `category` is a purpose only if no column has a better name.
 */
const headings = {
  id: 'id, vendor id, cookie id',
  name: `name, vendor, supplier, subprocessor, processor, company, entity, service, cookie, cookie key, sdk, tool, vendorname, companyname,
    cookiename, third party, third party entity, recipient, partner, organization, organisation,
    Anbieter, Dienstleister, Auftragsverarbeiter, Unterauftragsverarbeiter, Unterauftragnehmer, Unternehmen, Firma, Empfänger, Dienst, Bezeichnung, Cookie Bezeichnung,
    nom, fournisseur, prestataire, sous traitant, sous traitant ultérieur, société, entreprise, destinataire, outil,
    nombre, proveedor, encargado, subencargado, empresa, destinatario, herramienta,
    名前, 名称, 会社名, 事業者名, サービス名, 委託先, 再委託先, 提供先, 送信先,
    名称, 公司名称, 公司, 供应商, 供应商名称, 接收方, 接收方名称, 第三方名称, 第三方, 受托方, 受托方名称, 服务商, SDK名称, 第三方SDK名称,
    名稱, 公司名稱, 供應商, 供應商名稱, 接收者, 受託者, 第三方名稱, SDK名稱`,
  provider: `provider, legal entity, legal name, parent, parent company, domain, host, owner, set by, developer, operator,
    Betreiber, Herausgeber, Gesellschaft, Juristische Person, Rechtsträger, Domäne,
    éditeur, propriétaire, entité juridique, domaine, titular, entidad, dominio,
    提供者, 提供元, 運営会社, 提供方, 开发者, 运营方, 所属公司, 公司主体, SDK提供方, 開發者, 營運商`,
  role: 'role, subprocessor type, processor type, Rolle, rôle, rol, 役割, 角色',
  url: `url, website, website url, web site, link, privacy policy, privacy policy url, privacy policy link, privacy url, policy url, privacy notice,
    Datenschutzerklärung, Datenschutzhinweise, Webseite, politique confidentialité, lien, site web, política privacidad, enlace, sitio web,
    プライバシーポリシー, リンク, 隐私政策, 隐私政策链接, 隐私权政策, 链接, 官网, 官网链接, 隱私政策, 隱私權政策, 連結`,
  countries: `country, countries, location, locations, region, regions, entity country, entity location, data location, data center location, data centre location,
    processing location, processing country, hosting location, hosting country, corporate location, country location, location country, storage location, server location, headquarters, jurisdiction,
    Land, Länder, Standort, Sitz, Ort Verarbeitung, Verarbeitungsort, Serverstandort, Ort Datenverarbeitung,
    pays, localisation, lieu, lieu traitement, pays traitement, siège, país, países, ubicación, lugar tratamiento, sede,
    国, 所在国, 所在地, 国家, 国家地区, 国家或地区, 所在国家, 存储地点, 處理地點, 國家, 所在國家`,
  data: `data, data type, data types, data category, data categories, data collected, personal data, personal information, type data, type personal data, category data, category personal data, categories data, categories personal data, data processed, data categories processed,
    Daten, Datenarten, Datenkategorien, Art Daten, Kategorien personenbezogener Daten, personenbezogene Daten, verarbeitete Daten,
    données, catégories données, données personnelles, données traitées, types données, datos, categorías datos, datos personales, datos tratados,
    データ, 個人データ, 取得する情報, 提供する情報, 个人信息, 信息, 信息类型, 收集的信息, 收集个人信息类型, 处理的个人信息, 共享信息类型, 个人信息种类, 個人資料, 資料類型`,
  purposes: `purpose, purposes, purpose processing, processing purpose, nature processing, nature purpose, function, activity, use, services provided, category, cookie category, service category, type service,
    Zweck, Zwecke, Verarbeitungszweck, Zweck Verarbeitung, Funktion, Leistung, Tätigkeit, Kategorie, finalité, finalités, finalité traitement, objet, fonction, catégorie,
    finalidad, finalidades, propósito, función, categoría, 目的, 利用目的, 委託業務, 用途, 使用目的, 处理目的, 共享目的, 功能, 使用场景, 處理目的, 類別, 类别`,
  why: 'description, service description, service provided, service, what they do, processing type, details, Beschreibung, description service, descripción, 説明, 描述, 说明, 服务内容, 說明, 服務內容',
  from: `from, start, start date, since, effective date, date added, added, added on, Von, Beginn, Seit, hinzugefügt, Startdatum,
    début, depuis, date début, date ajout, desde, inicio, fecha inicio, 開始日, 起始日期, 生效日期, 开始日期, 開始日期`,
  until: `until, end, end date, terminated, date removed, removed, removed on, Bis, Ende, Enddatum, fin, date fin, hasta, fecha fin, 終了日, 结束日期, 終止日期, 截止日期, 結束日期`,
  lifetime: `lifetime, lifespan, life span, duration, expiry, expiration, expires, max age, storage period, storage duration, cookie duration,
    Laufzeit, Lebensdauer, Dauer, Ablauf, Speicherdauer, Gültigkeit, Maximale Speicherdauer, durée, expiration, durée vie, durée conservation cookie, duración, caducidad, vencimiento,
    有効期限, 有効期間, 有效期, 有效期间, 存储期限, 期限, 有效期限, 有效期間`,
  keeps: `keeps, retention, retention period, data retention, Aufbewahrung, Aufbewahrungsdauer, Aufbewahrungsfrist, Löschfrist, conservation, durée conservation,
    conservación, plazo conservación, 保存期間, 保存期限, 保留期限, 保存时间, 留存期限`,
} as const;

/** The field of a register that a column of another tool holds. */
export type Column = keyof typeof headings;

const small = new Set(
  'the of a an and for or our in der die das des und von dem den de la le les du et el los las del y o d l'.split(
    ' ',
  ),
);

const names = new Set(['name', 'nom', 'nombre']);

/** The words of a heading in any order, so that `name of vendor` equals `vendor name`. */
function plainly(heading: string): string {
  const words = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\([^()]*\)|（[^（）]*）/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bsub[ -]processor/g, 'subprocessor')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling: readonly string[] = [small, names].reduce((left, idle) => {
    const rest = left.filter((word) => !idle.has(word));
    return rest.length === 0 ? left : rest;
  }, words);
  return [...telling].sort().join(' ');
}

const known = onDemand(() =>
  (Object.keys(headings) as Column[]).map(
    (field) => [field, headings[field].split(/,\s+/).map(plainly)] as const,
  ),
);

/** The field for each column of a table, each field once; undefined for a column without one. */
export function columnsCalled(header: readonly string[]): readonly (Column | undefined)[] {
  // `Purpose / service` is known under both names.
  const called = header.map((heading) => [heading, ...heading.split('/')].map(plainly));
  const taken = new Map<number, Column>();
  for (const [field, names] of known()) {
    const best = names.map((name) => called.findIndex((all, at) => all.includes(name) && !taken.has(at)));
    const at = best.find((found) => found !== -1);
    if (at !== undefined) taken.set(at, field);
  }
  return header.map((_, at) => taken.get(at));
}
