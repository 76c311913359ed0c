import { nearTime } from '../../format/time.ts';
import { laptopZone, type UnlockReason } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconFolderOpen, IconLock } from '../../ui/icons.ts';

function detail(reason: UnlockReason, folder: string): string {
  const text = en.start.unlock;
  if (reason.kind !== 'locked') return text.inFolder(folder);
  const when = nearTime(reason.at, laptopZone(), 'minute', new Date());
  return `${text.since(when)}, ${text.locks[reason.why]}`;
}

/** What this page is, and since when. */
export function UnlockHead({ reason, folder }: { readonly reason: UnlockReason; readonly folder: string }) {
  const locked = reason.kind !== 'open';
  return (
    <div className="row unlock-head">
      <Ic of={locked ? IconLock : IconFolderOpen} size={28} className="t2" />
      <div className="grow">
        <h1 id="unlock-heading">{locked ? en.start.unlock.locked : en.start.unlock.openCase}</h1>
        <p className="meta num clip" title={folder}>
          {detail(reason, folder)}
        </p>
      </div>
    </div>
  );
}
