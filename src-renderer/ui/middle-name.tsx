const TAIL = 12;
/** Shorter names are never cut in the middle; the ellipsis at the end is the layout's last resort. */
const SHORT = 16;

/**
 * A name that is cut in the middle where there is no room: its ending (the file type) stays in sight. The
 * pieces are for the eye; everything else reads the whole name.
 */
export function MiddleName({ name }: { readonly name: string }) {
  if (name.length <= SHORT) return <span className="middle">{name}</span>;
  // Never between the halves of one character.
  const raw = name.length - TAIL;
  const code = name.charCodeAt(raw);
  const cut = code >= 0xdc00 && code <= 0xdfff ? raw - 1 : raw;
  return (
    <>
      <span className="sr">{name}</span>
      <span className="middle" aria-hidden="true">
        <span className="middle-head">{name.slice(0, cut)}</span>
        <span className="middle-tail">{name.slice(cut)}</span>
      </span>
    </>
  );
}
