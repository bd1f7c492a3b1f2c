/**
 * The form of Google Play as the Play Console exports and imports it: questions, answers and their order. The ids are
 * Google's, taken from templates that the console exported in 2025 and 2026. The last column is a label for people in
 * our words; the console has its own translations and reads only the ids.
 *
 * What counts as collected and as shared: https://support.google.com/googleplay/android-developer/answer/10787469
 */
export const columns = [
  'Question ID (machine readable)',
  'Response ID (machine readable)',
  'Response value',
  'Answer requirement',
  'Human-friendly question label',
] as const;

export type Requirement = 'REQUIRED' | 'MAYBE_REQUIRED' | 'OPTIONAL' | 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE';

/** A line of the form: a question, or one of its answers. */
export interface Line {
  readonly question: string;
  readonly response: string;
  readonly requirement: Requirement;
  readonly label: string;
}

type Row = readonly [question: string, requirement: Requirement, label: string, responses?: Responses];
type Responses = readonly (readonly [response: string, label: string])[];

const general: readonly Row[] = [
  ['PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA', 'REQUIRED', 'Does the app collect or share user data?'],
  ['PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT', 'MAYBE_REQUIRED', 'Is all of it encrypted in transit?'],
  [
    'PSL_SUPPORTED_ACCOUNT_CREATION_METHODS',
    'MULTIPLE_CHOICE',
    'Ways to create an account',
    [
      ['PSL_ACM_USER_ID_PASSWORD', 'User name and password'],
      ['PSL_ACM_USER_ID_OTHER_AUTH', 'User name and something else'],
      ['PSL_ACM_USER_ID_PASSWORD_OTHER_AUTH', 'User name, password and something else'],
      ['PSL_ACM_OAUTH', 'OAuth'],
      ['PSL_ACM_OTHER', 'Another way'],
      ['PSL_ACM_NONE', 'No account can be created'],
    ],
  ],
  ['PSL_ACM_SPECIFY', 'MAYBE_REQUIRED', 'The other way to create an account'],
  ['PSL_ACCOUNT_DELETION_URL', 'MAYBE_REQUIRED', 'Where users ask for an account to be deleted'],
  [
    'PSL_SUPPORT_DATA_DELETION_BY_USER',
    'SINGLE_CHOICE',
    'Can users ask for data to be deleted?',
    [
      ['DATA_DELETION_YES', 'Yes'],
      ['DATA_DELETION_NO', 'No'],
      ['DATA_DELETION_NO_AUTO_DELETED', 'No, it is deleted within 90 days'],
    ],
  ],
  ['PSL_DATA_DELETION_URL', 'MAYBE_REQUIRED', 'Where users ask for data to be deleted'],
  ['PSL_DATA_COLLECTION_COMPLIES_FAMILY_POLICY', 'OPTIONAL', 'Show that the families policy is followed'],
  ['PSL_INDEPENDENTLY_VALIDATED', 'OPTIONAL', 'An independent security review (MASA) in good standing'],
  ['PSL_UPI_BADGE_OPT_IN', 'OPTIONAL', 'Show the UPI badge'],
  ['PSL_HAS_OUTSIDE_APP_ACCOUNTS', 'OPTIONAL', 'Can users sign in with accounts made outside of the app?'],
  [
    'PSL_OUTSIDE_APP_ACCOUNT_TYPES',
    'MULTIPLE_CHOICE',
    'How accounts outside of the app are made',
    [
      ['PSL_LOGIN_WITH_OUTSIDE_APP_ID', 'An identity from outside, such as a SIM card'],
      ['PSL_LOGIN_THROUGH_EMPLOYMENT_OR_ENTERPRISE_ACCOUNT', 'By an employer'],
      ['PSL_OUTSIDE_APP_ACCOUNT_TYPE_OTHER', 'Another way'],
    ],
  ],
  ['PSL_OUTSIDE_APP_ACCOUNT_TYPE_SPECIFY', 'MAYBE_REQUIRED', 'The other way'],
];

