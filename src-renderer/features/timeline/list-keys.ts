/** Where a key moves the selection in a list of `total` rows, or null where it is no key of lists. */
export function moveTarget(key: string, at: number, total: number, page: number): number | null {
  if (total === 0) return null;
  const last = total - 1;
  const within = (index: number): number => Math.max(0, Math.min(last, index));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return at === -1 ? last : within(at + 1);
    case 'ArrowUp':
    case 'k':
      return at === -1 ? last : within(at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return within((at === -1 ? last : at) + page);
    case 'PageUp':
      return within((at === -1 ? last : at) - page);
    default:
      return null;
  }
}
