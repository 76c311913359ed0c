/** A key cap. Hidden from screen readers where the control's name says the key already. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
