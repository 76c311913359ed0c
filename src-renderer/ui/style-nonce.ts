/** The nonce of this page load, put into the page by the app:// handler; style elements without it are refused. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce ?? '';
}
