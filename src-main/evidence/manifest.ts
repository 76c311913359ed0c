/**
 * The files of a folder as GNU `sha256sum` prints and checks them: `HASH  PATH`, one a line, ascending by the
 * bytes of the path; a name with a backslash, LF or CR is escaped and its line starts with a backslash
 * (coreutils manual, "cksum output modes").
 */
export interface ManifestLine {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Relative to the folder, with `/` between names; the bytes of the file system. */
  readonly path: Buffer;
}

export function manifestBytes(lines: readonly ManifestLine[]): Buffer {
  const sorted = lines.toSorted((a, b) => Buffer.compare(a.path, b.path));
  return Buffer.concat(sorted.map((line) => lineBytes(line)));
}

function lineBytes({ sha256, path }: ManifestLine): Buffer {
  // latin1 maps bytes one to one, so that names in any encoding pass through.
  const name = path.toString('latin1');
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  const mark = escaped === name ? '' : '\\';
  return Buffer.from(`${mark}${sha256}  ${escaped}\n`, 'latin1');
}
