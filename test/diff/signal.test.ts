import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/diff/signal/tables/en.ts';
import { others } from '../../src/diff/signal/tables/others.ts';
import { chinese } from '../../src/diff/signal/tables/zh.ts';
import { signalWordsFor } from '../../src/diff/signal/words.ts';
import { lowSignals, signalOf } from '../../src/diff/signal.ts';
import { editionIds } from '../../src/model/edition.ts';
import type { Policy } from '../../src/model/policy.ts';
import { signalNames } from '../../src/report/signal-words.ts';

const vocabulary = { data: {}, purposes: {}, permissions: {} };
const plain = { edition: editionIds.at(-1), vocabulary, prose: [] } as unknown as Policy;
const wordsFor = signalWordsFor(plain, plain);

type Pair = readonly [before: string | null, after: string | null, signals: string];

const highEnglish: readonly Pair[] = [
  // A second partner is another recipient.
  ['Sold to our partner.', 'Sold to our partners.', 'wording'],
  ['Knit by the companies below.', 'Knit by the company below.', 'wording'],
  // A page that is indented so far that it is code.
  ['    <p>We knit.</p>', '    <p>We never knit.</p>', 'negation'],
  ['    <p>We knit.</p>', '    <p hidden>We knit.</p>', 'sign'],
  ['    <!-- We knit. -->', '    <!-- We never knit. -->', 'negation'],
  ['    <b>ours</b><Kept days="30" />', '    <b>ours</b><Kept days="90" />', 'number'],
  ['<p>We knit &lt;30 hats.</p>', '<p>We knit &lt;60 hats.</p>', 'number'],
  ['<p>We do &#110;ot knit.</p>', '<p>We do knit.</p>', 'negation'],
  // Another script shows another text.
  ['<script src="https://a.example/hats.js">', '<script src="https://b.example/hats.js">', 'sign'],
  ['<script src="https://a.example/h.js?of=1">', '<script src="https://a.example/h.js?of=2">', 'sign'],
  [
    '<script src="https://a.example/h-12345678.js">',
    '<script src="https://a.example/h-87654321.js">',
    'sign',
  ],
  ['<iframe src="//a.example/hats">', '<iframe src="//a.example/caps">', 'sign'],
  ["import Hats from './hats.md'", null, 'wording'],
  ["import hats from 'Contoso'", "import hats from 'Fabrikam'", 'name'],
  ['Ask hats [at] a [dot] example.', 'Ask caps [at] a [dot] example.', 'name'],
  ['Call 555-123-4567.', 'Call 555.123.4576.', 'number'],
  ['Call [555 1234](tel:5551234).', 'Call [555 1234](tel:5551235).', 'link-target'],
  ['[a.example](https://b.example/a.example)', '[a.example](https://b.example)', 'link-target'],
  ['Sold to a guild.', 'Sold to a guild (IBM).', 'name'],
  ['You may not knit.', 'You may not (not) knit.', 'negation'],
  ['This policy (for knitters) holds.', 'This policy (for hatters) holds.', 'wording'],
  ['You may withdraw it.', 'You may withdrew it.', 'right'],
  ['We keep the consents.', 'We keep the contents.', 'right'],
  // A director changed, and on the next line the company.
  ['Managing director: Jane Doe  \nContoso Ltd', 'Managing director: Jane Doe  \nFabrikam Ltd', 'name'],
  ['The ?Hats? we sell.', 'The “Caps” we sell.', 'name'],
  ['We sell hats, i.e. caps.', 'We sell hats, e.g. caps.', 'wording'],
  ['[hats]()(https://a.example/x)', '[hats]()(https://b.example/x)', 'link-target'],
  ['See a.example/x, which we knit.', 'See a.example/x which we knit.', 'clause'],
  ['We view your hats.', 'We sell your hats.', 'wording'],
  ['We need more information on hats.', 'We need information on hats.', 'quantifier'],
  ['Children under the age of 16.', 'Children under 13.', 'number'],
  ['Additionally, we sell hats.', 'Alternatively, we sell hats.', 'wording'],
  ['Sold in the U.S.A. today.', 'Sold in the E.U. today.', 'name'],
  ['Kept as long as you ask.', 'Kept for as long as we ask.', 'wording'],
  ['Kept until: [Hats]', 'Kept until: May 1, 2024', 'wording'],
  ['Knit until {{ page.date }}.', 'Knit until May 1, 2024.', 'field'],
  ['Last updated: {{ page.hats }}', 'Last updated: May 1, 2024', 'field'],
  ['Insert hats until May 1, 2024.', 'Remove hats until May 1, 2024.', 'wording'],
  // A directive shows words of its own.
  ['Of :data[hat.size]{as="your hat"}.', 'Of :data[hat.size]{as="your head"}.', 'wording'],
  // A list in an item ends where it ended.
  [
    '- hats, but never:\n  - old ones\n  - ours\n- caps',
    '- hats, but never:\n  - old ones\n- ours\n- caps',
    'wording',
  ],
  ['- hats, but never:\n- ours', '- hats, but never:\n  - ours', 'sign'],
  // Struck out with one tilde, by combining strokes, or made invisible.
  ['We ~often~ knit.', 'We often knit.', 'negation'],
  ['We knit hats.', 'We knit ha\u0336ts.', 'sign'],
  ['We knit hats.', 'We knit hats\u20e0.', 'sign'],
  ['<p>We knit.</p>', '<p style="font-size:0">We knit.</p>', 'sign'],
  ...[
    'style="color: transparent"',
    'style="color:#fff"',
    'style="font-size:1px"',
    'style="opacity:.05"',
    'style="position:absolute;left:-9999px"',
    'class="hat sr-only"',
  ].map((dress): Pair => ['<p>We knit.</p>', `<p ${dress}>We knit.</p>`, 'sign']),
  // The one that is filled is chosen.
  ['Hats: ● yes ○ no', 'Hats: ○ yes ● no', 'sign'],
  ['| Felt | • |', '| Felt | |', 'sign'],
  ...['textarea', 'title', 'xmp', 'noembed', 'noframes', 'select', 'iframe', 'object', 'canvas'].map(
    (tag): Pair => [null, `<${tag}>`, 'sign'],
  ),
  ['Hats of classes A–C.', 'Hats of classes A, C.', 'sign'],
  ['Nothing — we knit hats.', 'Nothing we knit — hats.', 'negation'],
  ['Hats — not caps — are knit.', 'Hats not caps are knit.', 'negation'],
  ['Guests [not members] knit.', 'Guests not members knit.', 'negation'],
  ...['∞', '∧', '∀', '⟶', '↑', '▲', '🔓', '🔞', '🟢', '′'].map(
    (sign): Pair => [`Hats ${sign} shoes.`, 'Hats shoes.', 'sign'],
  ),
  // Another page there is somebody else's.
  ...(
    [
      ['https://contoso.webflow.io/a', 'https://fabrikam.webflow.io/a'],
      ['https://forms.office.com/r/hats', 'https://forms.office.com/r/shoes'],
      ['https://web.archive.org/web/a.example', 'https://web.archive.org/web/b.example'],
      ['https://203.0.113.1/a', 'https://198.51.113.1/a'],
      ['https://paypal.me/contoso', 'https://paypal.me/fabrikam'],
    ] as const
  ).map(([one, other]): Pair => [`See [here](${one}).`, `See [here](${other}).`, 'link-target']),
  // Whom it is shown to.
  ['<p v-if="eu">We knit.</p>', '<p v-if="us">We knit.</p>', 'wording'],
  ['<p x-show="eu">We knit.</p>', '<p x-show="us">We knit.</p>', 'wording'],
  ['--8<-- "hats.md"', '--8<-- "shoes.md"', 'field'],
  ['Hats ∉ shoes.', 'Hats ∈ shoes.', 'sign'],
  ['We will not knit because you asked.', 'We will not knit, because you asked.', 'clause'],
  ['We knit hats, caps; if asked shoes.', 'We knit hats; caps if asked shoes.', 'clause'],
  [
    'The clauses are [here](https://eur-lex.europa.eu/eli/a/2021/914).',
    'The clauses are [here](https://eur-lex.europa.eu/eli/a/2010/87).',
    'link-target',
  ],
  ['Updated a week after you ask.', 'Updated a month after you ask.', 'quantifier'],
  ['Hats are sold.', 'Hats are sold. For more information about hats, hats are sold.', 'wording'],
  // A mailbox that a script puts together.
  [
    '<a href="#" data-name="hats" data-domain="a">Write</a>',
    '<a href="#" data-name="shoes" data-domain="a">Write</a>',
    'wording',
  ],
  ['<span data-user="hats" data-tld="de"></span>', '<span data-user="hats" data-tld="fr"></span>', 'wording'],
  ['<a onclick="to(\'a@b.example\')">Write</a>', '<a onclick="to(\'c@b.example\')">Write</a>', 'name'],
  [
    '<a onclick="to(\'https://a.example\')">Refuse</a>',
    '<a onclick="to(\'https://b.example\')">Refuse</a>',
    'name',
  ],
  ['Of [hats] (https://a.example/h).', 'Of [hats](https://b.example/h).', 'link-target'],
  ['<p>Hats.</p>never', '<p>Hats.</p>', 'negation'],
  ['Sewn by Fabrennik.', 'Sewn by Fabrnneik.', 'name'],
  ['Knitted on our website.', 'Knitted on our app.', 'wording'],
  ['[Fee: 30](https://a.example/f)', '[Fee: 60](https://a.example/f)', 'number'],
  ['[Fee: $30](https://a.example/f)', '[Fee: €30](https://a.example/f)', 'sign'],
  [
    'This list includes partners as of March 5, 2026.',
    'This list includes partners as of April 1, 2026.',
    'date number',
  ],
  [
    'This policy includes cookies from May 1, 2024.',
    'This policy includes cookies from May 1, 2025.',
    'number',
  ],
  [
    'The policy includes our services as of May 2024.',
    'The policy includes our services as of June 2024.',
    'date',
  ],
  [
    'This agreement includes use of services from May 1, 2024.',
    'This agreement includes use of services from May 1, 2025.',
    'number',
  ],
  [null, 'See the Fabrikam privacy policy.', 'name wording'],
  [null, 'Read our health data policy.', 'wording'],
  [null, 'We have changed our services.', 'modal wording'],
  [null, 'We have changed our use of cookies.', 'modal wording'],
  ['Hats. Learn more about hats.', 'Hats. Learn more about shoes.', 'wording'],
  ['See www. hats. com.', 'See www.caps.com.', 'name'],
  [null, 'Learn more about how we sell hats.', 'quantifier wording'],
  ['# Privacy Policy', '# Privacy Policy | How we sell your personal data', 'wording'],
  ['# Privacy Policy', '# Privacy Policy | How we protect your voiceprint', 'wording'],
  ['## How we use your data', '## How we protect your data', 'wording'],
  [null, '(hidden from here) We sell hats. Back to top (hidden to here)', 'name wording'],
  ['We sell hats. Learn more about how we sell hats.', 'We sell hats.', 'quantifier wording'],
  ['[Hats](https://a.example/h)', '[We Sell Hats](https://a.example/h)', 'wording'],
  ['[Hats](https://a.example/h)', '[Delete Hats](https://a.example/h)', 'right'],
  ['We collect [Hats](https://a.example/h)', 'We collect [Shoes](https://a.example/h)', 'name'],
  [
    'Hats Ltd, represented by its director Jane Doe.',
    'Hats Ltd, represented by Fabrikam.',
    'name representative',
  ],
  [
    'Hats Ltd, represented by its director Jane Doe.',
    'Hats Ltd, represented by its director Jane Doe and partners.',
    'wording',
  ],
  ['By a subcontractor.', 'By a controller.', 'wording'],
  ['Within thirty days.', 'Within thirty (60) days.', 'number'],
  ['Within thirty (60) days.', 'Within 60 days.', 'quantifier'],
  ['For two (2) of three (3) years.', 'For 2 of 2 years.', 'number quantifier spelling'],
  ['In twenty-four hours.', 'In 42 hours.', 'number quantifier wording'],
  ['Kept for one, two years.', 'Kept for 12 years.', 'number quantifier'],
  ['Under section 6 (6) of it.', 'Under section 6 of it.', 'number'],
  ['Under Article 6(1)(a) GDPR.', 'Under Article 6(1)(f) GDPR.', 'number'],
  ['At most 10% of hats.', 'At most 10 of hats.', 'number'],
  ['We ask once a day.', 'We ask 11 a day.', 'number wording'],
  ['We knit hats as well as shoes.', 'We knit hats as shoes.', 'wording'],
  ['Hats will be ours.', 'Hats will ours.', 'wording'],
  ['Partners may ask.', 'Partners may be asked.', 'wording'],
  ['See shop.a.example for hats.', 'See a.example/shoes for hats.', 'name'],
  ['See hats.github.io for hats.', 'See github.io/hats for hats.', 'name'],
  ['We share e.g. hats.', 'We share i.e. hats.', 'wording'],
  ['In order to sell hats.', 'Sell hats.', 'wording'],
  ['From the EU.', 'From the EEA.', 'name'],
  ['Hats stay in the United States of America.', 'Hats stay in the United States of Mexico.', 'name'],
  [null, '# Previous Privacy Policy', 'wording'],
  [null, 'This policy will be replaced on 1 March 2025.', 'number wording'],
  [null, 'This policy will be superseded by version 2 on 1 March 2025.', 'number wording'],
  [null, 'Version 2 replaces this policy on 1 March 2025.', 'number wording'],
  [null, 'Superseded on 1 March 2025.', 'number wording'],
  [null, 'Archived on 1 March 2025.', 'number wording'],
  [null, 'This is our previous policy, of May 2020.', 'number wording'],
  ['Effective May 1, 2024', 'Effective May 1, 2024 (replaced on 1 March 2025)', 'number wording'],
  ['# Privacy Policy', '# Archived Privacy Policy', 'wording'],
  ['# Contoso Privacy Policy', '# Fabrikam Privacy Policy', 'wording'],
  [null, '# Services', 'wording'],
  ['## Cookies', '## Services', 'wording'],
  ['Tracked by IT.', 'Tracked by it.', 'name wording'],
  ['## 1. 30 hats', '## 1. 60 hats', 'number'],
  ['Hats? No.', 'No hats?', 'negation'],
  [
    'Contoso, 12 E. 49th St., 11th Floor, Springfield',
    'Contoso, 4 Long Road, Springfield',
    'name number wording',
  ],
  ['May 1, 2024: Added a hat.', 'May 2, 2024: Added a hat.', 'number'],
  ['As told below.', 'As told in the Red Hats and Shoes section.', 'name wording'],
  [
    '[Hats](https://a.example/x), or [object](/o).',
    '[Hats](https://a.example/y), or [object](/o).',
    'link-target',
  ],
  ['Since 1.0.0 it says so.', 'Since 1.1.0 it says so.', 'number'],
  [null, 'Thank you.', 'wording'],
  [null, 'May 3, 2024: Named the new courier.', 'modal number wording'],
  ['Contoso, 30 North Hill Avenue, Suite 2, Springfield', 'Contoso, 4 Long Road, Springfield', 'name number'],
  ['We do ~~not~~ sell it.', 'We do not sell it.', 'negation'],
  ['We share your order.', "We don't share your order.", 'negation'],
  ['We never read it.', 'We read it.', 'negation'],
  ['We may share your order.', 'We will share your order.', 'modal'],
  ['You can give us your size.', 'You must give us your size.', 'modal'],
  ['Kept for 1.5 years.', 'Kept for 15 years.', 'number'],
  ['Kept for 30 days.', 'Kept for 30 months.', 'quantifier'],
  ['Kept for thirty days.', 'Kept for ninety days.', 'quantifier'],
  ['Within 10 days.', 'Within 10 business days.', 'wording'],
  ['At most 3 devices.', 'At most 5 devices.', 'number'],
  ['Article 6(1)(a) of the act.', 'Article 6(1)(f) of the act.', 'number'],
  ['Orders before May 1, 2024 stay.', 'Orders before June 1, 2024 stay.', 'date'],
  ['Some parcels are opened.', 'All parcels are opened.', 'quantifier'],
  ['Opened by our crew.', 'Opened only by our crew.', 'quantifier'],
  ['We open none.', 'We open none unless a court asks.', 'exception wording'],
  ['Deleted on demand.', 'Deleted on demand, except invoices.', 'exception wording'],
  ['We always ask.', 'We usually ask.', 'quantifier'],
  ['We log the postal address.', 'We log the fingerprint.', 'wording'],
  ['Given to couriers.', 'Given to couriers and advertisers.', 'wording'],
  ['Stored in Norway.', 'Stored in Brazil.', 'name'],
  ['Tracked by the US.', 'Tracked by us.', 'name wording'],
  ['Used for fraud checks.', 'Used for marketing.', 'wording'],
  ['Hosted by Contoso.', 'Hosted by Fabrikam.', 'name'],
  ['Contoso hosts it.', 'Fabrikam hosts it.', 'wording'],
  ['At shop.example.com and b.example.com.', 'At shop.example.com.', 'name'],
  ['See [ads](https://a.example/off).', 'See [ads](https://a.example/on).', 'link-target'],
  ['You can [opt out](https://a.example).', 'You can opt out.', 'link-target'],
  ['Parcels and letters.', 'Parcels or letters.', 'exception wording'],
  ['We may open :data[device.model].', 'We may open :data[device.imei].', 'category'],
  ['We note your hat.', 'We note your hat and shoe size.', 'wording'],
  ['It is lawful.', 'It is unlawful.', 'wording'],
  ['We ask you before we open it.', 'We ask you after we open it.', 'quantifier'],
  ['For people over 16.', 'For people under 16.', 'wording'],
  ['Opened each week.', 'Opened each month.', 'quantifier'],
  ['Drop hats [here](https://a.example/x).', 'Drop hats [here](https://b.example/x).', 'link-target'],
  ['See [hats](https://a.example/settings/h).', 'See [hats](https://a.example/h).', 'link-target'],
  ['Object [here](https://a.example/x).', 'Object [here](https://a.example/y).', 'link-target'],
  ['Object or [see hats](https://a.example/x).', 'Object or [see hats](https://a.example/y).', 'link-target'],
  ['Our [opt-out policy](https://a.example/x).', 'Our [opt-out policy](https://a.example/y).', 'link-target'],
  ['See [hats](https://a.example/x).', 'See [hats](https://b.example/x).', 'link-target'],
  ['Last updated: [opt out](https://a.example/x) May 2024.', 'Last updated: May 2024.', 'link-target'],
  ['Tell our partner.', 'Tell or partner.', 'exception'],
  ['Within four days.', 'Within for days.', 'quantifier'],
  ['Call [here](tel:+4912345).', 'Call [here](tel:+4912346).', 'link-target'],
  ['Chat [here](https://wa.me/4912).', 'Chat [here](https://wa.me/4913).', 'link-target'],
  ['Write [here](mailto:hats@gmail.com).', 'Write [here](mailto:shoes@gmail.com).', 'link-target'],
  ['Write [here](mailto:privacy@a.example).', 'Write [here](mailto:info@a.example).', 'link-target'],
  ['Write [here](mailto:privacy@a.example).', 'Write [here](https://a.example/contact).', 'link-target'],
  ['Write to hats@a.example.', 'Write to shop@a.example.', 'name'],
  ['We keep logging.', 'We keep vlogging.', 'wording'],
  ['# Privacy Policy', '# Prior Privacy Policy', 'wording'],
  ['# Privacy Policy', '# Earlier Privacy Policy', 'wording'],
  ['We share hats.', 'We share that hat.', 'wording'],
  ['We sell hats (May 5, 2015).', 'We sell hats (May 6, 2015).', 'number'],
  ['Write to [us](mailto:privacy@a.example).', 'Write to us.', 'link-target'],
  ['Call [us](tel:+4930901820).', 'Call us.', 'link-target'],
  ['See [hats](https://a.example/x "Red").', 'See [hats](https://a.example/x "Sold").', 'name'],
  ['Stored outside the EU.', 'Stored in the EU.', 'exception'],
  ['We have it from you.', 'We have it with you.', 'wording'],
  ['Within thirty (30) days.', 'Within thirty (30).', 'quantifier'],
  ['We open recent hats.', 'We open hats.', 'wording'],
  ['A hat worn to the theatre at night.', 'A hat.', 'wording'],
  ['Red hats.', 'Blue hats.', 'wording'],
  ['At most 5 % of hats.', 'At most 5 of hats.', 'number'],
  ['At most 5% of hats.', 'At most 5‰ of hats.', 'number sign'],
  ['Up to five % of hats.', 'Up to five of hats.', 'sign'],
  ['For people of 18+.', 'For people of 18.', 'sign'],
  ['Wir teilen die Hüte nicht mit dem Laden.', 'Wir teilen die Hüte mit dem Laden.', 'negation'],
  ['Hats are in active use.', 'Hats are inactive use.', 'wording'],
  ['We are told by Contoso.', 'We are told by Contosa.', 'name'],
  ['See the Red Hats section.', 'See the Blue Hats section.', 'name'],
  ['The Red Hats are sold.', 'The Blue Hats are sold.', 'name'],
  ['<p style="display: none">Hats.</p>', '<p>Hats.</p>', 'sign'],
  ['{{< hats >}}', '{{< shoes >}}', 'field'],
  [null, '- Contents', 'wording'],
  ['{# Hats are sold. #}', 'Hats are sold.', 'sign'],
  ['```{note} Hats are kept\nx\n```', '```{note} Hats are sold\nx\n```', 'wording'],
  ['Hats.\n{: title="Kept" }', 'Hats.\n{: title="Sold" }', 'name'],
  ['<!-- x --!> Hats are kept.', '<!-- x --!> Hats are sold.', 'wording'],
  ['<!--> Hats are kept. -->', '<!--> Hats are sold. -->', 'wording'],
  ['<!--#if expr="0" -->Hats.<!--#endif -->', 'Hats.', 'exception number wording'],
  ['<p style="color:#fff;background:#ffffff">Hats.</p>', '<p>Hats.</p>', 'sign'],
  ['<div popover>Hats.</div>', '<div>Hats.</div>', 'sign'],
  ['<div class="collapse">Hats.</div>', '<div>Hats.</div>', 'sign'],
  [`<p v-text="'Hats are kept'"></p>`, `<p v-text="'Hats are sold'"></p>`, 'wording'],
  ['<p data-tip="保管する">x</p>', '<p data-tip="販売する">x</p>', 'wording'],
  [null, '[English](https://a.example/opt-out)', 'link-target wording'],
  [null, '[English](mailto:hats@a.example)', 'link-target wording'],
  [null, 'We sell hats in [English](/en).', 'link name wording'],
  [null, 'Back to top: hats are sold.', 'wording'],
  [null, '[Back to top](https://a.example/opt-out)', 'link-target'],
  ['Back to top', 'Hats are sold.', 'wording'],
  ['::: tip hats are sold', '::: tip', 'wording'],
  [
    'Write to [a@b.example](mailto:a@b.example).',
    'Write to [a@b.example](mailto:a@c.example).',
    'link-target',
  ],
  ['Write to a@b.example.', 'Write to [a@b.example](mailto:a@c.example).', 'link-target'],
  ['<a href="/x">Red hats.', '<a href="/x">Blue hats.', 'wording'],
  ['## Hats {#hats are sold}', '## Hats', 'wording'],
  ['One hat = two shoes.', 'One hat two shoes.', 'sign'],
  ['{% include a.md %}', '{% include b.md %}', 'field'],
  [null, 'We may hand it to Contoso.', 'modal name'],
  ['Hats of the county.', 'Hats of the country.', 'wording'],
  ['We retain hats.', 'We regain hats.', 'wording'],
  ['Hats of minors.', 'Hats of miners.', 'wording'],
  ['Data of personnel.', 'Data of a personal kind.', 'wording'],
  ['We say gmail.', 'We say email.', 'wording'],
  ['Effective: TBD, hats are sold.', 'Effective: May 1, 2025, hats are sold.', 'number wording'],
  ['[Hats](https://a.example/p#red-hats)', '[Hats](https://a.example/p#opt-out)', 'link-target'],
  ['([h/1](https://a.example/h/1))', '([h/1](https://b.example/h/1))', 'name'],
  ['([h/1](https://a.example/h/1))', '([h/2](https://b.example/h/2))', 'name'],
  ['> [!summary] Hats', '> [!summary]- Hats', 'wording'],
  ['We do \ufffdot sell.', 'We do not sell.', 'negation wording'],
  ['You have the right to a copy.', null, 'right'],
  ['Lent to [our knitters](/who).', 'Lent to [sellers of shoes](/who).', 'wording'],
  ['Lent to <a href="/who">knitters</a>.', 'Lent to <a href="/who">shoe shops</a>.', 'wording'],
  ['![Hats](a.png "Red hats")', '![Hats](a.png "Shoes are lent")', 'wording'],
  ['![Hats](a.png)', '![Hats](a.png "Shoes are lent")', 'wording'],
];

