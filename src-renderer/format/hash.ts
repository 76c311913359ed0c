/** A whole hash in groups of eight digits. */
export function groupedHash(hex: string): string {
  return hex.replace(/(.{8})(?=.)/g, '$1 ');
}

/** A hash in a table: `1e0f3ab7…a374`. */
export function shortHash(hex: string): string {
  return hex.length <= 13 ? hex : `${hex.slice(0, 8)}…${hex.slice(-4)}`;
}
