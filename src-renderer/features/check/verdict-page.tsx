import type { ReactNode } from 'react';
import { duration } from '../../format/duration.ts';
import { size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { clockWithZone } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseCheck } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCircleCheck, IconFileSearch } from '../../ui/icons.ts';
import { CheckFoot } from './check-foot.tsx';

interface Props {
  /** What kind of thing was checked, in front of its name. */
  readonly of: string;
  readonly path: string;
  /** Bytes. */
  readonly bytes: number;
  /** When it was checked, UTC, and how long that took, ms. */
  readonly at: string;
  readonly took: number;
  readonly ok: boolean;
  readonly title: string;
  readonly sentence: string;
  /** What was read, and what of it does not fit. */
  readonly found: ReactNode;
  /** Beside the button for another file. */
  readonly actions?: ReactNode;
  /** What a good result proves, or what a bad one means. */
  readonly meaning: ReactNode;
  /** What identifies it. */
  readonly foot: string;
}

/** One sentence, then what it rests on: what was checked, what that proves and what not. */
export function VerdictPage(props: Props) {
  const { of, path, bytes, at, took, ok, title, sentence, found, actions, meaning, foot } = props;
  const text = en.check;
  const when = clockWithZone(new Date(at), laptopZone(), 'second');
  return (
    <div className="stand">
      <main className="check" aria-labelledby="verdict-heading">
        <p className="meta row check-file">
          <Ic of={IconFileSearch} size={14} />
          <span className="grow clip">
            {of} <span className="mono select">{visibleName(fileName(path))}</span>
          </span>
          <span className="num nowrap">{text.took(size(bytes), when, duration(took / 1000))}</span>
        </p>
        <div className={ok ? 'check-verdict good' : 'check-verdict bad'} role="alert">
          <Ic of={ok ? IconCircleCheck : IconAlertOctagon} size={40} />
          <div>
            <h1 id="verdict-heading">{title}</h1>
            <p className="t2 select">{sentence}</p>
          </div>
        </div>
        <div className="check-columns">
          <section>
            {found}
            <div className="row check-actions">
              <Button
                look={ok ? 'plain' : 'primary'}
                icon={IconFileSearch}
                onClick={() => void chooseCheck()}
              >
                {text.another}
              </Button>
              {actions}
            </div>
          </section>
          <section>{meaning}</section>
        </div>
      </main>
      <CheckFoot>
        <span className="mono clip select">{foot}</span>
      </CheckFoot>
    </div>
  );
}
