/** What fails in an open file, or under another name, is told without the name that somebody would know it by. */
export function named(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error.message.includes(`'${path}'`)) return error;
  return Object.assign(error, { message: `${error.message} '${path}'` });
}
