import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { checkRecord, useRecord } from '../../state/record.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconFingerprint, IconRefresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';

const COUNTS = ['pages', 'entries', 'fields', 'signatures', 'projections', 'evidence'] as const;

function Result({ check }: { readonly check: RecordCheck }) {
  const text = en.caseFrame.record;
  return (
    <>
      <Notice tone={check.ok ? 'ok' : 'danger'} title={check.ok ? text.noChange : text.problems}>
        {visibleText(check.sentence)}
      </Notice>
      {check.problems.length === 0 ? (
        <p className="meta">{text.proves}</p>
      ) : (
        <ul className="record-problems">
          {check.problems.map((problem) => (
            <li key={`${problem.code} ${problem.entry ?? ''} ${problem.place ?? ''} ${problem.message}`}>
              <Ic of={IconAlertOctagon} className="danger-text" />
              <span className="select grow">
                {visibleText(problem.message)} <ErrorCode code={problem.code} />
                <span className="meta mono"> {problem.entry?.slice(0, 8)}</span>
                <span className="meta"> {problem.place}</span>
              </span>
              <span className="num t3">{count(check.counts[problem.code] ?? 1)}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className="record-counts" aria-label={text.checked}>
        {COUNTS.map((name) => (
          <li key={name}>
            <span className="grow">{text.counts[name]}</span>
            <span className="num">{count(check.checked[name])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Props {
  readonly changed: number;
  readonly onEvidence: () => void;
  readonly onWitness: () => void;
  readonly onClose: () => void;
}

/** The result of the last check: what was checked, what it proves, what does not fit. */
export function RecordPanel({ changed, onEvidence, onWitness, onClose }: Props) {
  const text = en.caseFrame.record;
  const { check, running, error } = useRecord();
  return (
    <div className="record-panel" role="status">
      {running === null ? null : (
        <div className="col">
          <span className="t2 num">
            {text.checking} {text.checkingHint(`${running} %`)}
          </span>
          <Progress label={text.checking} value={running} />
        </div>
      )}
      {error === null ? null : (
        <Notice tone="warn" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {check === null ? null : <Result check={check} />}
      <div className="row">
        <Button icon={IconRefresh} aria-disabled={running !== null} onClick={() => void checkRecord(false)}>
          {text.again}
        </Button>
        <Button
          icon={IconFingerprint}
          onClick={() => {
            onClose();
            onWitness();
          }}
        >
          {en.caseFrame.witness}
        </Button>
        {changed > 0 ? (
          <Button
            look="danger"
            onClick={() => {
              onClose();
              onEvidence();
            }}
          >
            {en.caseFrame.evidence}
          </Button>
        ) : null}
        <Button look="quiet" className="right" onClick={onClose}>
          {text.close}
        </Button>
      </div>
    </div>
  );
}
