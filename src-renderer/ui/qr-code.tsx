import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  readonly text: string;
  /** What it is to somebody who does not see it. */
  readonly label: string;
}

/** Bytes that a phone reads from a screen without trouble: about 77 modules a side. */
export const QR_BYTES = 500;

/** A QR code (ISO/IEC 18004), black on white in either scheme, with the quiet zone of four modules that readers need. */
export function QrCode({ text, label }: Props) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'L', border: 4 }), [text]);
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
