import { useEffect, useState } from 'react';
import type { RetentionItem } from '../../../src-main/contract/custody.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';

function Row({ item, zone }: { readonly item: RetentionItem; readonly zone: string }) {
  const text = en.evidence.retention;
  const when = (until: string | null): string =>
    until === null ? text.unknown : fullTime(new Date(until), zone, 'minute');
  return (
    <tr>
      <td>
        <ExhibitChip exhibit={item.exhibit} />
      </td>
      <td className="retention-title">{visibleName(item.title)}</td>
      <td className="num">
        {item.rules.map((rule) => (
          <div key={rule.id} className={rule.until === item.retainUntil ? undefined : 't3'}>
            {when(rule.until)} <span className="meta">{rule.name}</span>
          </div>
        ))}
      </td>
      <td>
        <b>{text.states[item.state]}</b>
        <div className="meta">{visibleText(item.says)}</div>
      </td>
    </tr>
  );
}

/** What may be released when, what is on hold, and what is undecided and why. */
export function RetentionDialog({ onClose }: { readonly onClose: () => void }) {
  const text = en.evidence.retention;
  const [list, setList] = useState<ResponseOf<'evidence.retention'> | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let current = true;
    void ask('evidence.retention', {}).then((answer) => {
      if (!current) return;
      if (answer.ok) setList(answer.data);
      else setError(answer.error);
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <Dialog title={text.title} onClose={onClose} size={860}>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {list === null ? null : (
        <>
          <p className="t2 num">
            {list.ended === null
              ? text.notEnded
              : text.ended(fullTime(new Date(list.ended), list.zone, 'minute'), list.zone)}
          </p>
          {list.items.length === 0 ? (
            <p className="t3">{text.nothing}</p>
          ) : (
            <table className="retention" aria-label={text.title}>
              <thead>
                <tr>
                  <th scope="col">{en.evidence.columns.number}</th>
                  <th scope="col">{en.evidence.columns.title}</th>
                  <th scope="col">{text.until}</th>
                  <th scope="col">{text.state}</th>
                </tr>
              </thead>
              <tbody>
                {list.items.map((item) => (
                  <Row key={item.exhibit} item={item} zone={list.zone} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </Dialog>
  );
}
