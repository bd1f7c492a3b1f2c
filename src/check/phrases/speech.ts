/** Acts that sentences say of data. */
export type AffirmedAct = 'collect' | 'use' | 'sell' | 'share' | 'disclose' | 'train-models';

/** Expressions to read a language by, sentence by sentence. English and Chinese are read more closely. */
export interface Speech {
  /** That we act, that it is done, or that the reader is to give something. */
  readonly acting: RegExp;
  /** Every verb of an act. Global. */
  readonly verbs: RegExp;
  readonly acts: readonly (readonly [says: RegExp, act: AffirmedAct])[];
  readonly general: RegExp;
  readonly denying: RegExp;
  /** Words that leave room for exceptions to a denial. */
  readonly exceptions: RegExp;
  /** Parts that say why, when or by what. Global. */
  readonly asides: RegExp;
  /** Whoever does not work for us. */
  readonly others: RegExp;
  /** Whoever does, or whom the reader sends it to; and data that is nobody's. */
  readonly onBehalf: RegExp;
  /** Nobody at all. */
  readonly anybody: RegExp;
}

export const speeches: Readonly<Record<string, Speech>> = {
  de: {
    acting:
      /(?<!\p{L})(?:wir|werden|wird|unsere (?:App|Website|Webseite|Seite|Server)|die(?:se)? (?:App|Website|Webseite|Anwendung)|Sie (?:müssen|können|sollen|geben|teilen))(?!\p{L})/iu,
    verbs:
      /(?<!\p{L})(?:erheben|erhebt|erhoben|erfassen|erfasst|speichern|speichert|gespeichert|sammeln|sammelt|gesammelt|aufgezeichnet|zeichnen|fragen|abgefragt|verarbeiten|verarbeitet|nutzen|nutzt|genutzt|verwenden|verwendet|ausgelesen|benötigen|protokollieren|protokolliert|angeben|mitteilen|verkaufen|verkauft|vermieten|vermietet|teilen|geteilt|weitergeben|weitergegeben|geben|gibt|übermitteln|übermittelt|veröffentlichen|veröffentlicht|trainieren|trainiert)(?!\p{L})/giu,
    acts: [
      [/verk|verm/i, 'sell'],
      [/train/i, 'train-models'],
      [/teilen|geteilt|weiterg|^g[ei]b|übermittel/i, 'share'],
      [/veröff/i, 'disclose'],
      [/erheb|erhob|erfass|speich|samm|zeich|frag|ausgel|benöt|protok|angeb|mitt/i, 'collect'],
      [/./, 'use'],
    ],
    general:
      /(?<!\p{L})(?:Ihre|die|deine|personenbezogenen?|Ihrer) (?:personenbezogenen? |persönlichen? )?(?:Daten|Informationen|Angaben)(?!\p{L})/iu,
    denying:
      /(?<!\p{L})(?:nicht|nie|niemals|kein\p{L}{0,2}|niemand\p{L}{0,2}|ohne|weder|noch nie|statt|außer|sofern|falls|nur wenn|es sei denn)(?!\p{L})/iu,
    exceptions:
      /(?<!\p{L})(?:außer|sofern|falls|wenn|ohne|nur|soweit|es sei denn|solange|bevor|wie (?:wir|Ihre|die)|über .* hinaus|länger|zu anderen|für andere|für (?:Werb|Market)\p{L}+)(?!\p{L})|(?:nicht|keine\p{L}?) [^,.;:]{0,40}(?:garantier|gewährleist|gewähr|garantie)|(?:garantier|gewährleist)\p{L}+ (?:[^,.;:]{0,20} )?(?:nicht|kein)/iu,
    asides:
      /(?:erfahren|wissen|fragen|Auskunft darüber|informiert),? (?:welche\p{L}?|ob|wie|was|wem|an wen)(?!\p{L})[^.;:]*|(?<!\p{L})(?:um|damit|weil|wenn|falls|sobald|nachdem|bevor|für|zur|zum(?! Beispiel)|soweit|mithilfe|mittels)(?!\p{L})[^,.;:]*/giu,
    others:
      /(?<!\p{L})(?:Dritte\p{L}?|Partner\p{L}*|Werbe\p{L}+|andere\p{L}? (?:Unternehmen|Firmen|Anbieter)|jedermann)(?!\p{L})/iu,
    onBehalf: /Dienstleist|Auftrag|Einwilligung|Zustimmung|Wunsch|Weisung|anonym|aggregiert|statistisch/i,
    anybody: /(?<!\p{L})(?:an niemanden|niemandem|an irgend\p{L}+)(?!\p{L})/iu,
  },
  fr: {
    acting:
      /(?<!\p{L})(?:nous|notre (?:site|application|service)|l['’]application|ce site|cette application|(?:est|sont|être|sera|seront)|vous (?:devez|pouvez|devrez|indiquez|fournissez|communiquez|saisissez))(?!\p{L})/iu,
    verbs:
      /(?<!\p{L})(?:collect(?:ons|e|ent|ée?s?)|recueill(?:ons|e|ent|ie?s?)|enregistr(?:ons|e|ent|ée?s?)|demand(?:ons|ée?s?)|stock(?:ons|ée?s?)|conserv(?:ons|ée?s?)|sauvegard(?:ons|ée?s?)|utilis(?:ons|e|ée?s?)|trait(?:ons|ée?s?)|obten(?:ons)|fournir|fournissez|indiquer|indiquez|communiquer|communiquez|saisir|vend(?:ons|ue?s?)|louons|céd(?:ons|ée?s?)|partag(?:eons|ée?s?)|transmett(?:ons)|transmis(?:es?)?|communiqu(?:ons|ée?s?)|divulgu(?:ons|ée?s?)|publi(?:ons|ée?s?)|entraîn(?:ons|er|ée?s?))(?!\p{L})/giu,
    acts: [
      [/^(?:vend|lou)/i, 'sell'],
      [/^entra/i, 'train-models'],
      [/^(?:partag|transm|communiqu(?:ons|é)|divulg|céd)/i, 'share'],
      [/^publi/i, 'disclose'],
      [/^(?:collect|recueil|enreg|demand|stock|conserv|sauveg|obten|fourn|indiq|communiq|saisi)/i, 'collect'],
      [/./, 'use'],
    ],
    general:
      /(?<!\p{L})(?:vos|les|des|ces) (?:données|informations|coordonnées)(?: (?:à caractère personnel|personnelles))?(?!\p{L})/iu,
    denying:
      /(?<!\p{L})(?:ne|n['’]\p{L}+|pas|jamais|aucune?s?|sans|ni|sauf|sinon|non|si|personne|au lieu)(?!\p{L})/iu,
    exceptions:
      /(?<!\p{L})(?:sauf|sans|si|seulement|uniquement|que|hors|à moins|avant|autres? que|plus longtemps|au-delà|autres fins|directement|comment|(?:façon|manière) dont)(?!\p{L})|(?<!\p{L})(?:ne|n['’])[^,.;:]{0,30}garanti/iu,
    asides:
      /(?:savoir|connaître|informée?s?)(?: \p{L}+)? (?:si|quel\p{L}*|à qui|comment)(?!\p{L})[^.;:]*|(?<!\p{L})(?:pour|afin|lorsqu\p{L}*|lorsque|quand|parce|car|dès|grâce|conformément|au moyen|en vue)(?!\p{L})[^,.;:]*/giu,
    others: /(?<!\p{L})(?:tiers|partenaires?|annonceurs?|autres (?:sociétés|entreprises)|régies?)(?!\p{L})/iu,
    onBehalf:
      /prestataire|sous-traitant|fournisseur|consentement|accord|autoris|demande|anonym|agrég|pour notre compte/i,
    anybody: /(?<!\p{L})(?:à personne|avec personne|à qui que ce soit|avec qui que ce soit)(?!\p{L})/iu,
  },
  es: {
    acting:
      /(?<!\p{L})(?:\p{L}+mos|nuestr[ao] (?:sitio|web|aplicación|servicio)|la aplicación|este sitio|se|son|es|serán?|usted|(?:debe|puede|tiene que) (?:facilitar|proporcionar|indicar|introducir)(?:nos)?)(?!\p{L})/iu,
    verbs:
      /(?<!\p{L})(?:recopil(?:amos|an?|ad[ao]s?)|recog(?:emos|en?|id[ao]s?)|registr(?:amos|an?|ad[ao]s?)|guard(?:amos|an?|ad[ao]s?)|almacen(?:amos|an?|ad[ao]s?)|solicit(?:amos|an?|ad[ao]s?)|pedimos|us(?:amos|ad[ao]s?)|utiliz(?:amos|an?|ad[ao]s?)|trat(?:amos|ad[ao]s?)|obten(?:emos)|(?:facilitar|proporcionar|indicar|introducir)(?:nos)?|vend(?:emos|en?|id[ao]s?)|alquilamos|ced(?:emos|en?|id[ao]s?)|compart(?:imos|en?|id[ao]s?)|comunic(?:amos|an?|ad[ao]s?)|transmit(?:imos|en?|id[ao]s?)|divulg(?:amos|an?|ad[ao]s?)|public(?:amos|an?|ad[ao]s?)|entren(?:amos|ar|an|ad[ao]s?))(?!\p{L})/giu,
    acts: [
      [/^(?:vend|alquil)/i, 'sell'],
      [/^entren/i, 'train-models'],
      [/^(?:ced|compart|comunic|transmit|divulg)/i, 'share'],
      [/^public/i, 'disclose'],
      [/^(?:recop|recog|regist|guard|almac|solic|pedi|obten|facil|propor|indic|introd)/i, 'collect'],
      [/./, 'use'],
    ],
    general:
      /(?<!\p{L})(?:sus|tus|los|estos) (?:datos|informaciones)(?: personales)?(?!\p{L})|(?<!\p{L})(?:su|tu|la) información(?: personal)?(?!\p{L})/iu,
    denying: /(?<!\p{L})(?:no|nunca|jamás|ning[uú]n\p{L}*|sin|ni|nadie|salvo|excepto|si|en lugar)(?!\p{L})/iu,
    exceptions:
      /(?<!\p{L})(?:salvo|excepto|sin|si|solo|sólo|únicamente|a menos|antes|más (?:tiempo|de)|otros fines|directamente|cómo|(?:forma|manera|modo) en)(?!\p{L})|(?<!\p{L})no [^,.;:]{0,30}garanti/iu,
    asides:
      /(?:saber|conocer|informad[ao]s?)(?: \p{L}+)? (?:si|qué|cuál\p{L}*|a quién|cómo)(?!\p{L})[^.;:]*|(?<!\p{L})(?:para|cuando|porque|con el fin|a fin|conforme|según|mediante|por medio)(?!\p{L})[^,.;:]*/giu,
    others: /(?<!\p{L})(?:terceros|socios|anunciantes|otras empresas|otras compañías)(?!\p{L})/iu,
    onBehalf:
      /proveedor|encargad|consentimiento|autoriz|petición|solicitud|anónim|anonimiz|agregad|por cuenta/i,
    anybody: /(?<!\p{L})(?:con nadie|a nadie)(?!\p{L})/iu,
  },
  ja: {
    acting: /ます|ません|います|ください|いただき|される|する/,
    verbs:
      /収集|取得|記録|保存|お伺い|入力|登録|販売|売却|共有|第三者(?:へ|に)の?提供|提供|公開|公表|学習|利用|使用/g,
    acts: [
      [/販売|売却/, 'sell'],
      [/学習/, 'train-models'],
      [/共有|提供/, 'share'],
      [/公開|公表/, 'disclose'],
      [/収集|取得|記録|保存|伺い|入力|登録/, 'collect'],
      [/./, 'use'],
    ],
    general: /(?:個人|お客様の|利用者の|お客さまの)(?:情報|データ)/,
    denying: /ません|ない|ずに|せず|なし|以外|限り|除|場合/,
    exceptions: /保証(?:でき|するもの|(?:いた)?しかね)|除|限り|場合|なく|なし|同意|以外|だけ|のみ|ずに/,
    asides: /[^、。]{0,60}(?:ため|目的)(?:に|で|として)?/g,
    others: /第三者|パートナー|広告主|広告会社|他社|提携先/,
    onBehalf: /委託|同意|指示|匿名|統計|依頼/,
    anybody: /誰に[もで]|いかなる(?:者|人|第三者)にも/,
  },
};
