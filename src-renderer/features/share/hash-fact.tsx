import type { ReactNode } from 'react';
import { copyText } from '../../state/clipboard.ts';
import { en } from '../../strings/en.ts';
import { Hash } from '../../ui/hash.tsx';

interface Props {
  readonly label: string;
  readonly hex: string;
  readonly copyLabel: string;
  /** What stands behind it. */
  readonly children?: ReactNode;
}

/** The hash of what was written, among the facts about it: whoever gets the file compares it. */
export function HashFact({ label, hex, copyLabel, children }: Props) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Hash
          hex={hex}
          copyLabel={copyLabel}
          onCopy={(copied) => void copyText(copied, en.evidence.hashCopied)}
        />
        {children}
      </dd>
    </>
  );
}
