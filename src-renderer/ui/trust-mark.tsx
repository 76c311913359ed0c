import type { Trust } from '../../src-main/contract/entry.ts';
import { en } from '../strings/en.ts';
import { Ic } from './ic.tsx';
import { IconAlertTriangle, IconHelpCircle } from './icons.ts';

interface Props {
  readonly trust: Trust;
  /** Also in words; otherwise a screen reader and the pointer are told. */
  readonly named?: boolean;
}

/** Stands beside a name whose key nobody confirmed, or that was disowned. Nothing beside all others. */
export function TrustMark({ trust, named = false }: Props) {
  if (trust === 'founder' || trust === 'confirmed') return null;
  const words = en.timeline.pane.trust[trust];
  return (
    <span className="warn-text nowrap" title={words}>
      <Ic of={trust === 'disowned' ? IconAlertTriangle : IconHelpCircle} size={14} />
      <span className={named ? undefined : 'sr'}> {words}:</span>
    </span>
  );
}
