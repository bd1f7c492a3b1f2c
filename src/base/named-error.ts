/** An error of the system with the path that the user knows, in place of an open file or a temporary name. */
export function named(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const said = error.message.replace(/ '[^'\n]*'(?: ->)?/g, '');
  return Object.assign(error, { message: `${said} '${path}'` });
}

/** Does something for a file; errors name it. */
export function naming<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw named(error, path);
  }
}
