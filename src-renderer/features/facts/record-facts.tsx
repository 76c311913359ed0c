import { useEffect, useState } from 'react';
import type { CaseInfo } from '../../../src-main/contract/case.ts';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { ask } from '../../api/client.ts';
import { nearTime } from '../../format/time.ts';
import { visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openCourseForm } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconLock, IconLockOpen } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';

/** The last comparison with another clock. */
function useLastCheck(entries: number): EntryView | null {
  const [last, setLast] = useState<EntryView | null>(null);
  useEffect(() => {
    let current = true;
    void ask('timeline.list', { kinds: ['clock-check'], by: 'recorded', limit: 1 }).then((answer) => {
      if (current && answer.ok) setLast(answer.data.entries[0] ?? null);
    });
    return () => {
      current = false;
    };
  }, [entries]);
  return last;
}

/** Clock and seal: what is known of the record itself. */
export function RecordFacts({ info }: { readonly info: CaseInfo }) {
  const text = en.facts;
  const zone = useShownZone();
  const now = useMinute();
  const check = useLastCheck(info.entries);
  return (
    <section aria-labelledby="facts-record">
      <h2 id="facts-record">{text.record}</h2>
      <dl className="record-facts">
        <dt>{text.clock.label}</dt>
        <dd>
          {check === null ? (
            <span className="t2">{text.clock.none}</span>
          ) : (
            <>
              {visibleText(check.text)}{' '}
              <span className="meta num nowrap">
                {nearTime(new Date(check.recorded), zone, 'minute', now)}
              </span>
            </>
          )}
        </dd>
        <dd>
          {info.readOnly || info.sealed ? null : (
            <Button className="small" onClick={() => openCourseForm('clock')}>
              {text.clock.button}
            </Button>
          )}
        </dd>
        <dt>{text.seal.label}</dt>
        <dd className={info.sealed ? '' : 't2'}>
          <Ic of={info.sealed ? IconLock : IconLockOpen} size={14} />{' '}
          {info.sealed ? text.seal.sealed : text.seal.open}
        </dd>
        <dd>
          {info.readOnly ? null : (
            <Button className="small" onClick={() => openCourseForm(info.sealed ? 'unseal' : 'seal')}>
              {info.sealed ? text.seal.unsealButton : text.seal.button}
            </Button>
          )}
        </dd>
      </dl>
    </section>
  );
}
