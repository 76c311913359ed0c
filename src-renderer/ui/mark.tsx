/** The mark of the program: a rope held by three strands. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" className="mark">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M16 6v19M16 13c-.6 5.5-7 5-7.5 12M16 13c.6 5.5 7 5 7.5 12"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
