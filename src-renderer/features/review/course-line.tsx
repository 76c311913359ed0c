import type { MilestoneView } from '../../../src-main/contract/review.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { showSection, useShownZone } from '../../state/case.ts';
import { openStating } from '../../state/course.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconHelpCircle } from '../../ui/icons.ts';
import { spanWords } from './span-words.ts';

/** The fact that says it, where somebody may state it. */
const FACTS: Readonly<Partial<Record<MilestoneView['name'], string>>> = {
  occurred: 'occurred',
  detected: 'detected',
  contained: 'contained',
  eradicated: 'eradicated',
  closed: 'ended',
};

interface Props {
  readonly milestones: readonly MilestoneView[];
  readonly writable: boolean;
}

/** From the beginning to the end with what lies between; each time names the entry that says it. */
export function CourseLine({ milestones, writable }: Props) {
  const text = en.review.course;
  const known = milestones.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return (
    <section aria-labelledby="review-course" className="review-course">
      <div className="row">
        <h2 id="review-course">{text.title}</h2>
        <span className="meta clip">{text.hint}</span>
      </div>
      <ol>
        {milestones.map((milestone) => (
          <CourseRow
            key={`${milestone.name}-${milestone.who ?? ''}`}
            milestone={milestone}
            first={first}
            span={last - first}
            writable={writable}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly milestone: MilestoneView;
  /** ms since 1970 UTC, of the first that is known. */
  readonly first: number;
  readonly span: number;
  readonly writable: boolean;
}

function CourseRow({ milestone, first, span, writable }: RowProps) {
  const { name, who, at, entry, number, source } = milestone;
  const text = en.review.course;
  const zone = useShownZone();
  const title = who === null ? text.names[name] : text.told(visibleName(who));
  if (at === null) {
    return (
      <li className="course-row">
        <span className="course-name">
          <Ic of={IconHelpCircle} className="warn-text" /> {title}
        </span>
        <span className="t2">{en.review.notKnown}</span>
        <span />
        <span />
        <span className="right">
          <StateButton fact={FACTS[name]} title={title} writable={writable} />
        </span>
      </li>
    );
  }
  const ms = Date.parse(at);
  const share = span === 0 ? 0 : Math.round(((ms - first) / span) * 100);
  return (
    <li className="course-row">
      <span className="course-name">
        <Ic of={IconCircleCheck} className="ok-text" /> <span className="b">{title}</span>
      </span>
      <span className="num">{fullTime(new Date(at), zone, 'minute')}</span>
      <span className="num">{ms === first ? text.start : text.after(spanWords(ms - first))}</span>
      <span className="course-bar" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <span className="right">
        {entry === null || source === null || number === null ? null : (
          <button type="button" className="link num" onClick={() => void openEntry(entry)}>
            {text.entry(count(number), text.from[source])}
          </button>
        )}
      </span>
    </li>
  );
}

function StateButton({
  fact,
  title,
  writable,
}: {
  readonly fact: string | undefined;
  readonly title: string;
  readonly writable: boolean;
}) {
  if (fact === undefined || !writable) return null;
  return (
    <Button
      look="quiet"
      className="small"
      aria-label={en.review.course.stateFact(title)}
      onClick={() => {
        showSection('facts');
        openStating(fact);
      }}
    >
      {en.review.course.state}
    </Button>
  );
}
