import { count } from '../../format/number.ts';
import type { ReportChecked } from '../../state/check-report.ts';
import { en } from '../../strings/en.ts';
import { CompareWords } from './compare-words.tsx';
import { ReportProblems } from './report-problems.tsx';
import { reportRows } from './report-rows.ts';
import { RowList } from './row-list.tsx';
import { VerdictPage } from './verdict-page.tsx';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

interface Props {
  readonly path: string;
  readonly checked: ReportChecked;
}

/** What the check of a report found. */
export function ReportVerdict({ path, checked: { report, took } }: Props) {
  const text = en.checkReport;
  const { ok, problemCount, fingerprint } = report;
  const good = `${text.good.text(count(report.checked.entries))} ${text.good.parts}`;
  return (
    <VerdictPage
      of={text.of}
      path={path}
      bytes={report.size}
      at={report.at}
      took={took}
      ok={ok}
      title={ok ? text.good.title : text.bad.title(count(problemCount))}
      sentence={ok ? good : text.bad.text}
      foot={`${en.check.sha256} ${report.sha256}`}
      found={
        <>
          {ok ? null : <ReportProblems {...report} />}
          {report.written === null ? null : <RowList rows={reportRows(report)} />}
          {fingerprint === null ? null : (
            <CompareWords fingerprint={fingerprint} heading={text.compareHeading} />
          )}
        </>
      }
      meaning={
        ok ? (
          <WhatProved
            check={report}
            points={[...text.proves.points, ...(report.again === true ? [text.proves.again] : [])]}
            notPoints={[...(report.again === true ? [] : [text.proves.parts]), ...text.proves.notPoints]}
          />
        ) : (
          <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
        )
      }
    />
  );
}
