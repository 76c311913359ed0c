const TAIL = 14;
/** Shorter names are never cut; their ellipsis at the end is the layout's last resort. */
const SHORT = 24;

/** A name that is cut in the middle where there is no room: its ending (the file type) stays in sight. */
export function MiddleName({ name }: { readonly name: string }) {
  if (name.length <= SHORT) return <span className="middle">{name}</span>;
  // Never between the halves of one character.
  const raw = name.length - TAIL;
  const code = name.charCodeAt(raw);
  const cut = code >= 0xdc00 && code <= 0xdfff ? raw - 1 : raw;
  return (
    <span className="middle">
      <span className="middle-head">{name.slice(0, cut)}</span>
      <span className="middle-tail">{name.slice(cut)}</span>
    </span>
  );
}
