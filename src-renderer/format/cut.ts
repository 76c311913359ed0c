export interface Preview {
  readonly text: string;
  /** True where something was left out. */
  readonly cut: boolean;
}

/** The beginning of a long text: at most `maxLines` lines and `maxChars` characters. */
export function preview(text: string, maxLines: number, maxChars: number): Preview {
  let end = Math.min(text.length, maxChars);
  let lines = 0;
  for (let at = 0; at < end; at += 1) {
    if (text.charCodeAt(at) !== 10) continue;
    lines += 1;
    if (lines === maxLines) {
      end = at;
      break;
    }
  }
  if (end === text.length) return { text, cut: false };
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return { text: text.slice(0, end), cut: true };
}
