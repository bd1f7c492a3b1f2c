export interface FileBeside {
  readonly path: string;
  readonly text: string;
  /** Whether the file must be executable: Git only runs hooks that are. */
  readonly isProgram?: true;
  /** Whether its program looks for it at the root of the repository alone. */
  readonly isOfRoot?: true;
}

const files = {
  github: () => ({
    path: '.github/workflows/policy.yml',
    isOfRoot: true,
    text: `# The gate on pull requests. docs/ci.md of policyc has more: annotations, a comment, the redline as a page.
name: policy
on:
  pull_request:
    types: [opened, synchronize, reopened, edited] # edited: another target, too, is judged against
permissions:
  contents: read
jobs:
  policy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0 } # the comparison needs the place where the request parted from its target
      - uses: actions/setup-node@v5
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - run: node node_modules/policyc/bin/policyc.js check --format github
      - if: always()
        run: node node_modules/policyc/bin/policyc.js diff --target "origin/$GITHUB_BASE_REF" --format github
`,
  }),
  gitlab: () => ({
    path: '.gitlab/policyc.yml',
    isOfRoot: true,
    text: `# The gate on merge requests: include this file in .gitlab-ci.yml (include: { local: .gitlab/policyc.yml }).
policyc:
  stage: test
  image: node:24
  variables:
    GIT_DEPTH: 0 # the comparison needs the place where the request parted from its target
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  before_script:
    - npm ci --prefer-offline --no-audit --no-fund
    # The pipeline of a fork runs in the fork, whose own branch of that name may be older, or say anything.
    - >-
      git fetch --no-tags --quiet
      "$(if [ "$CI_PROJECT_ID" = "$CI_MERGE_REQUEST_PROJECT_ID" ]; then echo origin; else echo "$CI_MERGE_REQUEST_PROJECT_URL.git"; fi)"
      "+refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:refs/remotes/origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
  script:
    - rm -rf quality.json # what lies there was not written by this job
    - node node_modules/policyc/bin/policyc.js check
    - node node_modules/policyc/bin/policyc.js diff --target "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --format text --format gitlab=quality.json
  artifacts:
    when: always
    reports: { codequality: quality.json }
`,
  }),
  hook: () => ({
    path: '.githooks/pre-commit',
    isOfRoot: true,
    isProgram: true,
    text: `#!/bin/sh
# Switch it on once in every clone: git config core.hooksPath .githooks
git diff --cached --quiet -- policies policyc.yaml ||
  npx --no-install policyc diff archive:latest git:index
`,
  }),
  codeowners: (policy) => ({
    path: '.github/CODEOWNERS',
    isOfRoot: true,
    text: `# Who must look at a change of the policy, of what is set about it, and of its history. Put your own teams here.
/${policy}/ @your-organisation/privacy
/policyc.yaml @your-organisation/privacy
/${policy}/archive/ @your-organisation/privacy @your-organisation/engineering
`,
  }),
  gitattributes: () => ({
    path: '.gitattributes',
    text: `# Released versions are bytes: git converts nothing in them, and merges nothing.
policies/*/archive/** -text -merge linguist-generated
`,
  }),
  prettier: () => ({
    path: '.prettierignore',
    text: `# Released versions are never written again, and the site is made.
policies/*/archive/
site/
`,
  }),
  vscode: () => ({
    path: '.vscode/settings.json',
    text: `${JSON.stringify(
      {
        'yaml.schemas': Object.fromEntries(
          [
            ['workspace', 'policyc.yaml'],
            ['policy', 'policies/*/policy.yaml'],
            ['chapter', 'policies/*/chapters/*.yaml'],
            ['locale', 'policies/*/locales/*/*.yaml'],
            ['register', 'policies/*/registers/*.yaml'],
            ['taxonomy', 'policies/*/taxonomy.yaml'],
            ['words', 'policies/*/words/*.yaml'],
          ].map(([schema, pattern]) => [`./node_modules/policyc/schemas/${schema}.schema.json`, pattern]),
        ),
        'files.readonlyInclude': { 'policies/*/archive/**': true },
      },
      null,
      2,
    )}\n`,
  }),
} satisfies Readonly<Record<string, (policy: string) => FileBeside>>;

export type Beside = keyof typeof files;

/** Files for other programs that can be created along with a policy. */
export const besides = Object.keys(files) as readonly Beside[];

/** The wanted files for a policy in the folder `policy`, at the paths where their programs look for them. */
export function filesBeside(wanted: readonly Beside[], policy: string): readonly FileBeside[] {
  return besides.filter((one) => wanted.includes(one)).map((one) => files[one](policy));
}
