import type { ReactNode } from 'react';
import type { CustodyEvent } from '../../../src-main/contract/custody.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { duration } from '../../format/duration.ts';
import { clock, dayAndMonth, dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconCheck, IconX } from '../../ui/icons.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';
import { type Gap, type HandPiece, type Hold, lineOfHands, type Pass } from './hands.ts';

/** Where it is now and under which seal, as far as anybody said. */
type Now = Pick<Exhibit['custodyState'], 'location' | 'seal'>;

interface PieceProps<Piece extends HandPiece> {
  readonly piece: Piece;
  /** A time in the shown zone; with its day where it is another one than at the start of the line. */
  readonly when: (instant: string) => string;
}

function HoldPiece({ piece, when, state }: PieceProps<Hold> & { readonly state: Now }) {
  const text = en.evidence.hands;
  const now = piece.until === null;
  const location = piece.location ?? (now ? (state.location ?? null) : null);
  return (
    <li className={classNames('hand', now && 'now')}>
      <div className="who">{visibleName(piece.who)}</div>
      <div className="where">
        <b className="num">
          {now ? text.since(when(piece.from)) : text.span(when(piece.from), when(piece.until ?? ''))}
        </b>
        {now ? `, ${text.holdsNow}` : ''}
        {location === null ? null : <div>{visibleName(location)}</div>}
        {!now || state.seal === undefined ? null : (
          <div>{state.seal === '' ? text.sealedWithout : text.seal(visibleName(state.seal))}</div>
        )}
        {piece.witness === null ? null : <div>{text.witness(visibleName(piece.witness))}</div>}
        {piece.events.map((event) => (
          <div key={event.sequence} className="num">
            <TrustMark trust={event.author.trust} />
            {(en.evidence.events.names[event.event] ?? event.event).toLowerCase()} {when(event.at)}
            {event.seal === undefined ? '' : `, ${text.seal(visibleName(event.seal))}`}
          </div>
        ))}
      </div>
    </li>
  );
}

function GapPiece({ piece, when }: PieceProps<Gap>) {
  const text = en.evidence.hands;
  const seconds = (Date.parse(piece.until) - Date.parse(piece.from)) / 1000;
  return (
    <li className="hand gap">
      <div className="who">{text.nobody}</div>
      <div className="where">
        <b className="num">{text.span(when(piece.from), when(piece.until))}</b>
        <div className="num">{seconds > 0 ? text.without(duration(seconds)) : text.withoutTime}</div>
      </div>
    </li>
  );
}

function PassPiece({ piece, when }: PieceProps<Pass>) {
  const text = en.evidence.hands;
  const { event, hash } = piece;
  const how = event.method ?? (event.seal === undefined ? undefined : text.seal(event.seal));
  return (
    <li className={classNames('pass', hash === 'same' && 'good', hash === 'other' && 'bad')}>
      <span className="dot" aria-hidden="true">
        <Ic of={hash === 'other' ? IconX : IconCheck} size={12} />
      </span>
      <b className="num">
        {when(event.at)} <TrustMark trust={event.author.trust} />
      </b>
      <div>
        {how === undefined
          ? (en.evidence.events.names[event.event] ?? event.event).toLowerCase()
          : visibleName(how)}
      </div>
      {hash === null ? null : (
        <div className={hash === 'same' ? 'ok-text' : 'danger-text'}>
          {hash === 'same' ? text.sameHash : text.otherHash}
        </div>
      )}
    </li>
  );
}

interface Props {
  readonly exhibit: Exhibit;
  readonly custody: readonly CustodyEvent[];
  readonly zone: string;
}

/** Who had it, where, from when to when. Gaps are drawn, not hidden. */
export function CustodyLine({ exhibit, custody, zone }: Props) {
  const pieces = lineOfHands(custody, exhibit.sha256 ?? '');
  const start = custody[0]?.at;
  const firstDay = start === undefined ? '' : dayKey(new Date(start), zone);
  const when = (instant: string): string => {
    const at = new Date(instant);
    const day = dayKey(at, zone) === firstDay ? '' : `${dayAndMonth(at, zone)} `;
    return `${day}${clock(at, zone, 'minute')}`;
  };
  if (pieces.length === 0) return <p className="t3">{en.evidence.hands.nothing}</p>;
  const parts: ReactNode[] = pieces.map((piece, at) => {
    const key = `${piece.kind} ${at}`;
    switch (piece.kind) {
      case 'hold':
        return <HoldPiece key={key} piece={piece} when={when} state={exhibit.custodyState} />;
      case 'gap':
        return <GapPiece key={key} piece={piece} when={when} />;
      case 'pass':
        return <PassPiece key={key} piece={piece} when={when} />;
    }
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, so keys must reach it
    <ol className="hands" aria-label={en.evidence.hands.label(exhibit.exhibit)} tabIndex={0}>
      {parts}
    </ol>
  );
}