const highOutside: readonly Pair[] = [
  ['- [Contoso](https://a.example/h)', '- [Fabrikam](https://a.example/h)', 'wording'],
  ['[Google Hats](https://a.example/h)', '[Google Shoes](https://a.example/h)', 'name'],
  ['[Data Sold](https://a.example/h)', '[Data Kept](https://a.example/h)', 'name'],
  ['From May 1, 2024:', 'From April 1, 2024:', 'date'],
  ['Our policy, effective May 1, 2024:', 'Our policy, effective May 3, 2024:', 'number'],
  ['### As of May 1, 2024', '### As of April 1, 2024', 'date'],
  ['Contoso | from May 1, 2024', 'Contoso | from June 1, 2025', 'number'],
  ['Under Article 6 (1) (a).', 'Under Article 6 (1) (f).', 'wording'],
  ['Under point (a) of Article 6(1).', 'Under point (f) of Article 6(1).', 'wording'],
  ['For (a) we rely on consent.', 'For (b) we rely on consent.', 'wording'],
  ['We lend (a) hats, (b) shoes. We sell (a).', 'We lend (a) hats, (b) shoes. We sell (b).', 'wording'],
  ['## 30 Calendar Days', '## 60 Calendar Days', 'number'],
  ['## 24 Business Hours', '## 48 Business Hours', 'number'],
  ['18: the least age.', '16: the least age.', 'number'],
  ['# Cookies', '# Services', 'wording'],
  ['The shop and Ann disagree: it decides.', 'The shop and Ann disagree: they decide.', 'wording'],
  ['Ask the shop and its customers.', 'Ask the shop and their customers.', 'wording'],
  ['- Contoso', '- Contosa', 'wording'],
  ['Contoso | Hats', 'Contosso | Hats', 'wording'],
  [
    'We lend to shops. At your request they recieve hats.',
    'We lend to shops at your request. They receive hats.',
    'clause',
  ],
  ['We sell hats.', 'We sell hats?', 'clause'],
  ['See [hats](https://a.or.jp/x).', 'See [hats](https://b.or.jp/y).', 'link-target'],
  ['See [hats](https://medium.com/@a/x).', 'See [hats](https://medium.com/@b/x).', 'link-target'],
  [
    'See [hats](https://docs.google.com/document/d/1).',
    'See [hats](https://docs.google.com/document/d/2).',
    'link-target',
  ],
  [
    'See [hats](https://play.google.com/store/apps/details?id=a).',
    'See [hats](https://play.google.com/store/apps/details?id=b).',
    'link-target',
  ],
  ['Kept for ٣٠ days.', 'Kept for ٦٠ days.', 'number'],
  ['Kept for ३० days.', 'Kept for ३५ days.', 'number'],
  ['Kept for ٣٠ days.', 'Kept for 60 days.', 'number'],
  ['Kept for ፲ days.', 'Kept for ፳ days.', 'sign'],
  ['Kept for 30² days.', 'Kept for 302 days.', 'number'],
  ['Lent to <Contoso>.', 'Lent to <Fabrikam>.', 'name'],
  ['Hats <are never sold> here.', 'Hats <are always sold> here.', 'negation quantifier'],
  ['<td>Hats</td><td>Sold</td><td></td>', '<td>Hats</td><td></td><td>Sold</td>', 'cell'],
  ['<tr><td>Hats</td></tr><tr><td>Sold</td></tr>', '<tr><td>Hats</td><td>Sold</td></tr>', 'cell'],
  ['<td colspan="2">Hats</td><td>Sold</td>', '<td>Hats</td><td>Sold</td>', 'sign'],
  ['<option selected>Hats<option>Shoes', '<option>Hats<option selected>Shoes', 'sign'],
  ['<template>Hats.</template>', 'Hats.', 'sign'],
  ['<details>\n\nHats.\n\n</details>', 'Hats.', 'sign'],
  ['Hats | * | ', 'Hats |  | *', 'cell'],
  ['Hats | * | *', 'Hats |  | *', 'sign'],
  ['Hats | Sold', 'Hats |  | Sold', 'cell'],
  ['Hats\\*, shoes.', 'Hats, shoes\\*.', 'sign'],
  ['<ul><li>Hats:<ul><li>Red</ul><li>Shoes</ul>', '<ul><li>Hats:<ul><li>Red<li>Shoes</ul></ul>', 'cell'],
  ['[//]: # (Hats are sold.)', 'Hats are sold.', 'wording'],
  ['We keep 10 of 12 hats.', 'We keep 10, 12 hats.', 'wording'],
  ['Hats†, shoes.', 'Hats, shoes†.', 'sign'],
  ['Stored in 🇩🇪 alone.', 'Stored in 🇺🇸 alone.', 'sign'],
  ['{/* Hats are sold. */}', 'Hats are sold.', 'sign'],
  ['Hats are sold.\n{: .hidden }', 'Hats are sold.', 'wording'],
  ['Hats are sold {: to grown people }.', 'Hats are sold {: to anybody }.', 'wording'],
  ['Hats are sold.\n{: toc to grown people }', 'Hats are sold.', 'wording'],
  ['Hats are sold.', '{--Hats are sold.--}', 'sign'],
  ['Hats are sold.', '{>>Hats are sold.<<}', 'sign'],
  ['## 13 or older', '## 16 or older', 'number'],
  ['## 13 Or Older', '## 16 Or Older', 'number'],
  ['## 3 Partners Get Hats', '## 5 Partners Get Hats', 'number'],
  ['Managing Director: Jane Doe\nPartners knit.', 'Managing Director: Jane Doe\nStaff knit.', 'name'],
  ['Hats.', 'Hats. For more information, see our Arbitration Agreement.', 'name'],
  ['Hats.', "Hats. For more information, see Contoso's Privacy Policy.", 'name'],
  ['## 12 to 15', '## 13 to 15', 'number'],
  [null, 'The services will use cookies from May 1, 2024.', 'modal wording'],
  ['Cookies will be created from May 1, 2024.', 'Cookies will be created from May 1, 2026.', 'number'],
  ['Our service will be replaced by May 1, 2024.', 'Our service will be replaced by May 1, 2026.', 'number'],
  ['We lend no hats; if asked we knit.', 'We lend no hats if asked. We knit.', 'clause'],
  ['We burn hats, if asked we knit.', 'We burn hats if asked. We knit.', 'clause'],
  ['We lend, if asked. Then we knit.', 'We lend. If asked, then we knit.', 'clause'],
  ['Hats of category A are sold.', 'Hats of category are sold.', 'name'],
  ['We lend few hats.', 'We lend a few hats.', 'wording'],
  ['Under Articles 13-22 of it.', 'Under Articles 13, 22 of it.', 'number'],
  ['For people of 18–25.', 'For people of 18, 25.', 'number'],
  ['[Hats](https://a.example/opt-out/x)', '[Hats](https://a.example/page/x)', 'link-target'],
  ['[Hats](https://a.example/p#adchoices)', '[Hats](https://a.example/p#shoes)', 'link-target'],
  ['[Hats](https://a.example/webform/12)', '[Hats](https://a.example/webform/13)', 'link-target'],
  ['[1]: https://a.example/x', '[1]: https://a.example/y', 'link-target'],
  [
    '[Hats](https://a.example/p/hats@a.example)',
    '[Hats](https://a.example/p/shoes@a.example)',
    'link-target',
  ],
  [
    '[a.example/my-choices](https://a.example/my-choices)',
    '[a.example/my-choices](https://a.example/hats)',
    'link-target',
  ],
  [
    'Write [here](https://a.example/cdn-cgi/l/email-protection#2142614c0f4459).',
    'Write [here](https://a.example/cdn-cgi/l/email-protection#2143614c0f4459).',
    'link-target',
  ],
  ['At most .5% of hats.', 'At most 5% of hats.', 'number'],
  ['👍 Hats are lent.', '👎 Hats are lent.', 'sign'],
  ['🚫 Hats are lent.', 'Hats are lent.', 'sign'],
  ['Hats: we → you.', 'Hats: we ← you.', 'sign'],
  ['Under section 3 of the act.', 'Under section 4 of the act.', 'number'],
  ['LENT BY CONTOSO ALONE', 'LENT BY CONTOSA ALONE', 'name'],
  ['Hats updated 2 days ago are sold.', 'Hats updated 3 days ago are sold.', 'number'],
  ['We sell hats. Updated 2 days before.', 'We sell hats. Updated 3 days before.', 'number'],
  ['Hats last updated: 2 days ago.', 'Hats last updated: 3 days ago.', 'number'],
  ['2 out of 9 found this helpful hat.', '3 out of 9 found this helpful hat.', 'number'],
  ['Hats of 2017 that we like.', 'Hats of 2018 that we like.', 'number'],
  ['We sell hats  \nas of May 1, 2024', 'We sell hats  \nas of May 3, 2024', 'number'],
  ['We sell hats<br>from May 1, 2024', 'We sell hats<br>from May 3, 2024', 'number'],
  ['Hats go to the United Kingdom.', 'Hats go to the United States.', 'name'],
  ['Write [here](/cdn-cgi/l/email-protection).', 'Write [here](mailto:c@m.example).', 'link-target'],
  // What a proxy hides is a mailbox of its own site.
  [
    'Write to hats@a.example.',
    'Write to [\\[email protected\\]](https://b.example/cdn-cgi/l/email-protection).',
    'name',
  ],
  [
    'Write to hats@a.example or caps@b.example.',
    'Write to [\\[email protected\\]](https://a.example/cdn-cgi/l/email-protection) or caps@b.example, or not.',
    'negation',
  ],
  ['Write to us.', 'Write to [\\[email protected\\]](https://a.example/cdn-cgi/l/email-protection).', 'name'],
  // A network counts the clicks on two pages.
  [
    'See [hats](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fh&h=AT1).',
    'See [hats](https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2Fh&h=AT1).',
    'link-target',
  ],
  [
    'See [ads](https://a.example/ads?label=mine).',
    'See [ads](https://a.example/ads?label=off).',
    'link-target',
  ],
  // Whoever else gets the letter, and where a page passes readers on to.
  ['Write [here](mailto:a@a.example).', 'Write [here](mailto:a@a.example?cc=b@b.example).', 'link-target'],
  [
    'See [hats](https://a.example/go?to=https://a.example/h).',
    'See [hats](https://a.example/go?to=https%3A%2F%2Fb.example%2Fh).',
    'link-target',
  ],
  // A note to the hats became one to the caps.
  ['Of hats**, caps.', 'Of hats, caps**.', 'sign'],
  [
    'You can turn hats on [here](https://a.example/x).',
    'You can turn hats on [here](https://a.example/y).',
    'link-target',
  ],
  [
    'You can turn hats off [here](https://a.example/x).',
    'You can turn hats off [here](https://a.example/y).',
    'link-target',
  ],
  [
    'Write to hats@contosohats.example.',
    'Write to [\\[email protected\\]](https://www.contoso.example/cdn-cgi/l/email-protection).',
    'name',
  ],
  ['Hats: [off](https://a.example/x).', 'Hats: [off](https://a.example/y).', 'link-target'],
  ['See [hats](https://a.example/x/turn-on).', 'See [hats](https://a.example/x/hats).', 'link-target'],
  ['See [hats](https://a.example/my-account).', 'See [hats](https://a.example/hats).', 'link-target'],
  ['See [it](https://twitter.com.a.example/x).', 'See [it](https://x.com.b.example/x).', 'link-target'],
  ['Our partner: Twitter.', 'Our partner: Xing.', 'wording'],
  ['Managing directors of Contoso', 'Managing directors of Fabrikam', 'name'],
  ['Hats of you before May 1, 2024.', 'Hats of you before May 6, 2024.', 'number'],
  ['Before May 1, 2024', 'Before May 6, 2024', 'number'],
  ['Following May 1, 2024', 'Following May 6, 2024', 'number'],
  [
    'The following services will take effect on May 1, 2024.',
    'The following services will take effect on May 6, 2024.',
    'number',
  ],
  ['The shop opens in a new town.', 'The shop opens.', 'wording'],
  ['![hats](https://a.example/1.png)', '![shoes](https://a.example/1.png)', 'wording'],
  [null, '## Introduction of hats', 'wording'],
];

