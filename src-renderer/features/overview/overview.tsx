import { nearTime } from '../../format/time.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { openCourseForm } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPhone, IconUser } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { useMinute } from '../../ui/use-now.ts';
import { EvidenceLines } from './evidence-lines.tsx';
import { HandoverLines } from './handover-lines.tsx';
import { KnownFacts } from './known-facts.tsx';
import { Latest } from './latest.tsx';
import { NextList } from './next-list.tsx';
import { Room } from './room.tsx';
import './overview.css';

/** Where do we stand, and what is next? */
export function Overview() {
  const info = useCase((state) => state.info);
  const zone = useShownZone();
  const now = useMinute();
  const writable = info !== null && !info.readOnly && !info.sealed;
  useKeys({
    f: () => showSection('facts'),
    t: () => (writable ? openCourseForm('call') : false),
  });
  if (info === null) return null;
  const text = en.overview;
  const phase = en.caseFrame.phases[info.phase] ?? info.phase;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <span className="meta">
          {text.hint(phase, nearTime(new Date(info.created), zone, 'minute', now))}
        </span>
        <span className="right row">
          <Button
            look="quiet"
            icon={IconUser}
            aria-label={en.owner.go}
            title={en.owner.go}
            onClick={() => showSection('owner')}
          >
            {en.owner.goShort}
          </Button>
          {writable ? (
            <Button icon={IconPhone} keys={['T']} onClick={() => openCourseForm('call')}>
              {text.call.button}
            </Button>
          ) : null}
        </span>
      </div>
      <div className="body overview">
        <div className="overview-main">
          <NextList />
          <KnownFacts />
        </div>
        <div className="overview-side">
          <Latest />
          <EvidenceLines />
          <HandoverLines writable={writable} />
          <Room writable={writable} />
        </div>
      </div>
    </>
  );
}
