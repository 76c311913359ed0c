import { errorWords } from '../../format/error-words.ts';
import { shortHash } from '../../format/hash.ts';
import { count } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { unprovenWords } from '../../format/unproven-logs.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { leaveOut, restOf, useAddings } from '../../state/addings.ts';
import { changedExhibits } from '../../state/changed-exhibits.ts';
import {
  dismissFailed,
  dismissProblem,
  selectExhibit,
  useEvidence,
  verifyExhibits,
} from '../../state/evidence.ts';
import { showWantedLogs } from '../../state/log-links.ts';
import { useLogs } from '../../state/logs.ts';
import { resumeAdding } from '../../state/intake.ts';
import { answerOffer, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconRefresh } from '../../ui/icons.ts';
import { MissingLine } from '../../ui/missing-line.tsx';
import { Notice } from '../../ui/notice.tsx';

/** An exhibit that is not what it was. No close button: it goes when a check finds the recorded bytes. */
function Mismatch() {
  const exhibits = useEvidence((state) => state.exhibits);
  const results = useEvidence((state) => state.mismatches);
  const changed = changedExhibits(exhibits);
  if (changed.length === 0) return null;
  const text = en.evidence;
  const names = changed.map((exhibit) => exhibit.exhibit);
  return (
    <Notice
      tone="danger"
      role="alert"
      title={text.mismatch(names.join(', '), names.length === 1)}
      actions={
        <>
          <Button onClick={() => selectExhibit(names[0] ?? null)}>{text.detail(names[0] ?? '')}</Button>
          <Button icon={IconRefresh} onClick={() => void verifyExhibits(names)}>
            {text.verify}
          </Button>
        </>
      }
    >
      {text.mismatchHint}
      <ul className="notice-list">
        {results.map((result) => (
          <li key={result.exhibit} className="num">
            {result.exhibit}: {visibleText(result.reason)} {text.expected}{' '}
            <span className="mono">{shortHash(result.expected)}</span>, {text.found}{' '}
            <span className="mono">{result.found === '' ? '–' : shortHash(result.found)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Files whose adding broke off, after a kill or a lock: the rest is added, or left out. */
function Interrupted() {
  const interrupted = useAddings((state) => state.interrupted);
  const exhibits = useEvidence((state) => state.exhibits);
  const text = en.evidence.job;
  return interrupted.map((adding) => {
    const all = adding.given.paths.length;
    const done = all - restOf(adding, exhibits).length;
    return (
      <Notice
        key={adding.id}
        tone="warn"
        title={text.interrupted(count(all))}
        actions={
          <>
            <Button onClick={() => void resumeAdding(adding)}>{text.goOn}</Button>
            <Button look="quiet" onClick={() => void leaveOut(adding)}>
              {text.forget}
            </Button>
          </>
        }
      >
        {text.interruptedHint(count(done), count(all))}
      </Notice>
    );
  });
}

/** A table that was just taken in may be a timeline that somebody kept. */
function Offer() {
  const offered = useImport((state) => state.offered);
  const text = en.timelineImport;
  if (offered === null) return null;
  return (
    <Notice
      tone="info"
      title={text.offer(visibleName(fileName(offered)))}
      actions={
        <>
          <Button onClick={() => void answerOffer(true)}>{text.offerYes}</Button>
          <Button look="quiet" onClick={() => void answerOffer(false)}>
            {text.offerNo}
          </Button>
        </>
      }
    >
      {text.offerHint}
    </Notice>
  );
}

/** What went wrong with evidence, until it is settled or read. */
export function EvidenceNotices() {
  const problem = useEvidence((state) => state.problem);
  const failed = useEvidence((state) => state.failed);
  const unproven = unprovenWords(useLogs((state) => state.wanted));
  const text = en.evidence;
  return (
    <div className="evidence-notices">
      <Mismatch />
      <Interrupted />
      <Offer />
      {problem === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          title={problem.title}
          actions={<Button onClick={dismissProblem}>{en.common.dismiss}</Button>}
        >
          {errorWords(problem.error)} <ErrorCode code={problem.error.code} />
        </Notice>
      )}
      {failed.length === 0 ? null : (
        <Notice
          tone="danger"
          role="alert"
          title={text.failedTitle(count(failed.length))}
          actions={<Button onClick={dismissFailed}>{en.common.dismiss}</Button>}
        >
          {text.failedHint}
          <ul className="notice-list">
            {failed.map((file) => (
              <li key={file.path} title={visibleName(file.path)}>
                <span className="mono">{visibleName(fileName(file.path))}</span>: {visibleText(file.message)}{' '}
                <ErrorCode code={file.code} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unproven === null ? null : (
        <MissingLine {...unproven} action={en.logs.unproven.open} onOpen={showWantedLogs} />
      )}
    </div>
  );
}
