/** Whether a path inside a policy folder, a folder's ending in `/`, is read as part of the policy. */
export function isPolicyPath(path: string): boolean {
  return /^(policy\.yaml$|taxonomy\.yaml$|(chapters|locales|registers|words)\/)/.test(path);
}
