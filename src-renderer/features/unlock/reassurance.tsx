import { clockWithZone } from '../../format/time.ts';
import { laptopZone, type UnlockReason, useSession } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconPencil, IconShieldLock } from '../../ui/icons.ts';

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
      {reason.draft ? (
        <li>
          <Ic of={IconPencil} className="t3" />
          {text.draftKept}
        </li>
      ) : null}
      <li className="num">
        <Ic of={IconShieldLock} className="t3" />
        {locking ? text.keyGoing : text.keyGone} {saved}
      </li>
    </ul>
  );
}