const lowEnglish: readonly Pair[] = [
  ['<p>H&uuml;te &amp; &ldquo;caps&rdquo;&nbsp;&#8211; sold.</p>', '<p>Hüte & “caps” – sold.</p>', ''],
  ['<a href="mailto:a&#64;b.example">a&#x40;b.example</a>', 'a@b.example', ''],
  ['    <p>We <b>knit</b>.</p>', '    <p class="no hats">We <b id="never">knit</b>.</p>', ''],
  ['<script src="//a.example/h.js?v=1"></script>', '<script src="https://a.example/h.js?v=2"></script>', ''],
  ['<script src="/hats.js?v=2024-01"></script>', '<script src="/hats.js?v=2024-02"></script>', ''],
  ['<script src="/hats.4e061f55.js"></script>', '<script src="/hats.03c3024b.js"></script>', ''],
  [null, '<link rel="icon" href="https://a.example/hat.png">', ''],
  [null, "import Hats from '@theme/Hats';\nimport { Cap } from './Cap'", ''],
  ['<i aria-hidden="true"></i> Hats', 'Hats', ''],
  ['[Hats](https://a.example)(opens new window)', '[Hats](https://a.example)', ''],
  [null, '{% include toc %}', ''],
  ['Write to hats@a.example.', 'Write to hats [at] a (dot) example.', ''],
  ['Write to hats@a.example.', 'Write to hats AT a DOT example.', ''],
  ['Call 555-123-4567.', 'Call [555.123.4567](tel:5551234567).', ''],
  ['[h@a.example](https://b.example/legal/h@a.example)', '[h@a.example](mailto:h@a.example)', ''],
  ['Ask our data protection officer.', 'Ask our data protection officer ("DPO").', 'spelling'],
  ['Sold in the EEA.', 'Sold in the European Economic Area (EEA).', 'spelling'],
  ['This policy (valid from May 1, 2024) holds.', 'This policy (valid from June 2, 2025) holds.', 'updated'],
  ['You may unsubscribe here.', 'You may unsubscrbe here.', 'spelling'],
  ['Last updated: [Date]', 'Last updated: May 1, 2024', 'updated'],
  ['\\[Show\\]Hats \\[Hide\\]', 'Hats', ''],
  ['Back to login screen', 'Back to top', 'furniture'],
  ['Last updated: {{ page.date }}', 'Last updated: May 1, 2024', 'updated'],
  ['Stand: {{ "now" | date: "%B %Y" }}', 'Stand: May 2024', 'updated'],
  ['**Effective Date: [Insert Date]**', '**Effective Date: May 1, 2024**', 'updated'],
  ['Read [this](https://a.example/x).', 'Read [this(opens in new tab)](https://a.example/x).', ''],
  [
    'Write to [hats@a.example](mailto:hats@a.example).',
    'Write to [\\[email protected\\]](https://a.example/cdn-cgi/l/email-protection).',
    'link',
  ],
  [
    'Write to caps@contoso.com.',
    'Write to [\\[email protected\\]](https://hats.contoso.co.uk/cdn-cgi/l/email-protection#removed).',
    'link',
  ],
  [
    'See [hats](https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fh&h=AT1).',
    'See [hats](https://a.example/h).',
    '',
  ],
  ['Object [here](https://a.example/x).', 'Object [here](https://a.example/x?_ga=2.14-4.1&_gl=1).', ''],
  [
    'Object [here](https://a.example/x?chash=25ca32c4219ee0bc19cdac42b6944ddb).',
    'Object [here](https://a.example/x).',
    '',
  ],
  ['**Hats.** We knit.', 'Hats**.** We knit.', ''],
  ['**Hats:**', '** Hats:**', ''],
  ['See hats on [us](https://a.example/x).', 'See hats on [us](https://a.example/y).', 'link'],
  [
    'How to sign off is [here](https://a.example/x).',
    'How to sign off is [here](https://a.example/y).',
    'link',
  ],
  ['Object [here](https://a.example/x/#/).', 'Object [here](https://a.example/x).', ''],
  [
    'Write to caps@contoso.com.',
    'Write to [\\[email protected\\]](https://www.contosohats.com/cdn-cgi/l/email-protection).',
    'link',
  ],
  ['See [hats](https://a.example/hats-on-the-road).', 'See [hats](https://a.example/hats).', 'link'],
  ['See [hats](https://a.example/set-up-accounts-of-hats).', 'See [hats](https://a.example/hats).', 'link'],
  ['Object [here](https://help.twitter.com/x).', 'Object [here](https://help.x.com/x).', ''],
  ['On networks like Twitter or Contoso.', 'On networks like X or Contoso.', 'spelling'],
  [
    'See [terms](https://a.example/1) effective before 2022-03-23.',
    'See [terms](https://a.example/2) effective before 2023-03-23.',
    'updated',
  ],
  [null, 'Archived versions', 'furniture'],
  [null, '## Introduction', 'furniture'],
  ['See [a.example](https://a.example).', 'See [a.example (opens in a new tab)](https://a.example).', ''],
  [
    '![https://a.example/1.png](https://a.example/1.png)',
    '![https://a.example/2.png](https://a.example/2.png)',
    '',
  ],
  [
    'The following terms of service will take effect on May 1, 2024.',
    'The following terms of service will take effect on May 6, 2024.',
    'updated',
  ],
  [null, '<<END OF POLICY>>', 'furniture'],
  ['Geschäftsführer: Jane Doe', 'Geschäftsführer: Jane Doe, John Roe', 'representative'],
  ['Directrice de publication :  \nJane DOE', 'Directrice de publication :  \nMary MAJOR', 'representative'],
  [
    'Terms at a.example/b/hats, which are ours.',
    'Terms at [a.example/b/hats](https://a.example/b/hats), which are ours.',
    '',
  ],
  ['Use a tool (eg. hats) here.', 'Use a tool (e.g. hats) here.', ''],
  ['Each company?s ?Old Hats? fit your head"s size.', 'Each company’s “Old Hats” fit your head’s size.', ''],
  ['See [hats]()(https://a.example/h).', 'See [hats](https://a.example/h).', ''],
  ['You can see the list.', 'You can view the list.', 'spelling'],
  ['We knit as per this policy.', 'We knit in accordance with this policy.', 'spelling'],
  ['For further information, see hats.', 'For more information, see hats.', 'spelling'],
  ['Children under the age of 13.', 'Children under 13.', 'spelling'],
  ['In addition, we knit.', 'Additionally, we knit.', 'spelling'],
  ['This text explains hats.', 'This text describes hats.', 'spelling'],
  ['Kept as long as hats are.', 'Kept for as long as hats are.', 'spelling'],
  ['Kept in the U.S.A. and knit.', 'Kept in the USA and knit.', ''],
  ['Kept (e. g. hats) in the U. S. today.', 'Kept (eg. hats) in the US. today.', ''],
  ['We lend (a) hats and (b) shoes.', 'We lend (a) hats, and (b) shoes.', ''],
  ['We lend hats and shoes.', 'We lend (i) hats and (ii) shoes.', 'reference'],
  ['## What we lend', '## What we lend?', ''],
  [
    'Schedule, as of May 1, 2024, of the privacy policy',
    'Schedule, as of May 1, 2024, of the Privacy Policy',
    '',
  ],
  ['See [hats](https://a.co.jp/x).', 'See [hats](https://shop.a.co.jp/y).', 'link'],
  [
    'Hats at [](https://a.example/x)[a.example](https://a.example/).',
    'Hats at [a.example](https://a.example/).',
    '',
  ],
  [
    'This list includes updates as of March 5, 2026.',
    'This list includes updates as of April 1, 2026.',
    'updated',
  ],
  [null, 'Read our [privacy policy](https://a.example/p).', 'furniture link'],
  ['Click [here](https://a.example/p) to view our current Privacy Policy.', null, 'furniture link'],
  [
    null,
    'We’re updating the Hat Terms. These updates will go into effect on May 1, 2025. [Read the new Terms](https://a.example/t).',
    'furniture link updated',
  ],
  ['Hats. Learn more about [hats](https://a.example/h).', 'Hats.', 'furniture link'],
  ['Hats.', 'Hats. Please refer to our Privacy Policy and Terms of Use for more information.', 'furniture'],
  ['Hats.', 'Hats. For more information, please see our Privacy Policy.', 'furniture'],
  [null, '[Print our Privacy Policy](#)', 'furniture'],
  ['[Schedule 4: Hats](https://a.example/h)', '[Schedule 4: Old Hats](https://a.example/h)', 'link'],
  [
    'Hats Ltd, represented by its managing directors Jane Doe and John Roe (“us”).',
    'Hats Ltd, represented by its managing director Mary Major (“us”).',
    'representative',
  ],
  ['## Subcontractors', '## Sub-processors', 'spelling'],
  ['Under EU standard data protection clauses.', 'Under EU Standard Contractual Clauses.', 'spelling'],
  ['With two-factor authentication.', 'With 2-Step Verification.', 'spelling'],
  ['Under the RGPD.', 'Under the GDPR.', 'spelling'],
  ['Updated this week', 'Updated today', 'updated'],
  [
    'Write le[[email protected]](https://a.example/cdn-cgi/l/email-protection).',
    'Write [[email protected]](https://a.example/cdn-cgi/l/email-protection)ts.example.',
    '',
  ],
  ['[hat terms]: https://a.example/x', '[hat terms]: https://a.example/y', 'link'],
  ['Kept for ٣٠ days, ٥٫٥ of them red.', 'Kept for 30 days, 5.5 of them red.', ''],
  ['For people of 18–25.', 'For people of 18-25.', ''],
  ['*Red* hats and *shoes*.', 'Red hats and shoes.', ''],
  ['At most .5% of hats.', 'At most 0.5% of hats.', ''],
  [
    'Write [here](/cdn-cgi/l/email-protection#2142614c0f4459).',
    'Write [here](/cdn-cgi/l/email-protection#4221022f6c273a).',
    '',
  ],
  ['Write [here](/cdn-cgi/l/email-protection#2142614c0f4459).', 'Write [here](mailto:c@m.ex).', ''],
  ['See [hats.](https://a.example/x) We knit.', 'See [hats](https://a.example/x). We knit.', ''],
  ['Updated over 2 months ago by Ann.', 'Updated a year ago by Ann.', 'updated'],
  ['Updated yesterday', 'Updated 3 days ago', 'updated'],
  ['Last updated: 11 months ago', 'Last updated: 1 year ago', 'updated'],
  ['Updated: 22 hours ago', 'Updated: yesterday', 'updated'],
  ['2699 out of 4018 found this helpful', '2700 out of 4019 found this helpful', 'furniture'],
  ['Hats by post 2017 © Contoso Inc.', 'Hats by post 2018 © Contoso Inc.', 'updated'],
  [
    '**Last updated:** May 2023  \nThe previous one is [here](/old).',
    '**Last updated:** June 2024  \nThe previous one is [here](/old).',
    'updated',
  ],
  ['Notice<br>Updated: October 23, 2024', 'Notice<br>Updated: March 21, 2025', 'updated'],
  ['Hats go to the United Kingsom.', 'Hats go to the United Kingdom.', 'spelling'],
  ['Write [here](/cdn-cgi/l/email-protection#removed).', 'Write [here](/cdn-cgi/l/email-protection).', ''],
  ['Effective Date: XXXX XX, 2026', 'Effective Date: May 1, 2026', 'updated'],
  ['A non-exclusive hat.', 'A nonexclusive hat.', 'spelling'],
  ['We ask at any time.', 'We ask at anytime.', 'spelling'],
  ['ALL OF THE DISPUTNG KNITTERS', 'ALL OF THE DISPUTING KNITTERS', 'spelling'],
  ['The shop\ufffd\ufffds hats.', 'The shop’s hats.', ''],
  ['Terms of Service: May 1, 2024', 'Terms of Service: May 3, 2024', 'updated'],
  [
    'Terms and Conditions of Use, as of May 1, 2024',
    'Terms and Conditions of Use, as of May 3, 2024',
    'updated',
  ],
  [
    'Privacy and Cookies Policy, updated May 1, 2024',
    'Privacy and Cookies Policy, updated May 2, 2024',
    'updated',
  ],
  ['Hats and nformation.', 'Hats and Information.', 'spelling'],
  [
    'Last modified: May 5, 2015 (view archived hats)',
    'Last modified: May 30, 2015 (view archived hats)',
    'updated',
  ],
  [
    'This policy will be effective on May 1, 2024.',
    'This policy will be effective on May 9, 2024.',
    'updated',
  ],
  ['We keep hats you give us.', 'We keep hats that you give us.', ''],
  ['Table of contents', '', 'furniture'],
  [null, '[English](a.md) • [Русский](b.md)', 'furniture'],
  [null, 'Language: **DE** · [EN](/en) · [FR](/fr)', 'furniture'],
  ['[Deutsch](/de) | [日本語](/ja)', '[Deutsch](/de) | [简体中文](/zh)', 'furniture'],
  ['<div class="collapse show">Hats.</div>', '<div>Hats.</div>', ''],
  ['<p style="color:#fff;background:#000">Hats.</p>', '<p>Hats.</p>', ''],
  ['See [a hat](https://a.example/hat "a hat").', 'See [a hat](https://a.example/hat).', ''],
  ['Write [here](mailto:mailto:a@b.example).', 'Write [here](mailto:a@b.example).', ''],
  ['Within thirty (30) days.', 'Within 30 days.', 'spelling'],
  ['Within thirty (30) days.', 'Within thirty days.', 'spelling'],
  ['In one (1) year or 5 years.', 'In 1 year or five (5) years.', 'spelling'],
  ['In twenty-four hours.', 'In 24 hours.', 'spelling'],
  ['In one hundred days.', 'In 100 days.', 'spelling'],
  ['At most 10% of hats.', 'At most 10 percent of hats.', 'spelling'],
  ['On 1st May hats are counted.', 'On 1 May hats are counted.', 'spelling'],
  ['Call +1 (555) 010-4567.', 'Call +1 555 010 4567.', 'spelling'],
  ['See Art. 6(1)(a) GDPR.', 'See Article 6 (1) (a) GDPR.', 'spelling'],
  ['Write to 123 Long St., Suite 5.', 'Write to 123 Long Street, Ste. 5.', 'spelling'],
  ['Hats stay in the U.S. and Canada.', 'Hats stay in the United States and Canada.', 'spelling'],
  ['Hats stay in the EU.', 'Hats stay in the European Union.', 'spelling'],
  ['Hats stay in the USA.', 'Hats stay in the United States of America.', 'spelling'],
  ['We use tools, e.g. a log.', 'We use tools, for example a log.', 'spelling'],
  ['We ask in order to help.', 'We ask to help.', 'spelling'],
  ['Hats are knit pursuant to the Act.', 'Hats are knit under the Act.', 'spelling'],
  ['Ask about hats.', 'Ask with regard to hats.', 'spelling'],
  ['We knit hats as well as shoes.', 'We knit hats and shoes.', 'spelling'],
  ['Hats may not utilized so.', 'Hats may not be utilized so.', ''],
  ['See shop.a.example for hats.', 'See a.example/shop for hats.', 'link'],
  ['[Hats](https://shop.a.example/x) fit.', '[Hats](https://www.a.example/shop/x) fit.', 'link'],
  ["It's safe and that's all.", 'It is safe and that is all.', ''],
  [null, '# Privacy Notice', 'title'],
  ['# Hat Privacy Notice', '# Hat Privacy Policy', 'title'],
  ['# Terms of Use', '# Terms of Service', 'title'],
  ['This Privacy Notice tells it.', 'This Privacy Policy tells it.', 'spelling'],
  ['## WHAT WE KNIT', '## What we knit', ''],
  ['## 1. 1. Hats', '## 1. Hats', 'reference'],
  ['Knit (i) to sell, (ii) to wear.', 'Knit to (i) sell, to (ii) wear.', ''],
  ['Weâ€™re glad of â€œhatsâ€\u009d for MÃ¼ller.', 'We’re glad of “hats” for Müller.', ''],
  ['Contoso\u0092s hats.', 'Contoso’s hats.', ''],
  ['We\ufffdre glad.', "We're glad.", ''],
  ['[TOC]', null, ''],
  ['This version was superseded by version 1.3 on June 2, 2024.', null, 'updated'],
  [
    'This policy replaces the policy of May 1, 2023.',
    'This policy replaces the policy of May 1, 2024.',
    'updated',
  ],
  ['Effective date: **TBD**', 'Effective date: February 24, 2025', 'updated'],
  ['[Hats](https://a.example/p#IV.-Red-Hats%3F)', '[Hats](https://a.example/p/#iv-red-hats)', ''],
  ['See ([h/1](https://a.example/h/1)).', 'See ([h/2](https://a.example/h/2)).', 'link'],
  ['> [!summary] Hats', '> [!summary]+ Hats', ''],
  ['Herr Maier', 'Mr. Maier', ''],
  ['Route de Gen\ufffdve', 'Route de Genève', 'spelling'],
  ['The \ufffdred\ufffd hats \ufffd all.', 'The “red” hats – all.', 'spelling'],
  ["We don't sell it.", 'We do not sell it.', ''],
  ['You’ll see.', 'You will see.', ''],
  ['A third party app.', 'A third-party app.', ''],
  ['A third-praty app.', 'A third-party app.', 'spelling'],
  ['We recieve it.', 'We receive it.', 'spelling'],
  ['At the botom of the page.', 'At the bottom of the page.', 'spelling'],
  ['A *very* short text.', 'A very short text.', ''],
  ['## Questions & answers', '## Questions and answers', ''],
  ['See [below](#a-b).', 'See [below](#a-and-b).', ''],
  ['As kept by Github.', 'As kept by GitHub.', ''],
  ['Our own shop sells hats.', 'Our [own shop](https://a.example) sells hats.', 'link'],
  ['See [ads](http://a.example/).', 'See [ads](https://a.example).', ''],
  ['Last updated: May 1, 2024', 'Last updated: June 3, 2024', 'updated'],
  ["A constructor's toString.", "The constructor's toString.", ''],
  ['Version 1.2', 'Version 1.3', 'updated'],
  ['© 2023 Contoso', '© 2024 Contoso', 'updated'],
  ['Written in the organisation.', 'Written in the organization.', 'spelling'],
  ['The account is cancelled.', 'The account is canceled.', 'spelling'],
  ['Under this licence.', 'Under this license.', 'spelling'],
  ['Last updated: [May 1, 2024](https://a.example/x).', 'Last updated: June 3, 2024.', 'updated'],
  ['See [hats](https://a.example/h/our-hats).', 'See [hats](Our-Hats.md).', 'link'],
  ['Opt out [here](https://a.example/a/privacy).', 'Opt out [here](https://a.example/b/privacy).', 'link'],
  ['It costs 1,000 points.', 'It costs 1000 points.', ''],
  ['At most 5 % of hats.', 'At most 5% of hats.', ''],
  ['The hat​ shop™.', 'The hat shop.', ''],
  ['## 1.2 Hats', '## 1.3 Hats', 'reference'],
  ['**10.7.** Hats are red.', '**10.8.** Hats are red.', 'reference'],
  ['May 2, 2024', 'May 3, 2024', 'updated'],
  ['See [hats](https://www.a.example/h?utm_source=b).', 'See [hats](https://a.example/en/h).', ''],
  ['See [hats](https://a.example/h).', 'See [hats](https://shop.a.example/hats).', 'link'],
  ['See [hats](hats.md).', 'See [hats](/hats).', ''],
  ['See [hats](https://a.example/en-US/h?hl=en).', 'See [hats](https://a.example/h).', ''],
  ['See [hats](https://a.example/new-settings/h).', 'See [hats](https://a.example/old/h).', 'link'],
  ['Only meta data.', 'Only metadata.', 'spelling'],
  ['See [hats](https://a.example/h/i).', 'See [hats](/h/i).', 'link'],
  [
    'You may object: [hat terms](https://a.example/x).',
    'You may object: [hat terms](https://a.example/y).',
    'link',
  ],
  ['[Les hats](https://a.example/x) des amis.', '[Les hats](https://a.example/y) des amis.', 'link'],
  ['ExampleShop knits.', 'Example Shop knits.', 'spelling'],
  ['Contoso knits, and Conntoso sews.', 'Contoso knits, and Contoso sews.', 'spelling'],
  ['Those of our visit.', 'Those of our vi`sit.', 'spelling'],
  ['Knitted in our application.', 'Knitted in our app.', 'spelling'],
  ['Our website knits, other web sites sew.', 'Our site knits, other sites sew.', 'spelling'],
  ['Fabrennik knits, and Fabrnneik sews.', 'Fabrennik knits, and Fabrennik sews.', 'spelling'],
  ['Of [hats] (https://a.example/h).', 'Of [hats](https://a.example/h).', ''],
  ['<p>Hats.</ p>', '<p>Hats.</p>', ''],
  ['Of [hats](https://a.example/h> "Hats").', 'Of [hats](https://a.example/h "Hats").', ''],
  [
    '<a data-toggle="modal" onclick="show()">Hats</a>',
    '<a data-toggle="popup" onclick="hide()">Hats</a>',
    '',
  ],
  ['* (Hat Policy)[https://facebook.com/hats/x]', '* [Hat Policy](https://facebook.com/hats/x)', ''],
  ['Written on the organisational level.', 'Written on the organizational level.', 'spelling'],
  ['Whoever has to log in.', 'Whoever has to login.', 'spelling'],
  ['Welcome to {{ shop }}.', 'Welcome to {{shop}}.', ''],
  ['See [hats]({{ site.url }}/hats).', 'See [hats]({{site.url}}/hats).', ''],
  ['> [!NOTE]\n> Hats are red.', '> [!TIP]\n> Hats are red.', ''],
  ['## Hats {#hats}', '## Hats', ''],
  [null, '[Back to top](#top)', 'furniture'],
  [null, '(hidden from here) Back to top (hidden to here)', 'furniture'],
  ['# Privacy Policy', '# Privacy Policy | How we are handling your personal data', 'furniture'],
  [null, '## Table of contents', 'furniture'],
  ['© 2024 Contoso. All rights reserved.', '© 2024 Contoso.', 'furniture'],
  ['Hats\n\n====', '# Hats', ''],
  ['See www. hats. com/caps. html.', 'See www.hats.com/caps.html.', ''],
  ['Write to a@b.example.', 'Write to [a@b.example](mailto:a@b.example).', ''],
  ['You may object [in the shop](shop.md).', 'You may object <a href="shop.md">in the shop</a>.', ''],
  ['# TERMS OF USE FOR HATS', '# Terms of Use for Hats', ''],
];

