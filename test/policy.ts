import { messageOf } from '../src/base/diagnostic.ts';
import { formatPlace } from '../src/base/place.ts';
import { compileFiles } from '../src/model/compiled.ts';
import type { Policy } from '../src/model/policy.ts';
import { snapshotOf } from '../src/snapshot/snapshot.ts';

/** The policies compiled last, by their texts: properties with one seed draw the same ones again and again. */
const compiled = new Map<string, Policy>();
const kept = 500;

/** Compiles a policy from texts by path; an error of the texts fails the test. */
export function policyFrom(files: Readonly<Record<string, string>>): Policy {
  const key = JSON.stringify(files);
  const policy = compiled.get(key) ?? compilePolicy(files);
  compiled.delete(key);
  compiled.set(key, policy);
  for (const oldest of compiled.keys()) {
    if (compiled.size <= kept) break;
    compiled.delete(oldest);
  }
  return policy;
}

function compilePolicy(files: Readonly<Record<string, string>>): Policy {
  const encoder = new TextEncoder();
  const snapshot = snapshotOf(
    Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const),
  );
  const { policy, problems } = compileFiles(snapshot);
  if (!policy) {
    throw new Error(
      problems.map((one) => `${formatPlace(one.place)} ${one.code} ${messageOf(one).reason}`).join('\n'),
    );
  }
  return policy;
}

export const smallHead = `format: policyc/policy@1
id: small
title: Privacy policy
edition: "2026-11"
prevailing: en
locales: [en]
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd }
chapters: [main]
`;
