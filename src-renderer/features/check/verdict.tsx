import { duration } from '../../format/duration.ts';
import { size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { clockWithZone } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import type { FileChecked } from '../../state/check-file.ts';
import { copyText } from '../../state/clipboard.ts';
import { chooseCheck } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCircleCheck, IconCopy, IconFileSearch } from '../../ui/icons.ts';
import { CheckFoot } from './check-foot.tsx';
import { checkText } from './check-text.ts';
import { CheckedRows } from './checked-rows.tsx';
import { CompareWords } from './compare-words.tsx';
import { Problems } from './problems.tsx';
import { badText, badTitle, goodText } from './verdict-words.ts';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

interface Props {
  readonly path: string;
  readonly checked: FileChecked;
}

/** One sentence, then what it rests on: what was checked, what that proves and what not. */
export function Verdict({ path, checked }: Props) {
  const text = en.check;
  const { result, took } = checked;
  const { check } = result;
  const when = clockWithZone(new Date(check.at), laptopZone(), 'second');
  return (
    <div className="stand">
      <main className="check" aria-labelledby="verdict-heading">
        <p className="meta row check-file">
          <Ic of={IconFileSearch} size={14} />
          <span className="grow clip">
            {text.of} <span className="mono select">{visibleName(fileName(path))}</span>
          </span>
          <span className="num nowrap">{text.took(size(result.size), when, duration(took / 1000))}</span>
        </p>
        <div className={check.ok ? 'check-verdict good' : 'check-verdict bad'} role="alert">
          <Ic of={check.ok ? IconCircleCheck : IconAlertOctagon} size={40} />
          <div>
            <h1 id="verdict-heading">{check.ok ? text.good.title : badTitle(check)}</h1>
            <p className="t2 select">{check.ok ? goodText(check) : badText(check)}</p>
          </div>
        </div>
        <div className="check-columns">
          <section>
            {check.ok ? null : <Problems check={check} />}
            <CheckedRows result={result} />
            {result.fingerprint === null ? null : (
              <CompareWords fingerprint={result.fingerprint} heading={text.compare.heading} />
            )}
            <div className="row check-actions">
              <Button
                look={check.ok ? 'plain' : 'primary'}
                icon={IconFileSearch}
                onClick={() => void chooseCheck()}
              >
                {text.another}
              </Button>
              <Button
                icon={IconCopy}
                onClick={() => void copyText(checkText(path, result), en.common.copied)}
              >
                {text.copy}
              </Button>
            </div>
          </section>
          <section>
            {check.ok ? (
              <WhatProved check={check} points={text.proves.points} notPoints={text.proves.notPoints} />
            ) : (
              <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
            )}
          </section>
        </div>
      </main>
      <CheckFoot>
        <span className="mono clip select">
          {text.sha256} {result.sha256}
        </span>
      </CheckFoot>
    </div>
  );
}
