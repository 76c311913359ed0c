/** The last part of a path of either platform. */
export function fileName(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return parts.at(-1) ?? path;
}

/** The folder of a path, as written, without its last separator. */
export function folderOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return cut <= 0 ? path.slice(0, Math.max(cut, 0) + (cut === 0 ? 1 : 0)) : path.slice(0, cut);
}

/** `a.holdfast` gives `a copy.holdfast`. */
export function copyName(path: string): string {
  const name = fileName(path);
  return name.endsWith('.holdfast')
    ? `${name.slice(0, -'.holdfast'.length)} copy.holdfast`
    : `${name} copy.holdfast`;
}