const highChinese: readonly Pair[] = [
  ['服务协议时间为6个月。', '服务协议时间为12个月。', 'number'],
  ['自2024年5月1日起：', '自2024年4月1日起：', 'number'],
  ['依据《信息安全规定》第13条。', '依据《信息安全规定》第14条。', 'number'],
  ['# 个人信息保护', '# 个人信息发布', 'wording'],
  ['# 隐私', '# 帽子', 'wording'],
  // Words that no space sets off from an address are no part of it.
  ['见 https://a.example/x、打开帽子。', '见 https://a.example/x、出售帽子。', 'wording'],
  ['见https://a.example/x：打开帽子', '见https://a.example/x：出售帽子', 'wording'],
  ['见https://a.example/x打开帽子', '见https://a.example/x出售帽子', 'wording'],
  ['见a.example/x打开帽子', '见a.example/x出售帽子', 'wording'],
  ['见「https://a.example/x」打开帽子', '见「https://a.example/x」出售帽子', 'wording'],
  ['我们在三十日内答复。', '我们在13日内答复。', 'number quantifier'],
  ['我们保留一百天。', '我们保留1000天。', 'number quantifier'],
  ['留存三、四天。', '留存五、六天。', 'quantifier'],
  [null, '谢谢。', 'wording'],
  ['美丽温暖的帽子。', '温暖美丽的帽子。', 'wording'],
  ['会员的帽子。', '社会的帽子。', 'wording'],
  ['留存30天。', '留存 30 日。', 'quantifier'],
  ['我们会打开包裹。', '我们不会打开包裹。', 'negation'],
  ['您不，同意。', '您不同意。', 'negation'],
  ['未经您允许，我们打开包裹。', '经您允许，我们打开包裹。', 'negation'],
  ['您可以填写尺码。', '您必须填写尺码。', 'modal'],
  ['我们应在当日答复。', '我们可在当日答复。', 'modal'],
  ['仅由店员打开。', '由店员打开。', 'quantifier'],
  ['打开部分包裹。', '打开全部包裹。', 'quantifier'],
  ['打开任何包裹。', '打开包裹。', 'quantifier'],
  ['包裹不打开。', '除非法院要求，包裹不打开。', 'exception negation wording'],
  ['留存30天。', '留存30个工作日。', 'quantifier wording'],
  ['留存三十天。', '留存九十天。', 'quantifier'],
  ['留存6个月。', '留存6年。', 'quantifier wording'],
  ['最晚2024年1月1日前寄出。', '最晚2024年3月1日前寄出。', 'number'],
  ['永久留存。', '暂时留存。', 'quantifier wording'],
  ['读取您的性别。', '读取您的指纹。', 'negation wording'],
  ['事先告诉您。', '事后告诉您。', 'quantifier wording'],
  ['交给快递。', '交给快递和广告主。', 'wording'],
  ['存放于境内。', '存放于境外。', 'exception wording'],
  ['用于售后。', '用于广告。', 'quantifier wording'],
  ['由 Contoso 托管。', '由 Fabrikam 托管。', 'name'],
  ['包裹和信件。', '包裹或者信件。', 'exception wording'],
  [null, '我们可能读取通讯录。', 'modal wording'],
  [null, '自2024年1月1日起，个人信息用于新服务。', 'wording'],
  ['自2024年1月1日起，个人信息用于新服务。', '自2025年1月1日起，个人信息用于新服务。', 'number'],
  ['在[这里](https://a.example/x)关闭帽子。', '在[这里](https://a.example/y)关闭帽子。', 'link-target'],
];

