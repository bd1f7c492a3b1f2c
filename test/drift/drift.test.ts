import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../src/cli/code-files.ts';
import { driftOf } from '../../src/drift/compare.ts';
import { foundIn, isBroken } from '../../src/drift/read.ts';
import { isNamed, sdks } from '../../src/knowledge/software.ts';
import { editionOf } from '../../src/model/edition.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import { policyFrom, smallHead } from '../policy.ts';

const edition = editionOf('2026-12') ?? never();
const background = (await loadEditionBackground('2026-12')) ?? never();
const { found } = readCode(join(import.meta.dirname, '../samples/drift'));

/** What is told, as `code name`. */
function told(clauses: string): { undeclared: string[]; notFound: string[]; unknown: readonly string[] } {
  const { undeclared, notFound, unknown } = driftOf(
    policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clauses.replace(/^\n/, '')}`,
    }),
    found,
    background,
  );
  const nameOf = ({ args }: { readonly args: object }): string => (args as { readonly name: string }).name;
  return { undeclared: undeclared.map(nameOf), notFound: notFound.map(nameOf), unknown };
}

const declared = `
  - id: pictures
    kind: function
    title: Pictures
    purposes: [content.publish]
    collects: [contact.email, health.medical]
    permissions: [camera, contacts]
  - { id: crashes, kind: technology, title: Sentry, type: sdk }
  - { id: adverts, kind: technology, title: Adjust for apps, type: sdk }
  - { id: maps, kind: recipient, title: Maps, form: entrust, name: Google Ireland, receives: [location] }
  - { id: payments, kind: recipient, title: Payments, form: share, name: Stripe Payments Europe }
  - { id: clicks, kind: technology, title: Hotjar, type: cookie }
  - { id: theme, kind: technology, title: The look, type: cookie }
  - { id: session, kind: technology, title: Signed in, type: cookie }
`;

describe('a policy and what code says of itself', () => {
  it('agree where the policy declares all of it', () => {
    expect(told(declared)).toEqual({
      undeclared: [],
      notFound: [],
      unknown: ['NSMotionUsageDescription', 'android.permission.BODY_SENSORS'],
    });
  });

  it('differ by what the policy lacks, each once', () => {
    const nothing = '  - { id: words, kind: statement, title: Words, text: Nothing. }';
    expect(told(nothing).undeclared.sort()).toEqual(
      [
        'GoogleMaps',
        'NSCameraUsageDescription',
        'NSPrivacyCollectedDataTypeEmailAddress',
        'NSPrivacyCollectedDataTypeHealth',
        '_hjSessionUser_1',
        'android.permission.CAMERA',
        'android.permission.READ_CONTACTS',
        '@stripe/stripe-js',
        'com.adjust.sdk:adjust-android',
        'io.sentry:sentry-android',
        'session',
        'theme',
      ].sort(),
    );
  });

  it('differ by what the code lacks', () => {
    const more = `${declared}
  - { id: gone, kind: technology, title: Mixpanel, type: sdk }
  - { id: talk, kind: function, title: Talk, purposes: [content.search_voice], collects: [content.photo], permissions: [microphone] }
`;
    expect(told(more).notFound.sort()).toEqual(['content.photo', 'gone', 'microphone']);
  });
});

describe('what a file says', () => {
  it('is nothing that stands in a comment, is removed, or is for developers alone', () => {
    const names = found.map(({ name }) => name);
    for (const name of [
      'android.permission.RECORD_AUDIO',
      'android.permission.READ_CALENDAR',
      'posthog-js',
      'Adjust',
    ])
      expect(names).not.toContain(name);
    expect(names.filter((name) => name.startsWith('com.facebook'))).toEqual([]);
  });

  it('is nothing when it cannot be read', () => {
    for (const text of ['', '{', '[]', 'null', '{"log":{"entries":[null,{"response":{"cookies":{}}}]}}'])
      for (const path of ['package.json', 'x.har', 'AndroidManifest.xml', 'Podfile', 'a/build.gradle.kts'])
        expect(foundIn(path, text)).toEqual([]);
  });

  it('stands where it is placed', () => {
    for (const { name, place } of found) expect(place.endColumn - place.column, name).toBe(name.length);
  });
});

describe('the table of software', () => {
  it('names data and purposes of the taxonomy, each entry once', () => {
    expect(new Set(sdks.map(({ id }) => id)).size).toBe(sdks.length);
    const known = (id: string): boolean =>
      edition.data.has(id) || [...edition.data.keys()].some((one) => one.startsWith(`${id}.`));
    expect(sdks.flatMap(({ data }) => data).filter((id) => !known(id))).toEqual([]);
    expect(sdks.flatMap(({ purposes }) => purposes).filter((id) => !edition.purposes.has(id))).toEqual([]);
  });

  it('has each package in one entry', () => {
    const lists = ['npm', 'gradle', 'pods', 'spm', 'pub'] as const;
    const named = lists.flatMap((list) =>
      sdks.flatMap((sdk) => (sdk[list] ?? []).map((name) => ({ list, name, sdk }))),
    );
    const twice = named.filter(({ list, name, sdk }) =>
      sdks.some((other) => other !== sdk && isNamed(name.replace('*', 'x'), other[list])),
    );
    expect(twice.map(({ name }) => name)).toEqual([]);
  });

  it('has a star for anything', () => {
    expect(isNamed('_ga_1', ['_ga_*'])).toBe(true);
    expect(isNamed('mp_1_mixpanel', ['mp_*_mixpanel'])).toBe(true);
    expect(isNamed('_gat', ['_ga'])).toBe(false);
  });
});

function never(): never {
  throw new Error('not shipped');
}

describe('files that name what an app asks for and is built of', () => {
  const names = (path: string, text: string): string[] =>
    foundIn(path, text).map(({ from, is, name, place }) => `${from} ${is} ${name} ${place.line}`);

  it.each([
    [
      'app/build.gradle',
      "implementation group: 'io.sentry', name: 'sentry-android'",
      ['gradle package io.sentry:sentry-android 1'],
    ],
    [
      'build.gradle.kts',
      'implementation(group = "io.sentry", name = "sentry-android")',
      ['gradle package io.sentry:sentry-android 1'],
    ],
    [
      'gradle/libs.versions.toml',
      '[libraries]\na = { module = "io.sentry:sentry-android", version.ref = "s" }\nb = { group = "com.stripe", name = "stripe-android" }',
      ['gradle package io.sentry:sentry-android 2', 'gradle package com.stripe:stripe-android 3'],
    ],
    [
      'ios/Podfile.lock',
      'PODS:\n  - Sentry (8.0)\n  - Inner (1.0)\n\nDEPENDENCIES:\n  - Sentry\n  - "Stripe (~> 23)"\n\nSPEC CHECKSUMS:\n  Inner: a\n',
      ['pods package Sentry 6', 'pods package Stripe 7'],
    ],
    [
      'Package.resolved',
      '{\n"pins": [\n{ "identity": "sentry-cocoa", "location": "https://github.com/getsentry/sentry-cocoa.git" }] }',
      ['spm package sentry-cocoa 3'],
    ],
    [
      'Package.resolved',
      '{ "object": { "pins": [ { "package": "Stripe", "repositoryURL": "https://github.com/stripe/stripe-ios.git" } ] } }',
      ['spm package stripe-ios 1'],
    ],
    [
      'Package.swift',
      '.package(url: "https://github.com/PostHog/posthog-ios.git", from: "3.0.0")',
      ['spm package posthog-ios 1'],
    ],
    [
      'pubspec.yaml',
      'name: app\ndependencies:\n  flutter:\n    sdk: flutter\n  sentry_flutter: ^8.0.0\ndev_dependencies:\n  posthog_flutter: any\n',
      ['pub package flutter 3', 'pub package sentry_flutter 5'],
    ],
    [
      'app.json',
      '{ "expo": { "android": { "permissions": ["CAMERA", "RECORD_AUDIO"], "blockedPermissions": ["RECORD_AUDIO"] },\n"ios": { "infoPlist": { "NSCameraUsageDescription": "Scan." } },\n"plugins": [["@sentry/react-native/expo", {}]] } }',
      [
        'android permission CAMERA 1',
        'ios permission NSCameraUsageDescription 2',
        'npm package @sentry/react-native/expo 3',
      ],
    ],
    ['app.json', '{ "expo": 4 }', []],
    ['Package.resolved', '{ "pins": [4, { "identity": 4 }] }', []],
    ['pubspec.yaml', 'dependencies:', []],
  ])('%s: %s', (path, text, expected) => {
    expect(names(path, text)).toEqual(expected);
  });

  it('are known in the table by their own names, both ways', () => {
    const flutter = foundIn('pubspec.yaml', 'dependencies:\n  sentry_flutter: ^8.0.0\n');
    const policy = (clause: string): Parameters<typeof driftOf>[0] =>
      policyFrom({
        'policy.yaml': smallHead,
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clause}`,
      });
    const other = policy('  - { id: ads, kind: technology, title: Adjust, type: sdk }\n');
    const { undeclared, notFound } = driftOf(other, flutter, background);
    expect([undeclared.length, notFound.length]).toEqual([1, 1]);
    const same = policy('  - { id: crashes, kind: technology, title: Sentry, type: sdk }\n');
    const agreed = driftOf(same, flutter, background);
    expect([agreed.undeclared.length, agreed.notFound.length]).toEqual([0, 0]);
  });
});

it.each([
  ['package.json', '{ "dependencies": ', true],
  ['a.har', '', true],
  ['a.har', '{}', false],
  ['Podfile', "pod 'Sentry", false],
])('%s that says “%s” is broken: %s', (path, text, is) => {
  expect(isBroken(path, text)).toBe(is);
});
