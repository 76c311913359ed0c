const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10ffff;

/** Text of XML with its references resolved. Entities that a document could define itself stay as they are spelt. */
export const plainText = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, resolved) : text;

function resolved(spelt: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? spelt;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= LAST_CHARACTER ? String.fromCodePoint(point) : spelt;
}
