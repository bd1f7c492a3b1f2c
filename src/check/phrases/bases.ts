import type { ByLanguage } from '../readable.ts';

/** Article 6(1) with one of its letters, as texts in any European language cite it: `Art. 6 Abs. 1 lit. f`. */
export const article =
  /(?<!\p{L})Art(?:icle|icolo|ikel|[ií]culo|\.)? ?6(?: ?\(1\)|[.,]? ?(?:Abs\.?|Absatz|paragraphe?|apartado|par\.|para\.|§|n[.º°]?|al\.)? ?1)[.,]? ?(?:S(?:atz|\.) ?1)?,? ?(?:lit(?:era|\.)?|Buchst(?:abe|\.)|points?|letra|let\.)? ?\(?(?<letter>[a-f])(?!\p{L}|\d)\)?/giu;

/** What data is used on, in words: each group is named as the basis is, with `_` for the hyphen. */
export const onBases: ByLanguage = {
  en: /\b(?:(?:legal|lawful) (?:basis|ground)\b[^.;:()]{0,60}? (?:is|are)|based (?:up)?on|on the basis of|rel(?:y|ies|ying) on|rests? on)(?: (?:the|a|an|our|your|of))*(?: (?:explicit|prior|express|own|performance|fulfil?ment|compliance|carrying out|with|of|a|the|our|your|pre-contractual)){0,4} (?:(?<consent>consent)|(?<contract>contract)|(?<legal_obligation>legal (?:obligation|dut(?:y|ies)|obligations))|(?<vital_interests>vital interests?)|(?<public_task>(?:task|duty) (?:carried out )?in the public interest|public (?:task|interest))|(?<legitimate_interests>legitimate interests?))\b(?! (?:or|and|of yours|with)\b)/gi,
  de: /(?<!\p{L})(?:Rechtsgrundlage[^.;:()]{0,60}? (?:ist|sind)|auf (?:der )?(?:Grundlage|Basis)|aufgrund|auf Grund|beruht auf|beruhen auf|gestützt auf)(?: (?:von|der|des|die|das|dem|einer|eines|einem|Ihrer|Ihre|unserer|unseres|unserem|unser|ausdrücklichen)){0,3} (?:(?<consent>Einwilligung)|(?<contract>Vertrag(?:s|es)?|(?:Erfüllung|Durchführung) (?:des|eines|unseres) Vertrag(?:s|es))|(?<legal_obligation>(?:rechtlich|gesetzlich)e[nr]? (?:Verpflichtung|Pflicht)(?:en)?)|(?<vital_interests>lebenswichtige[nr]? Interessen?)|(?<public_task>Aufgabe im öffentlichen Interesse|öffentliche[ns]? Interesses?)|(?<legitimate_interests>berechtigte[nrs]* Interesse[ns]?))(?!\p{L}| (?:oder|und)(?!\p{L}))/giu,
  fr: /(?<!\p{L})(?:base (?:légale|juridique)[^.;:()]{0,60}? (?:est|sont)|sur la base (?:de|du|d['’])|fondée?s? sur|repos(?:e|ent) sur)(?: ?(?:la|le|l['’]|les|de|du|votre|notre|nos|un|une|exécution|du|d['’]un)){0,5} ?(?:(?<consent>consentement)|(?<contract>contrat)|(?<legal_obligation>obligations? légales?)|(?<vital_interests>intérêts? vita(?:l|ux))|(?<public_task>mission d['’]intérêt public|intérêt public)|(?<legitimate_interests>intérêts? légitimes?))(?!\p{L}| (?:ou|et)(?!\p{L}))/giu,
  es: /(?<!\p{L})(?:base (?:legal|jurídica)[^.;:()]{0,60}? (?:es|son)|sobre la base de|con base en|basad[ao]s? en|se basan? en)(?: (?:la|el|los|las|del?|su|tu|nuestro|nuestra|nuestros|un|ejecución)){0,5} (?:(?<consent>consentimiento)|(?<contract>contrato)|(?<legal_obligation>obligaci(?:ón|ones) legal(?:es)?)|(?<vital_interests>intereses vitales|interés vital)|(?<public_task>interés público|misión de interés público)|(?<legitimate_interests>inter(?:és|eses) legítimos?))(?!\p{L}| (?:o|y)(?!\p{L}))/giu,
  zh: /(?:基于|依据|依赖)(?:我们|您|用户|对)?的?(?:单独|明示|明确)?(?:(?<consent>同意)|(?<legitimate_interests>(?:正当|合法)利益))(?!或|和|与|、)|(?:为|基于)(?<contract>(?:订立、?)?(?:和|及|或)?履行(?:您?(?:作为|为)一方当事人的|与您的|您的|与您签订的|本)?(?:合同|协议))所(?:必需|必要|必须)|(?<legal_obligation>履行法定(?:职责|义务)(?:或者?法定(?:义务|职责))?)所(?:必需|必要|必须)/g,
};

/** A sentence on what readers may do where data is used on some basis: it does not say that it is used so. */
export const ofObjecting: ByLanguage = {
  en: /\b(?:object(?:ion)?|withdraw\w*)\b/i,
  de: /wider(?:spr|ruf)/i,
  fr: /oppos|retir/i,
  es: /opo(?:n|sic)|retir/i,
  zh: /反对|撤回|撤销/,
};
