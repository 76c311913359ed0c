import { duration } from '../../format/duration.ts';
import { count, size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { clockWithZone } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import type { BagChecked } from '../../state/check-bag.ts';
import { chooseCheck } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCircleCheck, IconFileSearch } from '../../ui/icons.ts';
import { bagRows } from './bag-rows.ts';
import { CheckFoot } from './check-foot.tsx';
import { CompareWords } from './compare-words.tsx';
import { RowList } from './row-list.tsx';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

/** What does not fit in a bag, each with its place. */
function Problems({ bag: { problems, problemCount } }: Pick<BagChecked, 'bag'>) {
  const text = en.checkReport.bad;
  const more = problemCount - problems.length;
  return (
    <>
      <h2>{text.first(count(problemCount))}</h2>
      <ul className="check-problems">
        {problems.map(({ code, message }) => (
          <li key={`${code} ${message}`} className="select">
            {visibleName(message)} <ErrorCode code={code} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{text.more(count(more))}</p> : null}
    </>
  );
}

/** One sentence about a bag, then what it rests on. */
export function BagVerdict({ bag, took }: BagChecked) {
  const text = en.checkBag;
  const { ok, record, checked } = bag;
  const when = clockWithZone(new Date(bag.at), laptopZone(), 'second');
  const holds = record === null ? text.good.other : text.good.record(count(record.entries));
  return (
    <div className="stand">
      <main className="check" aria-labelledby="verdict-heading">
        <p className="meta row check-file">
          <Ic of={IconFileSearch} size={14} />
          <span className="grow clip">
            {text.of} <span className="mono select">{visibleName(fileName(bag.path))}</span>
          </span>
          <span className="num nowrap">
            {en.check.took(size(checked.bytes), when, duration(took / 1000))}
          </span>
        </p>
        <div className={ok ? 'check-verdict good' : 'check-verdict bad'} role="alert">
          <Ic of={ok ? IconCircleCheck : IconAlertOctagon} size={40} />
          <div>
            <h1 id="verdict-heading">{ok ? text.good.title : text.bad.title(count(bag.problemCount))}</h1>
            <p className="t2 select">
              {ok ? `${text.good.text(count(checked.files))} ${holds}` : text.bad.text}
            </p>
          </div>
        </div>
        <div className="check-columns">
          <section>
            {ok ? null : <Problems bag={bag} />}
            <RowList rows={bagRows(bag)} />
            {record === null ? null : (
              <CompareWords fingerprint={record.fingerprint} heading={text.compareHeading} />
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
                check={record ?? NO_RECORD}
                points={record === null ? [text.proves.files] : [text.proves.files, text.proves.record]}
                notPoints={[text.proves.lists, ...text.proves.notPoints]}
              />
            ) : (
              <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
            )}
          </section>
        </div>
      </main>
      <CheckFoot>
        <span className="mono clip select">
          {bag.sha256 === null ? text.noHash : `${text.hash} ${bag.sha256}`}
        </span>
      </CheckFoot>
    </div>
  );
}

const NO_RECORD = { anchored: null, unanchored: 0 };
