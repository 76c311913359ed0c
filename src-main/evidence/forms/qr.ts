import { encode } from 'uqr';
import { type Html, html } from './html.ts';

/**
 * A QR code (ISO/IEC 18004), drawn without a picture: a form loads nothing.
 * @param text what a reader of the code gets, UTF-8
 * @param label what it is to somebody who does not see it
 */
export function qr(text: string, label: string): Html {
  // Level M: paper is folded and stamped. The border is the quiet zone of four modules that readers need.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}">
    <path d="${dark.join('')}" />
  </svg>`;
}
