/** What the system refuses in an open file, or under a name that is ours alone, is told by the name that somebody knows it by. */
export function named(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const said = error.message.replace(/ '[^'\n]*'(?: ->)?/g, '');
  return Object.assign(error, { message: `${said} '${path}'` });
}

/** Does something for a file, whose name is that of whatever fails. */
export function naming<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw named(error, path);
  }
}
