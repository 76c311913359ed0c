import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseCheck } from '../../state/open.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconFileSearch } from '../../ui/icons.ts';
import { Progress } from '../../ui/progress.tsx';
import { CheckFoot } from './check-foot.tsx';

interface Props<Checked> {
  readonly path: string;
  readonly text: { readonly reading: string; readonly noPassphrase: string; readonly failed: string };
  /** Null for the progress where nobody knows how much there is. */
  readonly check: (path: string, onPercent: (done: number | null) => void) => Promise<Checked | ErrorData>;
  readonly verdict: (checked: Checked) => ReactNode;
}

/** Checks what needs no passphrase at once, and shows how far it is. */
export function CheckAtOnce<Checked extends { readonly took: number }>({
  path,
  text,
  check,
  verdict,
}: Props<Checked>) {
  const [done, setDone] = useState<number | null>(0);
  const [outcome, setOutcome] = useState<Checked | ErrorData | null>(null);
  const begin = useEffectEvent(async (isHere: () => boolean): Promise<void> => {
    const result = await check(path, (percent) => {
      if (isHere()) setDone(percent);
    });
    if (isHere()) setOutcome(result);
  });
  useEffect(() => {
    let here = true;
    void begin(() => here);
    return () => {
      here = false;
    };
  }, [path]);
  if (outcome !== null && 'took' in outcome) return verdict(outcome);
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
