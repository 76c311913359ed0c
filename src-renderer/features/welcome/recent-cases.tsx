import type { Recent } from '../../../src-main/contract/profile.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { goToCase } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconX } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { MiddleName } from '../../ui/middle-name.tsx';
import { useMinute } from '../../ui/use-now.ts';

interface Props {
  readonly recent: readonly Recent[];
  /** False where nothing is remembered. */
  readonly kept: boolean;
  readonly onForget: (path: string) => void;
}

function RecentCase({ item, at, onForget }: { item: Recent; at: number; onForget: Props['onForget'] }) {
  const text = en.start.welcome;
  const name = visibleName(item.name);
  const folder = visibleName(item.folder);
  const key = at < 9 ? String(at + 1) : '';
  const when = nearTime(new Date(item.opened), laptopZone(), 'minute', useMinute());
  return (
    <li className="recent">
      <button
        type="button"
        className="recent-open"
        aria-disabled={!item.exists}
        title={`${folder} / ${name}`}
        onClick={() => (item.exists ? void goToCase(item.path) : undefined)}
      >
        <span className="recent-key">{key === '' ? null : <Kbd>{key}</Kbd>}</span>
        <span className="grow">
          <span className="sr">{text.openName} </span>
          <span className="recent-name clip">
            <MiddleName name={name} />
          </span>
          <span className="meta clip recent-folder">
            <MiddleName name={folder} />
          </span>
        </span>
        <span className="meta num nowrap">{item.exists ? text.opened(when) : text.missing}</span>
        {key === '' ? null : <span className="sr">{text.key(key)}</span>}
      </button>
      <Button
        look="quiet"
        icon={IconX}
        aria-label={text.forget(name)}
        title={text.forget(name)}
        onClick={() => onForget(item.path)}
      />
    </li>
  );
}

/** Cases opened here before: file name and place, nothing of what they hold. */
export function RecentCases({ recent, kept, onForget }: Props) {
  const text = en.start.welcome;
  if (recent.length === 0) {
    return (
      <div className="recents-none">
        <p className="b">{kept ? text.none : text.off}</p>
        <p className="t2">{kept ? text.noneHint : text.offHint}</p>
      </div>
    );
  }
  return (
    <ul className="recents" aria-labelledby="recent-heading">
      {recent.map((item, at) => (
        <RecentCase key={item.path} item={item} at={at} onForget={onForget} />
      ))}
    </ul>
  );
}