/** Every type of data by id, with its group in the form and its label there. */
const typesByGroup: Readonly<Record<string, readonly [label: string, types: Responses]>> = {
  PSL_DATA_TYPES_PERSONAL: [
    'Personal info',
    [
      ['PSL_NAME', 'Name'],
      ['PSL_EMAIL', 'Email address'],
      ['PSL_USER_ACCOUNT', 'User IDs'],
      ['PSL_ADDRESS', 'Address'],
      ['PSL_PHONE', 'Phone number'],
      ['PSL_RACE_ETHNICITY', 'Race and ethnicity'],
      ['PSL_POLITICAL_RELIGIOUS', 'Political or religious beliefs'],
      ['PSL_SEXUAL_ORIENTATION_GENDER_IDENTITY', 'Sexual orientation'],
      ['PSL_OTHER_PERSONAL', 'Other info'],
    ],
  ],
  PSL_DATA_TYPES_FINANCIAL: [
    'Financial info',
    [
      ['PSL_CREDIT_DEBIT_BANK_ACCOUNT_NUMBER', 'User payment info'],
      ['PSL_PURCHASE_HISTORY', 'Purchase history'],
      ['PSL_CREDIT_SCORE', 'Credit score'],
      ['PSL_OTHER', 'Other financial info'],
    ],
  ],
  PSL_DATA_TYPES_LOCATION: [
    'Location',
    [
      ['PSL_APPROX_LOCATION', 'Approximate location'],
      ['PSL_PRECISE_LOCATION', 'Precise location'],
    ],
  ],
  PSL_DATA_TYPES_SEARCH_AND_BROWSING: [
    'Web browsing',
    [['PSL_WEB_BROWSING_HISTORY', 'Web browsing history']],
  ],
  PSL_DATA_TYPES_EMAIL_AND_TEXT: [
    'Messages',
    [
      ['PSL_EMAILS', 'Emails'],
      ['PSL_SMS_CALL_LOG', 'SMS or MMS'],
      ['PSL_OTHER_MESSAGES', 'Other in-app messages'],
    ],
  ],
  PSL_DATA_TYPES_PHOTOS_AND_VIDEOS: [
    'Photos and videos',
    [
      ['PSL_PHOTOS', 'Photos'],
      ['PSL_VIDEOS', 'Videos'],
    ],
  ],
  PSL_DATA_TYPES_AUDIO: [
    'Audio files',
    [
      ['PSL_AUDIO', 'Voice or sound recordings'],
      ['PSL_MUSIC', 'Music files'],
      ['PSL_OTHER_AUDIO', 'Other audio files'],
    ],
  ],
  PSL_DATA_TYPES_HEALTH_AND_FITNESS: [
    'Health and fitness',
    [
      ['PSL_HEALTH', 'Health info'],
      ['PSL_FITNESS', 'Fitness info'],
    ],
  ],
  PSL_DATA_TYPES_CONTACTS: ['Contacts', [['PSL_CONTACTS', 'Contacts']]],
  PSL_DATA_TYPES_CALENDAR: ['Calendar', [['PSL_CALENDAR', 'Calendar events']]],
  PSL_DATA_TYPES_APP_PERFORMANCE: [
    'App info and performance',
    [
      ['PSL_CRASH_LOGS', 'Crash logs'],
      ['PSL_PERFORMANCE_DIAGNOSTICS', 'Diagnostics'],
      ['PSL_OTHER_PERFORMANCE', 'Other app performance data'],
    ],
  ],
  PSL_DATA_TYPES_FILES_AND_DOCS: ['Files and docs', [['PSL_FILES_AND_DOCS', 'Files and docs']]],
  PSL_DATA_TYPES_APP_ACTIVITY: [
    'App activity',
    [
      ['PSL_USER_INTERACTION', 'App interactions'],
      ['PSL_IN_APP_SEARCH_HISTORY', 'In-app search history'],
      ['PSL_APPS_ON_DEVICE', 'Installed apps'],
      ['PSL_USER_GENERATED_CONTENT', 'Other user-generated content'],
      ['PSL_OTHER_APP_ACTIVITY', 'Other actions'],
    ],
  ],
  PSL_DATA_TYPES_IDENTIFIERS: ['Device or other IDs', [['PSL_DEVICE_ID', 'Device or other IDs']]],
};

export const purposes: Responses = [
  ['PSL_APP_FUNCTIONALITY', 'App functionality'],
  ['PSL_ANALYTICS', 'Analytics'],
  ['PSL_DEVELOPER_COMMUNICATIONS', 'Developer communications'],
  ['PSL_FRAUD_PREVENTION_SECURITY', 'Fraud prevention, security, and compliance'],
  ['PSL_ADVERTISING', 'Advertising or marketing'],
  ['PSL_PERSONALIZATION', 'Personalization'],
  ['PSL_ACCOUNT_MANAGEMENT', 'Account management'],
];

const usage: readonly Row[] = [
  [
    'PSL_DATA_USAGE_COLLECTION_AND_SHARING',
    'MULTIPLE_CHOICE',
    'collected, shared, or both',
    [
      ['PSL_DATA_USAGE_ONLY_COLLECTED', 'Collected'],
      ['PSL_DATA_USAGE_ONLY_SHARED', 'Shared'],
    ],
  ],
  ['PSL_DATA_USAGE_EPHEMERAL', 'MAYBE_REQUIRED', 'kept in memory only, and for one request'],
  [
    'DATA_USAGE_USER_CONTROL',
    'SINGLE_CHOICE',
    'required, or a choice of users',
    [
      ['PSL_DATA_USAGE_USER_CONTROL_OPTIONAL', 'Users can choose'],
      ['PSL_DATA_USAGE_USER_CONTROL_REQUIRED', 'Required'],
    ],
  ],
  ['DATA_USAGE_COLLECTION_PURPOSE', 'MULTIPLE_CHOICE', 'why it is collected', purposes],
  ['DATA_USAGE_SHARING_PURPOSE', 'MULTIPLE_CHOICE', 'why it is shared', purposes],
];

/** The types of data with their labels, in the order of the form. */
export const dataTypes: ReadonlyMap<string, string> = new Map(
  Object.values(typesByGroup).flatMap(([, types]) => types),
);

/** All lines of the form in order. */
export const lines: readonly Line[] = [
  ...general.flatMap((row) => linesOf(row)),
  ...Object.entries(typesByGroup).flatMap(([group, [label, types]]) =>
    linesOf([group, 'MULTIPLE_CHOICE', label, types]),
  ),
  ...[...dataTypes].flatMap(([type, label]) =>
    usage.flatMap((row) => linesOf(row, `PSL_DATA_USAGE_RESPONSES:${type}:`, `${label} / `)),
  ),
];

function linesOf(
  [question, requirement, label, responses = [['', '']]]: Row,
  prefix = '',
  about = '',
): Line[] {
  return responses.map(([response, name]) => ({
    question: prefix + question,
    response,
    requirement,
    label: `${about}${label}${name === '' ? '' : ` / ${name}`}`,
  }));
}
