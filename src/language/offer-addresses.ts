import { keptWith } from '../base/on-demand.ts';

/**
 * Whether an address says that readers can switch, request or refuse something there: by a word in its last part (`/opt-out`),
 * or by a folder that consists of such words.
 */
export function isOffer(url: string): boolean {
  const parts = url.split('/');
  const isFolder = (part: string): boolean =>
    part
      .split(/[^a-z]+/i)
      .every((word) => /^(?:ads?|my|your)$/i.test(word) || offering.exec(word)?.[0] === word);
  return offering.test(parts.at(-1) ?? '') || parts.slice(1).some(isFolder);
}

const offering =
  /(?<![a-z])(?:opt[a-z]*|off|(?:(?<=(?:turn|switch|opt|sign|log)[-_])|(?<![-_]))(?:on|out)(?![-_])|(?:(?<=(?:my|your|delete|close)[-_])|(?<![-_]))accounts?(?![-_])|(?:ad|your)?choices?|choose|prefer[a-z]*|settings?|consent[a-z]*|cookies?|unsubscri[a-z]*|subscri[a-z]*|delet[a-z]*|remov[a-z]*|requests?|(?:web)?forms?|dsar|object[a-z]*|withdraw[a-z]*|complain[a-z]*|appeals?|stop)(?![a-z])/i;

/**
 * For languages of which only a few words are known: words of which three tell that a text is in it, and what words of choice
 * hold in it, without accents.
 */
const choices: readonly (readonly [own: RegExp, choice: RegExp])[] = [
  [
    /^(?:vous|nous|dans|avec|aux|cette|sont|pour)$/,
    /^(?:droit|consent|oppos|retir|retract|choi|refus|prefer|parametr|regl|desinscri|desabon|desactiv|activ|suppr|effac|gere|gestion|demand|formul|reclam|plaint|exerc|modif|rectif|annul|resili|contest|accept|autoris|compte|control|portabilit|limit|cess)/,
  ],
  [
    /^(?:und|wir|werden|fur|sind|nicht)$/,
    /recht|einwillig|wider|losch|wahl|einstell|ablehn|meld|bestell|aktiv|antrag|anfrag|anforder|formular|beschwer|ander|auskunft|kundig|zustimm|verwalt|konto|opt|entfern|schalt|erlaub|verlang|sperr|schrank/,
  ],
  [
    /^(?:los|las|usted|nuestr[oa]s?|sus|con|y)$/,
    /^(?:derech|consent|opon|opos|retir|revoc|elimin|borr|supri|supres|gesti|desactiv|activ|solicit|peti|formular|reclam|ejer|modific|rectif|cancel|elij|eleg|elecc|opcion|prefer|rechaz|configur|ajust|cuenta|baja|acept|autoriz|permi|portabil|limit|control)/,
  ],
  [
    /^(?:che|della|delle|gli|sono|nostr[aeio])$/,
    /^(?:diritt|consen|oppo|ritir|revoc|cancell|elimin|rimo|gesti|disattiv|attiv|richie|modul|reclam|eserc|modific|rettific|annull|scegl|scelt|prefer|rifiut|impost|account|disiscri|disd|accett|autorizz|permess|portabil|limit|controll)/,
  ],
  [
    /^(?:nao|uma|voce|com|pel[ao]s?|noss[ao]s?)$/,
    /^(?:direit|consent|opor|opos|opo|retir|revog|apag|elimin|exclu|remo|gerenc|gerir|gest|desativ|ativ|solicit|pedi|formular|reclam|exerc|corri|retif|cancel|escolh|opc|prefer|recus|configur|defini|conta|aceit|autoriz|permi|portabil|limit|control)/,
  ],
  [
    /^(?:een|wij|niet|uw|zijn|onze|worden)$/,
    /recht|toestem|bezwaar|intrek|trokken|verwijder|wis|beheer|beher|schakel|verzoek|aanvra|formulier|klacht|oefen|wijzig|corr|zeg|kies|keuze|instell|meld|schrij|weiger|voorkeur|account|overdra|beperk|stop/,
  ],
];

/** Whether a word may be one of choice in any of these languages. */
export function mayBeChoice(word: Word): boolean {
  return choices.some(([, choice]) => choice.test(plain(word)));
}

interface Word {
  readonly key: string;
}

/** What words of choice hold in the languages that a text may be in: asked once for a text of thousands of links. */
const choicesIn = keptWith((text: readonly Word[]): readonly RegExp[] => {
  const words = text.map(plain);
  return choices.flatMap(([own, choice]) =>
    words.filter((word) => own.test(word)).length > 2 ? [choice] : [],
  );
});

function plain({ key }: Word): string {
  return key.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a text is in one of these languages, and none of the words of choice in it are `near`. */
export function holdsNoChoice(text: readonly Word[], near: readonly Word[]): boolean {
  const spoken = choicesIn(text);
  const close = near.map(plain);
  return spoken.length > 0 && !spoken.some((choice) => close.some((word) => choice.test(word)));
}
