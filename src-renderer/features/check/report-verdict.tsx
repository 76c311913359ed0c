import { duration } from '../../format/duration.ts';
import { count, size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { clockWithZone } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import type { ReportChecked } from '../../state/check-report.ts';
import { chooseCheck } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCircleCheck, IconFileSearch } from '../../ui/icons.ts';
import { CheckFoot } from './check-foot.tsx';
import { CompareWords } from './compare-words.tsx';
import { ReportProblems } from './report-problems.tsx';
import { reportRows } from './report-rows.ts';
import { RowList } from './row-list.tsx';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

interface Props {
  readonly path: string;
  readonly checked: ReportChecked;
}

/** One sentence about a report, then what it rests on. */
export function ReportVerdict({ path, checked: { report, took } }: Props) {
  const text = en.checkReport;
  const { ok, problemCount, fingerprint } = report;
  const when = clockWithZone(new Date(report.at), laptopZone(), 'second');
  return (
    <div className="stand">
      <main className="check" aria-labelledby="verdict-heading">
        <p className="meta row check-file">
          <Ic of={IconFileSearch} size={14} />
          <span className="grow clip">
            {text.of} <span className="mono select">{visibleName(fileName(path))}</span>
          </span>
          <span className="num nowrap">{en.check.took(size(report.size), when, duration(took / 1000))}</span>
        </p>
        <div className={ok ? 'check-verdict good' : 'check-verdict bad'} role="alert">
          <Ic of={ok ? IconCircleCheck : IconAlertOctagon} size={40} />
          <div>
            <h1 id="verdict-heading">{ok ? text.good.title : text.bad.title(count(problemCount))}</h1>
            <p className="t2 select">
              {ok ? `${text.good.text(count(report.checked.entries))} ${text.good.parts}` : text.bad.text}
            </p>
          </div>
        </div>
        <div className="check-columns">
          <section>
            {ok ? null : <ReportProblems report={report} />}
            {report.written === null ? null : <RowList rows={reportRows(report)} />}
            {fingerprint === null ? null : (
              <CompareWords fingerprint={fingerprint} heading={text.compareHeading} />
            )}
            <div className="row check-actions">
              <Button
                look={ok ? 'plain' : 'primary'}
                icon={IconFileSearch}
                onClick={() => void chooseCheck()}
              >
                {en.check.another}
              </Button>
            </div>
          </section>
          <section>
            {ok ? (
              <WhatProved
                check={report}
                points={[...text.proves.points, ...(report.again === true ? [text.proves.again] : [])]}
                notPoints={[...(report.again === true ? [] : [text.proves.parts]), ...text.proves.notPoints]}
              />
            ) : (
              <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
            )}
          </section>
        </div>
      </main>
      <CheckFoot>
        <span className="mono clip select">
          {en.check.sha256} {report.sha256}
        </span>
      </CheckFoot>
    </div>
  );
}
