import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { type ReportChecked, checkReport } from '../../state/check-report.ts';
import { chooseCheck } from '../../state/open.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconFileSearch } from '../../ui/icons.ts';
import { Progress } from '../../ui/progress.tsx';
import { CheckFoot } from './check-foot.tsx';
import { ReportVerdict } from './report-verdict.tsx';

/** Checks a report at once: it needs no passphrase. */
export function CheckReport({ path }: { readonly path: string }) {
  const text = en.checkReport;
  const [done, setDone] = useState(0);
  const [outcome, setOutcome] = useState<ReportChecked | ErrorData | null>(null);
  useEffect(() => {
    let here = true;
    void checkReport(path, (percent) => {
      if (here) setDone(percent);
    }).then((result) => {
      if (here) setOutcome(result);
    });
    return () => {
      here = false;
    };
  }, [path]);
  if (outcome !== null && 'report' in outcome) return <ReportVerdict path={path} checked={outcome} />;
  return (
    <div className="stand lone check-ask">
      <main className="lone-main check-ask-main" aria-labelledby="check-heading">
        <div className="lone-card check-card">
          <div className="row">
            <Ic of={IconFileSearch} size={28} className="t2" />
            <div className="grow">
              <h1 id="check-heading">{outcome === null ? text.reading : text.failed}</h1>
              <p className="meta clip mono">{visibleName(fileName(path))}</p>
            </div>
          </div>
          {outcome === null ? (
            <>
              <p>{text.noPassphrase}</p>
              <Progress label={text.reading} value={done} />
            </>
          ) : (
            <>
              <p role="alert">
                {errorWords(outcome)} <ErrorCode code={outcome.code} />
              </p>
              <div className="row">
                <Button big look="primary" onClick={() => void chooseCheck()}>
                  {en.check.other}
                </Button>
              </div>
            </>
          )}
        </div>
      </main>
      <CheckFoot />
    </div>
  );
}
