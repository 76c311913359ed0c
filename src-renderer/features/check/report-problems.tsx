import type { ReportCheck } from '../../../src-main/contract/report-check.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { ErrorCode } from '../../ui/error-code.tsx';

/** What does not fit in a report, each with its place. */
export function ReportProblems({ report: { problems, problemCount } }: { readonly report: ReportCheck }) {
  const text = en.checkReport.bad;
  const more = problemCount - problems.length;
  return (
    <>
      <h2>{text.first(count(problemCount))}</h2>
      <ul className="check-problems">
        {problems.map(({ code, message, number }) => (
          <li key={`${code} ${message}`} className="select">
            {visibleName(message)}{' '}
            {number === null || message.includes(text.entry(String(number)).slice(1)) ? null : (
              <b>{text.entry(count(number))} </b>
            )}
            <ErrorCode code={code} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{text.more(count(more))}</p> : null}
    </>
  );
}
