import { duration } from '../../format/duration.ts';
import { excluded, isField, toggled, valueTerm } from '../../format/log-query.ts';
import { count } from '../../format/number.ts';
import { clockWithZone, fullTime, shortDay } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { setLogQuery } from '../../state/log-search.ts';
import { useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Hash } from '../../ui/hash.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconInfoCircle, IconMinus, IconPlus } from '../../ui/icons.ts';
import type { WholeRow } from './row-pane.tsx';

/** A value in the pane is cut here; the raw line has all of it. */
const LONGEST = 600;

function When({ row }: Pick<WholeRow, 'row'>) {
  const zone = useShownZone();
  const text = en.logSearch.pane;
  const source = useLogSources((state) => state.sources?.find(({ id }) => id === row.source));
  const offset = source?.clockOffset ?? 0;
  const written = row.written === null ? '' : clockWithZone(new Date(row.written), 'UTC', 'second');
  const ahead = duration(Math.abs(offset));
  return (
    <>
      <dt>{text.time}</dt>
      <dd className="num">
        {row.time === null ? (
          <span className="warn-text">{text.noTime}</span>
        ) : (
          <>
            {utcText(row.time)}
            {zone === 'UTC' ? null : (
              <span className="meta log-second">{fullTime(new Date(row.time), zone, 'second')}</span>
            )}
          </>
        )}
      </dd>
      <dt>{text.clock}</dt>
      <dd className="num">
        {offset === 0
          ? text.clockNone
          : offset > 0
            ? text.clockAhead(ahead, written)
            : text.clockBehind(ahead, written)}
      </dd>
    </>
  );
}

/** `Tue 17 Nov 2026 01:11:42.1234567 UTC`: with as many digits as the log has. */
const utcText = (time: string): string => `${shortDay(new Date(time), 'UTC')} ${time.slice(11, -1)} UTC`;

function Field({ name, value }: { readonly name: string; readonly value: string }) {
  const text = en.logSearch.pane;
  const isEmpty = value === '' || value === '-';
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const change = (make: typeof toggled): void =>
    setLogQuery(make(useLogSearch.getState().query, valueTerm(name, value)));
  return (
    <li className="log-field">
      <span className="log-field-name" title={visibleName(name)}>
        {visibleName(name)}
      </span>
      <span className="log-field-value mono">
        {isEmpty ? <span className="t3">{text.empty}</span> : visibleName(shown)}
      </span>
      {isEmpty || !isField(name) || value.length > LONGEST ? null : (
        <span className="log-field-buttons">
          <Button
            look="quiet"
            icon={IconPlus}
            aria-label={text.narrow(visibleName(name))}
            title={text.narrow(visibleName(name))}
            onClick={() => change(toggled)}
          />
          <Button
            look="quiet"
            icon={IconMinus}
            aria-label={text.exclude(visibleName(name))}
            title={text.exclude(visibleName(name))}
            onClick={() => change(excluded)}
          />
        </span>
      )}
    </li>
  );
}

/** When it was, what is special about it, all its fields as its format names them, and where it stands. */
export function RowFields({ whole }: { readonly whole: WholeRow }) {
  const { row, fields, member, offset, sha256 } = whole;
  const text = en.logSearch.pane;
  const title = useLogSources((state) => state.sources?.find(({ id }) => id === row.source)?.title ?? '');
  return (
    <div className="pane-section">
      {row.flags.map((flag) => (
        <p key={flag} className={flag === 'repeated' ? 'meta log-flag' : 'warn-text log-flag'}>
          <Ic of={flag === 'repeated' ? IconInfoCircle : IconAlertTriangle} size={14} />{' '}
          {en.logSearch.flagHints[flag] ?? flag}
        </p>
      ))}
      <dl className="kv">
        <When row={row} />
      </dl>
      <ul className="log-fields" aria-label={text.fields}>
        {fields.map(({ name, value }, i) => (
          <Field key={`${i} ${name}`} name={name} value={value} />
        ))}
      </ul>
      <dl className="kv log-place">
        <dt>{text.file}</dt>
        <dd>
          {visibleName(title)}
          {member === '' ? '' : `, ${visibleName(member)}`}
          <span className="meta num log-second">{text.offset(count(offset))}</span>
        </dd>
      </dl>
      {sha256 === null ? null : (
        <>
          <p className="label pane-label">{text.hash}</p>
          <Hash
            hex={sha256}
            copyLabel={text.copyHash(row.exhibit)}
            onCopy={(hex) => void copyText(hex, en.evidence.hashCopied)}
          />
        </>
      )}
    </div>
  );
}
