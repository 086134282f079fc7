/** What a log may hold of an error: the parameters of a failed statement and the driver's detail are left out. */
export function outlineError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
}
