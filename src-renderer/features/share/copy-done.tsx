import type { CopyMade } from '../../../src-main/contract/share.ts';
import { count, size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { anotherCopy, hideCopyWords, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCheck, IconCircleCheck, IconShare2 } from '../../ui/icons.ts';
import { WordsBlock } from '../../ui/words-block.tsx';
import { HashFact } from './hash-fact.tsx';

function Words({ passphrase }: { readonly passphrase: string }) {
  const text = en.share;
  return (
    <section className="col" aria-labelledby="copy-words-again">
      <div className="row">
        <h2 id="copy-words-again">{text.wordsAgain}</h2>
        <span className="meta right">{text.wordsAgainHint}</span>
      </div>
      <WordsBlock label={text.wordsLabel} words={passphrase.split(' ')} large />
    </section>
  );
}

/** The copy that was made: what it is, its words once more, and what to tell the receiver. */
export function CopyDone({ made }: { readonly made: CopyMade }) {
  const text = en.share;
  const passphrase = useShare((state) => state.madeWith);
  return (
    <div className="share-form">
      <div className="share-verdict" role="status">
        <Ic of={IconCircleCheck} size={28} />
        <div className="grow">
          <h2>{text.doneTitle}</h2>
          <p className="mono select share-path">{visibleName(made.path)}</p>
        </div>
      </div>
      <dl className="kv share-facts">
        <dt>{text.size}</dt>
        <dd className="num">{size(made.size)}</dd>
        {made.to === null ? null : (
          <>
            <dt>{text.for}</dt>
            <dd>{visibleName(made.to)}</dd>
          </>
        )}
        <dt>{text.entriesLabel}</dt>
        <dd className="num">{count(made.entries)}</dd>
        <dt>{text.evidenceLabel}</dt>
        <dd>
          {text.evidenceIn[made.evidence]}
          {made.leftOut.exhibits === 0
            ? null
            : text.leftOut(
                en.caseFrame.exhibitsCount(count(made.leftOut.exhibits)),
                size(made.leftOut.bytes),
              )}
        </dd>
        {made.redact === 'personal' ? (
          <>
            <dt>{text.personalLabel}</dt>
            <dd>{text.personalOut}</dd>
          </>
        ) : null}
        <dt>{text.checkedLabel}</dt>
        <dd className="num">
          {text.checked(
            count(made.verified.pages),
            count(made.verified.entries),
            en.caseFrame.exhibitsCount(count(made.verified.exhibits)),
          )}
        </dd>
        <dt>{made.readOnly ? text.writing : text.series}</dt>
        <dd>{made.readOnly ? text.nobodyWrites : text.seriesText(made.series)}</dd>
        <HashFact label={text.hash} hex={made.sha256} copyLabel={text.copyHash} />
      </dl>
      {passphrase === null ? null : <Words passphrase={passphrase} />}
      <section aria-labelledby="copy-tell">
        <h2 id="copy-tell">{text.tell}</h2>
        <ol className="share-steps">
          {text.tellSteps.slice(0, made.readOnly ? -1 : undefined).map((step, at) => (
            <li key={step}>
              <span className="num t3">{at + 1}</span>
              {step}
            </li>
          ))}
        </ol>
      </section>
      <div className="row">
        {passphrase === null ? null : (
          <Button look="primary" icon={IconCheck} onClick={hideCopyWords}>
            {text.forgetWords}
          </Button>
        )}
        <Button icon={IconShare2} onClick={anotherCopy}>
          {text.another}
        </Button>
      </div>
    </div>
  );
}
