import { type SubmitEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { copyName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { useEvidence } from '../../state/evidence.ts';
import { useJobs } from '../../state/jobs.ts';
import { makeCopy, suggestCopyWords, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconRefresh, IconShare2 } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { OwnPassphrase } from '../../ui/own-passphrase.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { CopyProgress } from './copy-progress.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';

/** The copy's own passphrase, what goes along, and where to. */
export function CopyForm() {
  const text = en.share;
  const words = useShare((state) => state.words);
  const error = useShare((state) => state.error);
  const job = useJobs((state) => state.jobs.find((running) => running.kind === 'share.copy'));
  const path = useCase((state) => state.info?.path ?? '');
  const entries = useCase((state) => state.info?.entries ?? 0);
  const exhibits = useEvidence((state) => state.exhibits.length);
  const [own, setOwn] = useState<string | null>(null);
  const [ownError, setOwnError] = useState('');
  const [evidence, setEvidence] = useState<'all' | 'none'>('all');

  const make = async (): Promise<void> => {
    if (job !== undefined) return;
    if (own === '') {
      setOwnError(en.start.create.ownEmpty);
      return;
    }
    const passphrase = own ?? words.join(' ');
    if (passphrase === '') return;
    const target = await ask('dialog.save-copy', { suggested: copyName(path) });
    if (target.ok && target.data.path !== null) await makeCopy(target.data.path, passphrase, evidence);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void make();
  };
  return (
    <form className="share-form wide" onSubmit={submit} noValidate aria-label={text.copy}>
      <p className="t2">{text.intro}</p>
      <div className="share-pair">
        <section className="col" aria-labelledby="copy-words">
          <div className="row">
            <h2 id="copy-words">{text.wordsTitle}</h2>
            <span className="meta right">{own === null ? text.wordsHint : ''}</span>
          </div>
          {own === null ? (
            <>
              <WordsBlock label={text.wordsLabel} words={words} large />
              <div className="row">
                <Button look="quiet" icon={IconRefresh} onClick={() => void suggestCopyWords()}>
                  {text.otherWords}
                </Button>
                <Button look="quiet" onClick={() => setOwn('')}>
                  {text.ownWords}
                </Button>
              </div>
            </>
          ) : (
            <OwnPassphrase
              label={text.ownLabel}
              back={text.generated}
              value={own}
              error={ownError}
              onChange={(value) => {
                setOwnError('');
                setOwn(value);
              }}
              onBack={() => setOwn(null)}
            />
          )}
        </section>
        <section className="col" aria-labelledby="copy-what">
          <h2 id="copy-what">{text.what}</h2>
          <p className="num">{text.entries(count(entries))}</p>
          <EvidenceChoice value={evidence} onChange={setEvidence} exhibits={exhibits} />
        </section>
      </div>
      {error === null ? null : (
        <Notice tone={error.code === 'cancelled' ? 'info' : 'danger'} role="alert" title={text.failed}>
          {errorWords(error)} {text.failedHint} <ErrorCode code={error.code} />
        </Notice>
      )}
      {job === undefined ? (
        <div className="row">
          <Button type="submit" look="primary" big icon={IconShare2}>
            {text.make}
          </Button>
        </div>
      ) : (
        <CopyProgress job={job} doing={text.making} where={text.makingTo(visibleName(job.name))} />
      )}
    </form>
  );
}
