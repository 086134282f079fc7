/**
 * What a log may hold of an error: never the parameters of a failed statement, the driver's detail, or a text that
 * the client sent, as messages like to quote what they complain of.
 */
export function outlineError(error: unknown, sent: readonly string[] = []): object {
  if (!(error instanceof Error)) return { message: 'Something was thrown that is no error.' };
  const code = 'code' in error ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message: strike(error.message, sent), code, stack: frames?.join('\n') };
}

function strike(message: string, sent: readonly string[]): string {
  // The longest first: what is part of another text must not break it.
  const texts = sent.toSorted((a, b) => b.length - a.length);
  return texts.reduce((struck, text) => struck.replaceAll(text, '…'), message);
}