const highOthers: readonly Pair[] = [
  // Behind a name a sentence may go on, and another one begin.
  [
    'Directeur de la publication : Jean Durand\nSeuls nous tricotons.',
    'Directeur de la publication : Jean Durand\nNous tricotons.',
    'name',
  ],
  [
    'Geschäftsführer: Jana Meier, Nur wir stricken.',
    'Geschäftsführer: Jana Meier, Wir stricken.',
    'quantifier',
  ],
  ['Geschäftsführer: Jana Meier Weber stricken.', 'Geschäftsführer: Jana Meier Färber stricken.', 'name'],
  [
    'Vertreten durch:\nJana Meier\nzur Lieferung',
    'Vertreten durch:\nJana Meier\nzur Lieferung und Werbung',
    'wording',
  ],
  ['Vertreten durch: Contoso', 'Vertreten durch: Fabrikam', 'wording'],
  ['Vertreten durch: Hut GmbH', 'Vertreten durch: Tuch GmbH', 'wording'],
  ['代表者：山田太郎 帽子', '代表者：山田太郎 手袋', 'wording'],
  ['대표자: 홍길동 모자', '대표자: 홍길동 장갑', 'wording'],
  // A sum that a member pays, a small one, and one that is none.
  ['Une part au capital de 1 000 euros', 'Une part au capital de 2 000 euros', 'number'],
  ['SARL au capital de 100 euros', 'SARL au capital de 200 euros', 'number'],
  ['SARL au capital de 10 000 euros, 30 euros', 'SARL au capital de 10 000 euros, 60 euros', 'number'],
  ['SARL au capital de 10 000 30 euros', 'SARL au capital de 10 000 60 euros', 'number'],
  // What is counted at the beginning of a heading.
  ['## 13 ANNI', '## 16 ANNI', 'number'],
  ['## 5社の帽子', '## 9社の帽子', 'number'],
  ['## 14세 미만', '## 16세 미만', 'number'],
  ['## 30 Dagen', '## 90 Dagen', 'number'],
  ['# プライバシーポリシー', '# 帽子ポリシー', 'wording'],
  ['## 利用規約', null, 'wording'],
  ['Über uns', 'Uber uns', 'wording'],
  ['Représentant dans l’Union : Contoso', 'Représentant dans l’Union : Fabrikam', 'wording'],
  ['詳細はhttps://a.example/xで帽子を売る', '詳細はhttps://a.example/xで靴を売る', 'wording'],
  ['# Datenschutz', '# Datenverkauf', 'wording'],
  ['# Politique de confidentialité', '# Politique de prix', 'wording'],
  [null, '## Datenschutz für Hüte', 'wording'],
  ['Gültig bis 1. Mai 2024', 'Gültig bis 1. Juni 2024', 'date'],
  ['Voor 1 mei 2024', 'Voor 1 juni 2024', 'date'],
  ['Da 1 maggio 2024', 'Da 1 giugno 2024', 'date'],
  ['Unsere Hüte ab 1. Mai 2024', 'Unsere Hüte ab 1. Juni 2024', 'date'],
  ['El 3 de mayo de 2024 fue vendido.', 'El 4 de mayo de 2024 fue vendido.', 'number'],
  ['Ask den [Hutmacher](https://a.example/h).', 'Ask den Hutmacher.', 'link-target'],
  ['Der [Datenschutzbeauftragte](https://a.example/h).', 'Der Datenschutzbeauftragte.', 'link-target'],
  ['Der Laden leiht dem Partner alle Hüte.', 'Dem Laden leiht der Partner alle Hüte.', 'wording'],
  ['Die Firma fragt den Nutzer.', 'Die Firma fragt der Nutzer.', 'wording'],
  ['16. Lebensjahr', '13. Lebensjahr', 'number'],
  ['14. Tag danach', '30. Tag danach', 'number'],
  ['16. rok życia', '13. rok życia', 'number'],
  ['Nach Art. 6 Abs. 1 lit. a.', 'Nach Art. 9 Abs. 1 lit. a.', 'number'],
  ['Contoso | seit 1. Mai 2024', 'Contoso | seit 1. Juni 2024', 'date'],
  ['Utilisation à compter du 4 mars 2024.', 'Utilisation à compter du 4 avril 2024.', 'date'],
];

