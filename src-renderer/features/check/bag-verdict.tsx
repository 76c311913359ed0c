import { count } from '../../format/number.ts';
import type { BagChecked } from '../../state/check-bag.ts';
import { en } from '../../strings/en.ts';
import { bagRows } from './bag-rows.ts';
import { CompareWords } from './compare-words.tsx';
import { ReportProblems } from './report-problems.tsx';
import { RowList } from './row-list.tsx';
import { VerdictPage } from './verdict-page.tsx';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

const NO_RECORD = { anchored: null, unanchored: 0 };

/** What the check of a bag found. */
export function BagVerdict({ bag, took }: BagChecked) {
  const text = en.checkBag;
  const { ok, record, checked } = bag;
  const holds = record === null ? text.good.other : text.good.record(count(record.entries));
  return (
    <VerdictPage
      of={text.of}
      path={bag.path}
      bytes={checked.bytes}
      at={bag.at}
      took={took}
      ok={ok}
      title={ok ? text.good.title : text.bad.title(count(bag.problemCount))}
      sentence={ok ? `${text.good.text(count(checked.files))} ${holds}` : text.bad.text}
      foot={bag.sha256 === null ? text.noHash : `${text.hash} ${bag.sha256}`}
      found={
        <>
          {ok ? null : <ReportProblems {...bag} />}
          <RowList rows={bagRows(bag)} />
          {record === null ? null : (
            <CompareWords fingerprint={record.fingerprint} heading={text.compareHeading} />
          )}
        </>
      }
      meaning={
        ok ? (
          <WhatProved
            check={record ?? NO_RECORD}
            points={record === null ? [text.proves.files] : [text.proves.files, text.proves.record]}
            notPoints={[text.proves.lists, ...text.proves.notPoints]}
          />
        ) : (
          <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
        )
      }
    />
  );
}
