/**
 * Threat: text of a case that turns into markup must neither run nor load anything.
 * Electron security checklist, item 7: define a Content Security Policy.
 * The one relaxation is a nonce for style elements, drawn for each load: the component library makes some.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The place in index.html that the page reads its nonce from. */
const PLACEHOLDER = '__CSP_NONCE__';

export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(PLACEHOLDER, nonce);
}
