/** Lets one connection out of a URL: same server and database, another login. */
export function withLogin(url: string, name: string, password?: string): string {
  const changed = new URL(url);
  // Without a host (a socket in ?host=) a URL takes no user name.
  if (changed.hostname === '') changed.hostname = 'localhost';
  changed.username = encodeURIComponent(name);
  changed.password = encodeURIComponent(password ?? '');
  return changed.href;
}

/** The login a URL names; the name is null when the URL leaves it to the environment. */
export function loginOf(url: string): { name: string | null; password: string | undefined } {
  const { username, password } = new URL(url);
  return {
    name: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? undefined : decodeURIComponent(password),
  };
}
