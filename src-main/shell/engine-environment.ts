/** What a Node process needs to find its way: folders, language, time zone. Nothing of ours. */
const needed: readonly string[] = [
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LANGUAGE',
  'LC_ALL',
  'LC_CTYPE',
  'LC_TIME',
  'TZ',
  'TMPDIR',
  'XDG_RUNTIME_DIR',
  // Windows
  'SYSTEMROOT',
  'WINDIR',
  'TEMP',
  'TMP',
  'USERNAME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
];

/**
 * The engine's environment. Threat: variables such as NODE_OPTIONS and LD_PRELOAD change what a process does, and
 * HOLDFAST_PASSPHRASE would stand in /proc/…/environ for as long as it lives. So nothing is inherited but this.
 */
export function engineEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && needed.includes(entry[0].toUpperCase()),
  );
  return Object.fromEntries(kept);
}
