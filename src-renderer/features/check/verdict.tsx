import type { FileChecked } from '../../state/check-file.ts';
import { copyText } from '../../state/clipboard.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy } from '../../ui/icons.ts';
import { checkText } from './check-text.ts';
import { CheckedRows } from './checked-rows.tsx';
import { CompareWords } from './compare-words.tsx';
import { Problems } from './problems.tsx';
import { VerdictPage } from './verdict-page.tsx';
import { badText, badTitle, goodText } from './verdict-words.ts';
import { WhatNow } from './what-now.tsx';
import { WhatProved } from './what-proved.tsx';

interface Props {
  readonly path: string;
  readonly checked: FileChecked;
}

/** What the check of a case file found. */
export function Verdict({ path, checked: { result, took } }: Props) {
  const text = en.check;
  const { check, fingerprint } = result;
  return (
    <VerdictPage
      of={text.of}
      path={path}
      bytes={result.size}
      at={check.at}
      took={took}
      ok={check.ok}
      title={check.ok ? text.good.title : badTitle(check)}
      sentence={check.ok ? goodText(check) : badText(check)}
      foot={`${text.sha256} ${result.sha256}`}
      found={
        <>
          {check.ok ? null : <Problems check={check} />}
          <CheckedRows result={result} />
          {fingerprint === null ? null : (
            <CompareWords fingerprint={fingerprint} heading={text.compare.heading} />
          )}
        </>
      }
      actions={
        <Button icon={IconCopy} onClick={() => void copyText(checkText(path, result), en.common.copied)}>
          {text.copy}
        </Button>
      }
      meaning={
        check.ok ? (
          <WhatProved check={check} points={text.proves.points} notPoints={text.proves.notPoints} />
        ) : (
          <WhatNow meansText={text.bad.meansText} steps={text.bad.steps} />
        )
      }
    />
  );
}
