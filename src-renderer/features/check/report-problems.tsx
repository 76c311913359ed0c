import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { ErrorCode } from '../../ui/error-code.tsx';

interface Props {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    /** Number of the entry that it is about, in a report. */
    readonly number?: number | null;
  }[];
  readonly problemCount: number;
}

/** What does not fit in a report or a bag, each with its place. */
export function ReportProblems({ problems, problemCount }: Props) {
  const text = en.checkReport.bad;
  const more = problemCount - problems.length;
  return (
    <>
      <h2>{text.first(count(problemCount))}</h2>
      <ul className="check-problems">
        {problems.map(({ code, message, number = null }) => (
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
