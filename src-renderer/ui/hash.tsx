import { groupedHash } from '../format/hash.ts';
import { Button } from './button.tsx';
import { IconCopy } from './icons.ts';

interface Props {
  readonly hex: string;
  /** `SHA-256`; left out where a heading says it. */
  readonly algorithm?: string;
  readonly copyLabel: string;
  readonly onCopy: (hex: string) => void;
}

/** A whole hash: groups of eight, monospace, with a button that copies it without the blanks. */
export function Hash({ hex, algorithm, copyLabel, onCopy }: Props) {
  return (
    <span className="hash">
      {algorithm === undefined ? null : <span className="hash-name">{algorithm}</span>}
      <span className="mono hash-hex">{groupedHash(hex)}</span>
      <Button
        look="quiet"
        icon={IconCopy}
        aria-label={copyLabel}
        title={copyLabel}
        onClick={() => onCopy(hex)}
      />
    </span>
  );
}
