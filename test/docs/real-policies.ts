import type { ClauseObject } from '../properties/policies.ts';

/** Something that policies of others say, and how it is written here: what is added to a clause, or a clause that is added. */
export interface Said {
  readonly what: string;
  readonly to?: ClauseObject;
  readonly adds: object;
  /** Beside the clause, in `policy.yaml`. */
  readonly policy?: object;
  /** The entries of a register, without and with it. */
  readonly entries?: readonly [object, object];
}

const uses: ClauseObject = {
  id: 'uses',
  kind: 'function',
  title: 'Orders',
  collects: ['contact.email'],
  purposes: ['trade.order'],
  permissions: ['camera'],
};
const keeps: ClauseObject = { id: 'keeps', kind: 'retention', title: 'Orders kept', functions: ['orders'] };
const gives: ClauseObject = {
  id: 'gives',
  kind: 'recipient',
  title: 'Hosts',
  form: 'entrust',
  countries: ['US'],
};
const may: ClauseObject = { id: 'may', kind: 'right', title: 'Your data', right: 'access' };
const scope: ClauseObject = { id: 'covers', kind: 'scope', title: 'Scope', products: ['Shop'] };
const collects = (what: string, data: string): Said => ({
  what,
  to: uses,
  adds: { collects: ['contact.email', data] },
});
const serves = (what: string, purpose: string): Said => ({
  what,
  to: uses,
  adds: { purposes: ['trade.order', purpose] },
});
const asks = (what: string, permission: string): Said => ({
  what,
  to: uses,
  adds: { permissions: ['camera', permission] },
});
const promises = (what: string, promise: string, act: string, more: object = {}): Said => ({
  what,
  adds: { id: 'promise', kind: 'commitment', promise, act, ...more },
});
const allows = (what: string, right: string): Said => ({ what, adds: { id: 'may', kind: 'right', right } });
const list: ClauseObject = { ...gives, title: 'Helpers', register: 'registers/list.yaml' };
const lists = (what: string, more: object): Said => ({
  what,
  to: list,
  adds: {},
  entries: [
    { id: 'mail', name: 'Mailer', role: 'processor' },
    { id: 'mail', name: 'Mailer', role: 'processor', ...more },
  ],
});
const party = { id: 'company', role: 'controller', name: 'Wren Ltd' };

/** In the order in which transcribed policies asked for them. */
export const said: readonly Said[] = [
  collects('Company name', 'work.company_name'),
  collects('Referrer', 'behavior.referrer'),
  collects('Pointer movements', 'behavior.pointer'),
  collects('Answers in surveys', 'content.survey_answers'),
  collects('Content of the account', 'content.account_content'),
  collects('Tax exemption', 'financial.tax_exemption'),
  serves('Requests of authorities', 'legal.authority_requests'),
  serves('Training AI models', 'improve.models'),
  serves('A use that is told elsewhere', 'other.told_elsewhere'),
  asks('Calendar', 'calendar'),
  asks('Files', 'files'),
  { what: 'Kept for ever', to: keeps, adds: { period: 'forever' } },
  { what: 'Kept while the account is active', to: keeps, adds: { period: 'while-active' } },
  { what: 'From when you delete it', to: { ...keeps, period: 'P30D' }, adds: { start: 'deletion' } },
  { what: 'Kept for at least', to: { ...keeps, period: 'P10Y' }, adds: { atLeast: 'P7Y' } },
  { what: 'How long, with the function', to: uses, adds: { keeps: 'P30D' } },
  { what: 'What allows sensitive data (art. 9)', to: uses, adds: { sensitive: { ground: 'health-care' } } },
  {
    what: 'Written down by staff',
    to: uses,
    adds: { collects: [{ data: 'contact.email', source: 'staff' }] },
  },
  {
    what: 'From public sources (art. 14(2)(f))',
    to: uses,
    adds: { collects: [{ data: 'contact.email', source: 'public-sources' }] },
  },
  lists('What a company on a list is', { role: 'controller' }),
  lists('A list for each product', { products: ['Shop'] }),
  lists('Why, in one’s own words', { why: 'Sends our letters' }),
  { what: 'Abroad by derogation (art. 49)', to: gives, adds: { mechanism: 'derogation' } },
  {
    what: 'Adequacy by name',
    to: { ...gives, mechanism: 'adequacy' },
    adds: { mechanismName: 'EU–US Data Privacy Framework' },
  },
  { what: 'Binding corporate rules', to: gives, adds: { mechanism: 'binding-rules' } },
  allows('To know what is collected', 'know'),
  allows('Not to be treated worse', 'no-worse-treatment'),
  allows('Through an agent', 'agent'),
  allows('To limit the use of sensitive data', 'limit-sensitive'),
  allows('To appeal a refusal', 'appeal'),
  { what: 'Several rights in one text', to: may, adds: { also: ['portability'] } },
  { what: 'How identity is verified', to: may, adds: { verification: 'Sign in first.' } },
  { what: 'Grounds for refusing', to: may, adds: { grounds: ['excessive'] } },
  promises('Told of government requests', 'always', 'tell-of-requests'),
  promises('Transparency report', 'always', 'report-requests'),
  promises('Do Not Track is not heeded', 'none', 'heed-do-not-track'),
  promises('Global Privacy Control is heeded', 'always', 'heed-gpc'),
  promises('Nobody reads content', 'never', 'let-people-read', { data: ['content.account_content'] }),
  promises('Aggregated use', 'always', 'use-aggregated'),
  promises('Aggregated use only', 'always', 'use-only-aggregated', { data: ['behavior.pointer'] }),
  promises('De-identified data stays so', 'never', 're-identify'),
  promises('Stays on the device', 'never', 'take-off-device', { data: ['content.account_content'] }),
  promises('About some functions alone', 'never', 'profile', { functions: ['orders'] }),
  promises('The successor is bound', 'always', 'bind-successor'),
  promises('A parental gate', 'always', 'ask-an-adult'),
  {
    what: 'Whoever takes over the business',
    adds: { id: 'buyer', kind: 'recipient', title: 'A buyer', category: 'acquirer', form: 'succeed' },
  },
  {
    what: 'Where the company is only a processor',
    to: scope,
    adds: { processor: 'For what customers store, ask them.' },
  },
  {
    what: 'Independent dispute body',
    adds: {},
    policy: { parties: [party, { id: 'body', role: 'dispute-body', name: 'Fair Office' }] },
  },
  {
    what: 'The company’s name, stated once',
    adds: { id: 'who', kind: 'statement', text: 'We are :party[company].' },
  },
];

/** What every one of them stands beside. */
export const beside: ClauseObject = {
  id: 'orders',
  kind: 'function',
  title: 'Ordering',
  purposes: ['trade.order'],
};
export const head = { edition: '2026-12', profiles: ['eu-gdpr'], locales: ['en', 'zh-CN'], parties: [party] };
