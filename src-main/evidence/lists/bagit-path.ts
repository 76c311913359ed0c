/** A path as a manifest has it: what would end its line, and the mark of that itself, are encoded (RFC 8493 §2.1.3). */
export const encodedPath = (path: string): string =>
  path.replace(/[%\r\n]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** The path that a manifest means. */
export const decodedPath = (path: string): string =>
  path.replace(/%(0A|0D|25)/giu, (_, code: string) => String.fromCharCode(Number(`0x${code}`)));
