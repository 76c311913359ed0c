import { useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { useCase } from '../../state/case.ts';
import { loadWitness, useWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckTold } from './check-told.tsx';
import { RecordTold } from './record-told.tsx';
import { ShownFingerprint } from './shown-fingerprint.tsx';
import { TimeStamps } from './time-stamps.tsx';
import { ToldBefore } from './told-before.tsx';
import './witness.css';

/** How can somebody outside say later that nothing was changed? */
export function Witness() {
  const text = en.witness;
  const { shown, error } = useWitness();
  const readOnly = useCase((state) => state.info?.readOnly === true);
  useEffect(() => {
    void loadWitness();
  }, []);
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <span className="meta hide-narrow">{text.subtitle}</span>
      </div>
      <div className="body witness">
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        <div className="witness-part">
          {shown === null ? null : <ShownFingerprint shown={shown} />}
          {shown === null || readOnly ? null : <RecordTold />}
        </div>
        <div className="witness-part">
          <ToldBefore />
          <CheckTold />
          <TimeStamps />
        </div>
      </div>
    </>
  );
}