const lowChinese: readonly Pair[] = [
  ['您的帐号及其它信息', '您的账号和其他信息', 'spelling'],
  ['登陆时作出说明', '登录时做出说明', 'spelling'],
  ['更多关于帽子见[这里](https://a.example/x)。', '更多关于帽子见[这里](https://a.example/y)。', 'link'],
  ['我们在三十（30）日内答复。', '我们在30日内答复。', 'spelling'],
  ['二〇二四年的规则保留十五日。', '2024年的规则保留15日。', 'spelling'],
  ['# 隐私政策', '# 隐私声明', 'title'],
  ['# 隐私', '# 隐私保护', 'title'],
  ['见https://a.example/x打开帽子', '见 [https://a.example/x](https://a.example/x) 打开帽子', ''],
  ['见a.example/x、帽子。', '见a.example/y、帽子。', 'link'],
  ['十一、帽子', '11. 帽子', 'reference'],
  ['“包裹”已寄出。', '「包裹」已寄出。', ''],
  ['帐户的帽子。', '账户的帽子。', ''],
  ['更新日期：2024年1月1日', '更新日期：2024年3月1日', 'updated'],
  ['用户个人信息保护政策于2024年1月1日生效', '用户个人信息保护政策于2024年3月1日生效', 'updated'],
  ['版本：1.0', '版本：1.1', 'updated'],
  ['我們會打開包裹。', '我们会打开包裹。', ''],
];

