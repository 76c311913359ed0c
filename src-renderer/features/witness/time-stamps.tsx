import { useEffect } from 'react';
import type { Stamp } from '../../../src-main/contract/timestamp.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { askForStamp, bringStampIn, checkAuthorities, loadStamps, useStamps } from '../../state/stamps.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconDownload,
  IconShieldCheck,
  IconUpload,
} from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

function Row({ stamp }: { readonly stamp: Stamp }) {
  const text = en.stamps;
  const zone = useShownZone();
  const { at, authority, fixes, faults } = stamp;
  const holds = faults.length === 0;
  return (
    <li>
      <span className="num t2">{fullTime(new Date(at), zone, 'second')}</span>
      <span className="grow">{text.by(visibleName(authority))}</span>
      <span className={holds ? 'ok-text num' : 'danger-text'}>
        <Ic of={holds ? IconCircleCheck : IconAlertOctagon} size={14} />{' '}
        {holds
          ? text.holds(count(fixes))
          : `${text.fails}: ${faults.map((one) => visibleText(one)).join('; ')}`}
      </span>
    </li>
  );
}

function Kept() {
  const text = en.stamps;
  const { stamps, authorities } = useStamps();
  if (stamps.length === 0) return <p className="t2">{text.none}</p>;
  return (
    <>
      <ul className="witness-told" aria-label={text.title}>
        {stamps.map((stamp) => (
          <Row key={stamp.entry} stamp={stamp} />
        ))}
      </ul>
      <p className={authorities === null ? 'warn-text' : 't2'}>
        {authorities === null ? text.unasked : text.checkedWith(visibleName(fileName(authorities)))}
      </p>
      <p className="meta">{text.proves}</p>
      <div className="row">
        <Button icon={IconShieldCheck} onClick={() => void checkAuthorities()}>
          {text.check}
        </Button>
      </div>
    </>
  );
}

/** Time stamps of authorities: asked for with a file, brought in with another one, and checked. */
export function TimeStamps() {
  const text = en.stamps;
  const { asked, failed } = useStamps();
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  useEffect(() => void loadStamps(), []);
  return (
    <section className="col" aria-labelledby="time-stamps">
      <h2 id="time-stamps">{text.title}</h2>
      <p className="t2">{text.hint}</p>
      {readOnly ? null : (
        <div className="row witness-how">
          <Button icon={IconDownload} onClick={() => void askForStamp()}>
            {text.ask}
          </Button>
          <Button icon={IconUpload} onClick={() => void bringStampIn()}>
            {text.bring}
          </Button>
        </div>
      )}
      {asked === null ? null : (
        <Notice
          tone="info"
          role="status"
          title={text.asked(visibleName(fileName(asked.path)), count(asked.asked.entries))}
        >
          {text.askedHint}
        </Notice>
      )}
      {failed === null ? null : (
        <Notice tone="danger" role="alert" title={failed.title}>
          {errorWords(failed.error)} <ErrorCode code={failed.error.code} />
        </Notice>
      )}
      <Kept />
    </section>
  );
}
