/** Tags in one cell: the readers split at commas, take `-` for none, and brackets for a list of another kind. */
export function tagList(tags: readonly string[]): string {
  const plain = tags.map((tag) => tag.replace(/[,[\]\s\p{Cc}]+/gu, ' ').trim()).filter((tag) => tag !== '');
  return plain.length === 0 ? '-' : plain.join(',');
}