const highFrench: readonly Pair[] = [
  ['Nous désigne les chapelles du groupe.', "Nous désigne l'une des chapelles du groupe.", 'wording'],
  [
    'Vous pouvez [modifier vos choix](https://a.example/x).',
    'Vous pouvez modifier vos choix.',
    'link-target',
  ],
];

const lowOthers: readonly Pair[] = [
  ['Vertreten durch:\nJana von der Weide', 'Vertreten durch:\nJan auf der Heide', 'representative'],
  ['Geschäftsführer: Dr. Jana Meier, Jan Weber', 'Geschäftsführer: Max Färber', 'representative'],
  [
    'Représentant légal : Jean Durand Téléphone : 1',
    'Représentant légal : Jeanne Martin Téléphone : 1',
    'representative',
  ],
  ['代表者：山田太郎', '代表者：鈴木花子', 'representative'],
  ['대표자: 홍길동', '대표자: 김영민', 'representative'],
  [
    'Contoso, SAS au capital de 117 972,20 euros, tricote.',
    'Contoso, SAS au capital de 184 372,20 euros, tricote.',
    'representative',
  ],
  ['Stammkapital: 25.000 EUR', 'Stammkapital: 50.000 EUR', 'representative'],
  ['資本金：1000万円', '資本金：2000万円', 'representative'],
  ['# プライバシーポリシー', null, 'furniture'],
  ['# 개인정보처리방침', null, 'furniture'],
  ['# プライバシーポリシー', '# 個人情報保護方針', 'furniture'],
  ['# Политика конфиденциальности', null, 'furniture'],
  ['## Editeur du site', '## Éditeur du site', 'spelling'],
  ['Wir stricken z.B. Hüte.', 'Wir stricken beispielsweise Hüte.', 'spelling'],
  ['Hüte sowie Kappen.', 'Hüte und Kappen.', 'spelling'],
  ['Afin de tricoter.', 'Pour tricoter.', 'spelling'],
];

const tables = [
  ['de', 'low', lowOthers],
  ['fr', 'high', highFrench],
  ['de', 'high', highOthers],
  ['en', 'high', highEnglish],
  ['en', 'high', highOutside],
  ['en', 'low', lowEnglish],
  ['zh-CN', 'high', highChinese],
  ['zh-CN', 'low', lowChinese],
] as const;

describe('the tables of words', () => {
  it.each([english, others, chinese])(
    'have each word once in a list, and none that may change unread',
    (language) => {
      for (const words of Object.values(language.named)) {
        const list = words.split(' ');
        expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([]);
        const unread = [...language.neutral.split(' '), ...language.same.split(/[ :]/)];
        expect(list.filter((word) => unread.includes(word))).toEqual([]);
      }
    },
  );
});

