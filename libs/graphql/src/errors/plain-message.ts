const LONGEST = 300;

/** graphql-js guesses at names and echoes whole values; neither helps a client that sent 50,000 characters. */
export function plainMessage(message: string): string {
  const plain = message.replace(/ ?Did you mean .+\?$/s, '');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
