import { clockWithZone } from '../../format/time.ts';
import { laptopZone, type UnlockReason, useSession } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconPencil, IconShieldLock } from '../../ui/icons.ts';

/** What is safe while the case is locked. */
export function Reassurance({ reason }: { readonly reason: Extract<UnlockReason, { kind: 'locked' }> }) {
  const text = en.start.unlock;
  const locking = useSession((state) => state.locking);
  const saved =
    reason.lastSaved === null
      ? null
      : text.lastSaved(clockWithZone(reason.lastSaved, laptopZone(), 'second'));
  return (
    <ul className="reassurance t2">
      {reason.typed === 'none' ? null : (
        <li>
          <Ic of={reason.typed === 'draft' ? IconPencil : IconAlertTriangle} className="t3" />
          {reason.typed === 'draft' ? text.draftKept : text.draftInMemory}
        </li>
      )}
      <li className="num">
        <Ic of={IconShieldLock} className="t3" />
        {locking ? text.keyGoing : text.keyGone} {saved}
      </li>
    </ul>
  );
}