describe('what a change of a text signals', () => {
  for (const [locale, signal, pairs] of tables) {
    it.each(pairs)(`${locale} ${signal}: %s | %s`, (before, after, signals) => {
      const expected = { signal, signals: signals === '' ? [] : signals.split(' ') };
      const found = signalOf(before, after, wordsFor(locale));
      expect(found.signal).toBe(signal);
      if (signal === 'low') expect(found).toMatchObject(expected);
      else expect(found.signals).toEqual(expect.arrayContaining(expected.signals));
    });
  }

  it.each<readonly [before: string, after: string, signal: string, signals: string]>([
    ['Ein Hut.', 'Ein Hund.', 'high', 'name'],
    ['Se [her](https://a.example/x).', 'Se [her](https://a.example/y).', 'high', 'link-target'],
    ['Se [her](https://a.example/x/hattene).', 'Se [her](https://a.example/hattene).', 'low', 'link'],
    ['30. April 2024 endet das.', '15. April 2024 endet das.', 'high', 'number'],
    ['Con hilo o sin hilo.', 'Con hilo sin hilo.', 'high', 'wording'],
    ['Wir lesen nicht.', 'Wir lesen.', 'high', 'negation'],
    // Capitals, articles, endings and accents that tell who does what to whom, and when.
    ['Wir stricken, wenn Sie es wünschen.', 'Wir stricken, wenn sie es wünschen.', 'high', 'name wording'],
    ['Wir und sie zeigen Ihre Hüte.', 'Wir und sie zeigen ihre Hüte.', 'high', 'name wording'],
    ['WIR FRAGEN SIE.', 'Wir fragen Sie.', 'low', 'spelling'],
    ['Auskunft gibt die Weberin.', 'Auskunft gibt der Weberin.', 'high', 'wording'],
    ['Wir stricken unserem Vertragspartner.', 'Wir stricken unseren Vertragspartner.', 'high', 'wording'],
    ['Wir zählen Hüte.', 'Wir zahlen Hüte.', 'high', 'wording'],
    ['Weber, die behandlar hattar.', 'Weber, die behandlas hattar.', 'high', 'wording'],
    ['Шапки через год удаляем.', 'Шапки через год удаляет.', 'high', 'wording'],
    ['Los eliminará todos.', 'Los eliminara todos.', 'high', 'wording'],
    ['Les gens informés, ou celui informé.', 'Les gens informés, ou celui informe.', 'high', 'wording'],
    ['Şapkalarınızı ortaklarımızdan alırız.', 'Şapkalarınızı ortaklarımızda alırız.', 'high', 'wording'],
    ['Mũ của chúng tôi.', 'Mũ của chung tôi.', 'high', 'wording'],
    ['Riceverai una copia.', 'Riceverai una coppia.', 'high', 'wording'],
    ['La informacion de sombreros.', 'La información de sombreros.', 'low', 'spelling'],
    ['Voici peu de laine.', 'Voici un peu de laine.', 'high', 'negation'],
    // No, we sell them.
    ['لا، نبيع القبعات.', 'لا نبيع القبعات.', 'high', 'negation'],
    ['नहीं, हम टोपी बेचते हैं।', 'नहीं हम टोपी बेचते हैं।', 'high', 'negation'],
    ['保存期間は3年〜です。', '保存期間は3年です。', 'high', 'sign'],
    ['Die Verarbeitungsgrundverodnung.', 'Die Verarbeitungsgrundverordnung.', 'low', 'spelling'],
    ['Die Mütze.', 'Eine Mütze.', 'low', ''],
    ['Stand: 3. Mai 2024', 'Stand: 12. Juni 2024', 'low', 'updated'],
    ['Dernière mise à jour le 3 mai 2024', 'Dernière mise à jour le 1er août 2024', 'low', 'updated'],
    [
      'Date de la dernière mise à jour : 23/12/2022',
      'Date de la dernière mise à jour : 02/02/2023',
      'low',
      'updated',
    ],
    ['Publié le 19 novembre 2024', 'Publié le 19 juin 2026', 'low', 'updated'],
    ['## Politique de vie privée (juin 2022)', '## Politique de vie privée (mai 2023)', 'low', 'updated'],
    [
      'Conditions Générales d’Utilisation applicables à compter du 4 mars 2024.',
      'Conditions Générales d’Utilisation applicables à compter du 26 février 2024.',
      'low',
      'updated',
    ],
    ['Actualizado: junio 2022', 'Actualizado: julio 2024', 'low', 'updated'],
    ...(
      [
        ['Unsere Datenschutzerklärung wurde zuletzt am 3. Mai 2024 geändert.', '3. Mai', '12. Juni'],
        ['Esta política fue actualizada por última vez el 3 de mayo de 2024.', 'mayo', 'junio'],
        ['Ultimo aggiornamento: 3 maggio 2024', 'maggio', 'giugno'],
        ['Última atualização: 3 de maio de 2024', 'maio', 'junho'],
        ['Última revisão: 14 de julho de 2024', 'julho', 'agosto'],
        ['Laatst gewijzigd op 3 mei 2024', 'mei', 'juni'],
        ['Ostatnia aktualizacja: 3 maja 2024', 'maja', 'czerwca'],
      ] as const
    ).map(([said, one, other]) => [said, said.replace(one, other), 'low', 'updated'] as const),
    ['# Datenschutzerklärung', '# Datenschutz', 'low', 'title'],
    ['', '# Datenschutz', 'low', 'title'],
    ['# Política de Privacidad', '# Política de Cookies', 'low', 'title'],
    ['Nossa Política de Hats é.', 'Nossa [Política de Hats](https://a.example/h) é.', 'low', 'link'],
    [
      'Chapeaux vendus à compter du 4 mars 2024.',
      'Chapeaux vendus à compter du 6 mars 2024.',
      'high',
      'number',
    ],
    ['Vi læser dit brev.', 'Vi læser ikke dit brev.', 'high', 'negation'],
    ...['Senast uppdaterad', 'Τελευταία ενημέρωση', 'Son güncelleme'].map(
      (said) => [`${said}: 12/02/2023`, `${said}: 30/06/2024`, 'low', 'updated'] as const,
    ),
    ['Säljs senast: 12/02/2023', 'Säljs senast: 30/06/2024', 'high', 'number'],
    ['Mis à jour : 27 octobre 2025', 'Mis à jour : 21 octobre 2025', 'low', 'updated'],
    [
      'Représentants légaux : Jeanne Roux',
      'Représentants légaux : Jeanne Roux, Luc Blanc',
      'low',
      'representative',
    ],
    // Of six languages enough is known to tell what offers nothing.
    ...(
      [
        ['Nous tricotons pour vous avec de la laine, voyez [ici](#).', 'Pour vous opposer avec nous'],
        ['Wir stricken und sind nicht müde, siehe [hier](#).', 'Die Widerspruchsformulare'],
        ['Las gorras y los sombreros, con lana, [aquí](#).', 'Para oponerse'],
        ['Che bei cappelli, sono della nostra lana, [qui](#).', 'Per revocare'],
        ['Nossos chapéus com uma fita não são caros, [aqui](#).', 'Para desativar'],
        ['Wij breien een hoed voor onze gasten, niet duur, [hier](#).', 'Verzoeken'],
      ] as const
    ).flatMap(([said, choice]) => {
      const [one, other] = [
        said.replace('#', 'https://a.example/x'),
        said.replace('#', 'https://a.example/y'),
      ];
      return [
        [one, other, 'low', 'link'],
        [one.replace('[', `${choice} [`), other.replace('[', `${choice} [`), 'high', 'link-target'],
      ] as const;
    }),
    ['Se [her](https://a.example/x).', 'Se [her](http://www.a.example/x/).', 'low', ''],
    ...[
      '(öffnet in neuem Tab)',
      '(s’ouvre dans un nouvel onglet)',
      '(se abre en una ventana nueva)',
      '(abre em nova aba)',
      '(si apre in una nuova scheda)',
      '(opent in een nieuw tabblad)',
    ].map(
      (note) =>
        ['Se [her](https://a.example/x).', `Se [her${note}](https://a.example/x).`, 'low', ''] as const,
    ),
    // A letter that was lost as two bytes, or at the end of a word: but one alone may have been a bullet.
    ['La fiabilit\ufffd\ufffd des Hüte.', 'La fiabilité des Hüte.', 'low', 'spelling'],
    ['La fiabilit\ufffd des Hüte.', 'La fiabilité des Hüte.', 'low', 'spelling'],
    ['Nous \ufffd vous.', 'Nous à vous.', 'high', 'wording'],
    ['La fiabilit\ufffd des Hüte.', 'La stabilité des Hüte.', 'high', 'wording'],
    ['Hattene koster 30.', 'Hattene koster 60.', 'high', 'number'],
    ['© 2023 Contoso', '© 2024 Contoso', 'low', 'updated'],
    ['Versão 1.2 (julho de 2020)', 'Versão 1.3 (julho de 2020)', 'low', 'updated'],
    ['Hattar versão 1.2', 'Hattar versão 1.3', 'high', 'number'],
    ['1. 모자를 만듭니다', '가. 모자를 만듭니다', 'low', 'reference'],
    ['가 모자를 만듭니다', '나 모자를 만듭니다', 'high', 'wording'],
  ])('in a language with few words or none: %s | %s', (before, after, signal, signals) => {
    const expected = { signal, signals: signals === '' ? [] : signals.split(' ') };
    expect(signalOf(before, after, wordsFor('und'))).toMatchObject(expected);
  });

  it('is one finding for a name that was replaced everywhere, and low where that was told', () => {
    const [before, after] = ['Sold by Contoso.', 'Sold by Fabrikam.'];
    const first = signalOf(before, after, wordsFor('en'));
    expect(first).toMatchObject({ signal: 'high', signals: ['name'], renamed: ['contoso → fabrikam'] });
    const told = new Set(first.renamed);
    const again = (one: string, other: string) => signalOf(one, other, wordsFor('en'), false, told);
    expect(again('Hats of Contoso.', 'Hats of Fabrikam.')).toMatchObject({
      signal: 'low',
      signals: ['renamed'],
    });
    expect(again('Hats of Contoso.', 'Hats of Northwind.').signal).toBe('high');
    expect(again('No hats of Contoso.', 'Hats of Fabrikam.').signal).toBe('high');
    expect(signalOf('Hats: lent', 'Hats: sold', wordsFor('en')).renamed).toEqual([]);
    expect(signalOf('| Disabled |', '| Enabled |', wordsFor('en')).renamed).toEqual([]);
  });

  it('has words for everything it can say', () => {
    const said = tables.flatMap(([locale, , pairs]) =>
      pairs.flatMap(([before, after]) => signalOf(before, after, wordsFor(locale)).signals),
    );
    expect(signalNames).toEqual(expect.arrayContaining([...new Set([...said, ...lowSignals])]));
  });
});

describe('laws of signals', () => {
  const texts = tables.flatMap(([locale, , pairs]) =>
    pairs.flatMap(([before, after]) => [before, after].flatMap((text) => (text ? [{ locale, text }] : []))),
  );
  const text = fc.constantFrom(...texts);
  const long = fc
    .array(text, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map((one) => one.text).join(' '));

  it('are symmetric', () => {
    fc.assert(
      fc.property(fc.option(long), fc.option(long), (a, b) => {
        expect(signalOf(a, b, wordsFor('en'))).toEqual(signalOf(b, a, wordsFor('en')));
      }),
    );
  });

  it('see every sentence of words that date a document, where it is no document that they date', () => {
    const words = english.dated
      .split(' ')
      .filter((word) => !/^(?:polic.*|notice|statement|terms|agreement|conditions|copyright)$/.test(word));
    const subject = fc.constantFrom('our service', 'the services', 'cookies', 'use of cookies');
    fc.assert(
      fc.property(subject, fc.array(fc.constantFrom(...words), { maxLength: 5 }), (start, rest) => {
        const said = (year: number): string => `${[start, 'will be', ...rest].join(' ')} May 1, ${year}.`;
        expect(signalOf(null, said(2024), wordsFor('en')).signal).toBe('high');
        expect(signalOf(said(2025), said(2024), wordsFor('en')).signal).toBe('high');
      }),
    );
  });

  it('are silent about a text and itself', () => {
    fc.assert(
      fc.property(long, (a) => {
        expect(signalOf(a, a, wordsFor('en'))).toEqual(expect.objectContaining({ signal: 'low' }));
      }),
    );
  });

  it('do not see white space', () => {
    const wide = fc.constantFrom('  ', '\n', ' \n', '\t');
    fc.assert(
      fc.property(long, long, wide, fc.nat(), (a, b, space, nth) => {
        const gaps = [...a.matchAll(/ /g)];
        const at = gaps[nth % Math.max(1, gaps.length)]?.index;
        // A line that begins with `##` is a heading, and one of `##` alone an empty one: no longer the same text.
        if (at === undefined || /^ (?:#|\d|[-+*>=~])/.test(a.slice(at)) || /#$/.test(a.slice(0, at))) return;
        // Two spaces at the end of a line break it, and a number that is alone on its line is an empty item.
        if (/^ *\n/.test(a.slice(at)) || /(?:^|\n)\d+[.)]$/.test(a.slice(0, at))) return;
        // A heading ends with its line, and so does a definition.
        if (/^\[[^\]]*\]:/m.test(a)) return;
        if (space.includes('\n') && /(?:^|\n)#[^\n]*$/.test(a.slice(0, at))) return;
        const spaced = `${a.slice(0, at)}${space}${a.slice(at + 1)}`;
        expect(signalOf(spaced, b, wordsFor('en'))).toEqual(signalOf(a, b, wordsFor('en')));
      }),
    );
  });

  it('of a long text that became another text are one, and of one that kept most of its words are as ever', () => {
    const long = (word: string): string => `${word} is said once more. `.repeat(600);
    expect(signalOf(long('apples'), long('oranges'), wordsFor('en'))).toMatchObject({ signal: 'high' });
    expect(signalOf(null, long('never'), wordsFor('en'))).toEqual({
      signal: 'high',
      signals: ['wording'],
      renamed: [],
    });
    const turned = long('apples').replace('once more. ', 'not once more. ');
    expect(signalOf(long('apples'), turned, wordsFor('en')).signals).toEqual(['negation']);
    expect(signalOf(long('apples'), `${long('apples')} `, wordsFor('en')).signals).toEqual([]);
  });
});
