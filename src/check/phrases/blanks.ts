/**
 * A blank in brackets, which may describe what belongs there: `[company name]`, `[insert date]`, `{{ site.owner }}`,
 * 【请填写公司名称】. Links and buttons have brackets too: `[Add to cart]`.
 */
export const bracketed =
  /(?<![\]\p{L}\d!])\[{1,2} ?(?:(?:please )?(?:insert|fill in|specify|replace with) [^\]\n]{1,80}|(?:add|enter|state|choose|list) (?:an? |the |your |our )?(?:company|business|app|name|link|url|date|e-?mail|address|phone|number|text|period|purpose|country|here)\b[^\]\n]{0,60}|(?:the |your |our )?(?:company|business|organi[sz]ation|legal|legal entity|entity|app|application|website|site|service|product|brand|store|shop|dpo|contact|e-?mail|postal|street|mailing|phone|effective|last updated|privacy)(?:['’]s)? (?:name|url|address|date|number|e-?mail|details|information|link)(?: here)?|(?:your )?(?:company|name|date|address|e-?mail|url|link|phone|telephone|country|jurisdiction|city|number|placeholder)|name of (?:the )?[^\]\n]{1,40}|to be (?:confirmed|determined|added|completed|decided|supplied)[^\]\n]{0,40}|e-?mail[ \u00a0]protected|tbd|tbc|todo|(?:bitte |hier )?(?:firma|firmenname|unternehmen|unternehmensname|name|datum|adresse|anschrift|e-mail-adresse)(?: (?:einfügen|eintragen|ergänzen|angeben|des unternehmens|der firma))?|(?:ihr|ihre) (?:firma|name|adresse|unternehmen|e-mail-adresse)|(?:insérer|indiquer|compléter|insertar|indicar|completar) [^\]\n]{1,60}|(?:nom|adresse|nombre|dirección) (?:de |del )[^\]\n]{1,40}|à compléter|raison sociale|razón social|x{2,}|[._]{3,}) ?\]{1,2}(?![\u25af[(:])|\{\{ ?[\w.]{1,60} ?\}\}|\$\{[\w.]{1,60}\}|%[A-Z]{3,}(?:_[A-Z]+)*%|[[【（(] ?(?:请(?:在此)?(?:填写|输入|插入|补充|替换)|(?:在此)?(?:填写|插入)|待(?:定|补充|填写|确认)|(?:贵?公司|企业|应用|产品|平台|app|网站|会社|貴社|事業者)(?:名称?|全称|名字)|[x×]{2,})[^\]】）)\n]{0,40}[\]】）)](?![\u25af[(:])/giu;

/** A blank without brackets: `TBD`, `XX days`, `XX公司`. */
export const unbracketed =
  /(?<![\p{L}\d_-])(?:TODO|TBD|TBC|FIXME)(?![\p{L}\d_-])|[Ll]orem ipsum|(?<![\p{L}\d])(?:XX|xx|NN) (?:business |working )?(?:days?|weeks?|months?|years?|hours?|Tagen?|Wochen|Monaten?|jours|mois|días|meses)(?!\p{L})|\b[Mm]uster(?:firma|mann|straße|stadt)\b|Muster GmbH|(?<![Xx×])(?:[Xx×]{2,6}|某某|[〇○]{2})(?:有限|股份|科技|网络|網路|株式)?(?:公司|平台|集团|会社)|(?<![Xx×])(?:[Xx×]{2,6}|[〇○]{2})(?:年|个?月|日|天)/gu;

/** Placeholders for the name of a company. */
export const standIns =
  /^(?:(?:example|your|my) company(?: name)?|company(?: name)?|acme|tbd|todo|x{2,}|[[<【].*[\]>】])$/i;
