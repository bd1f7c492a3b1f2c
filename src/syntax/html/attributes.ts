import { plainUrl } from '../web-address.ts';
import { withoutEntities } from './entities.ts';

/** What an attribute tells readers, or how it changes what they see. */
export interface Told {
  readonly is: 'link' | 'site' | 'sign' | 'words';
  readonly value: string;
}

/** The attributes of a tag as written, with an empty value for those without one. */
export function* attributesIn(tag: string): Generator<readonly [name: string, value: string]> {
  for (const [, name = '', double, single, bare] of tag.matchAll(attribute))
    yield [name, withoutEntities(double ?? single ?? bare ?? '')];
}

const attribute = /\s([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * What readers see or hear of an element besides its content. Attributes that hold words are read, except for a short
 * list that only machines use. A component of a site (`<Retention days="30" />`) may show any attribute, so only those
 * that configure it are left out.
 */
export function* toldIn(
  element: string,
  attributes: Iterable<readonly [name: string, value: string]>,
): Generator<Told> {
  for (const [name, value] of attributes) {
    const known = name.toLowerCase();
    // The style sheets, pictures and addresses that `link` names are for programs.
    if (/^link$/i.test(element) && known === 'href') continue;
    // An icon: `<i class="fa fa-moon" aria-hidden="true"></i>`.
    if (/^i$/i.test(element) && known === 'aria-hidden') continue;
    if (handler.test(known)) yield* addressesIn(value);
    else {
      const told = toldByAny(known, value) ?? toldByWords(element, known, value);
      if (told) yield told;
    }
  }
}

/** What an attribute tells on whatever element it stands. */
function toldByAny(name: string, value: string): Told | undefined {
  if (name === 'href') return { is: 'link', value };
  if (sends.test(name) && value !== '') return { is: 'site', value };
  if (states.test(name)) return { is: 'sign', value: name };
  if (/^class(?:name)?$/.test(name) && hides(value)) return { is: 'sign', value: 'hidden' };
  if (spans.test(name)) return { is: 'sign', value: `${name}=${value}` };
  return condition.test(name) ? { is: 'words', value: `${name} ${value}` } : undefined;
}

/** Whether a class is one by which nearly every style sheet hides, on screens of any width. */
export function hides(classes: string): boolean {
  const all = classes.split(/\s+/);
  return all.some((one) => hiding.test(one)) && !all.some((one) => showing.test(one));
}

const hiding = /^(?:hidden|invisible|d-none|sr-only|visually-hidden|collapse)$/;
const showing = /(?:block|flex|inline|grid|table|navbar-collapse)$|^(?:show|in)$/;

/** What an attribute tells by words that readers of this element see. */
function toldByWords(element: string, name: string, value: string): Told | undefined {
  if (value === '') return undefined;
  // Written the other way round: `30` is 03.
  if (element === 'bdo' && name === 'dir') return { is: 'sign', value };
  if (component.test(element)) return wiring.test(name) ? undefined : { is: 'words', value };
  if (machine.test(name)) return undefined;
  // A picture is known by its alternative text; what an embedded page shows cannot be known.
  if (/^(?:src|data)$/.test(name)) return embeds.test(element) ? embedded(element, value) : undefined;
  const isRead = shown.test(name) || (mayReach.test(element) && parts.test(name)) || saysMore.test(value);
  return isRead ? { is: 'words', value } : undefined;
}

/** Another page of its owner is another text here, unless it is a script of the site itself. */
function embedded(element: string, url: string): Told {
  const isOwn = /^script$/i.test(element) && !/^(?:https?:)?\/\//i.test(url);
  return isOwn ? { is: 'site', value: url } : { is: 'sign', value: plainUrl(url.replace(/^\/\//, '')) };
}

/** Two words, or one of a script that sets none apart. */
const saysMore =
  /\p{L}\s+\p{L}|[\p{Script=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

const component = /^[A-Z]|-/;
const mayReach = /^(?:a|span)$/i;

/** Parts of an address or a number that a script joins, to hide it from harvesters. */
const parts =
  /^data-(?:e?-?mail(?:to|box)?|user(?:name)?|u|name|local|domain|d|host|tld|address|contact|phone|tel)$/;
const handler = /^on-?[a-z]/;

/** Where a form sends what readers write in it. */
const sends = /^(?:form-?)?action$/;

/** The addresses that an event handler leads to. */
function* addressesIn(script: string): Generator<Told> {
  for (const [value] of script.matchAll(/https?:\/\/[^\s'"`()]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g))
    yield { is: 'site', value };
}

/** Who is shown the element. */
const condition = /^(?:[vx]-(?:if|else|else-if|show)|ng-(?:if|show|hide)|\*ngif)$/;

const states = /^(?:hidden|checked|selected|disabled|open|inert|popover|aria-hidden)$/;
const spans = /^(?:colspan|rowspan)$/;
const embeds = /^(?:iframe|embed|frame|object|script)$/i;
const shown =
  /^(?:alt|title|label|value|placeholder|summary|srcdoc|aria-(?:label|description|roledescription|valuetext|placeholder))$/;
const wiring =
  /^(?:class(?:name)?|style|id|key|ref|slot|on[A-Z]?\w*|(?:client|v-on|x-on|:key|:class|@|\().*)$/;
const machine =
  /^(?:class(?:name)?|style|id|rel|role|slot|name|type|lang|for|srcset|sizes|d|points|transform|viewbox|allow|sandbox|headers|media|content|markdown|item(?:prop|type|ref)|on\w+|aria-(?:labelledby|describedby|controls|owns|details)|(?:[vx]-(?!text|html)|ng-(?!bind)|:(?!title|alt|label|placeholder|aria-label)|@|\().*)$/;
