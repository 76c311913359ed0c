import type { LogSpan } from '../../state/log-search-state.ts';

/**
 * The span after a key: Left and Right move it by a part of the time, with Shift they widen it to that side; Home and End
 * bring it to the ends. Null where it is no such key.
 * @param part ms
 */
export function spanAfter(
  key: string,
  shift: boolean,
  span: LogSpan | null,
  whole: LogSpan,
  part: number,
): LogSpan | null {
  const middle = (whole.from + whole.to) / 2;
  const from = span ?? { from: middle - part / 2, to: middle + part / 2 };
  const width = from.to - from.from;
  const at = (start: number): LogSpan => {
    const begin = Math.max(whole.from, Math.min(whole.to - width, start));
    return { from: Math.round(begin), to: Math.round(begin + width) };
  };
  switch (key) {
    case 'ArrowLeft':
      return shift
        ? { from: Math.round(Math.max(whole.from, from.from - part)), to: from.to }
        : at(from.from - part);
    case 'ArrowRight':
      return shift
        ? { from: from.from, to: Math.round(Math.min(whole.to, from.to + part)) }
        : at(from.from + part);
    case 'Home':
      return at(whole.from);
    case 'End':
      return at(whole.to - width);
    default:
      return null;
  }
}
