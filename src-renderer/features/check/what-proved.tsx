import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconCheck, IconX } from '../../ui/icons.ts';

function Points({ icon, points }: { readonly icon: IconType; readonly points: readonly string[] }) {
  return (
    <ul className="check-points">
      {points.map((point) => (
        <li key={point}>
          <Ic of={icon} className={icon === IconCheck ? 'ok-text' : 't3'} />
          <span>{point}</span>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly check: {
    readonly anchored: {
      readonly kind: string;
      readonly at: string;
      readonly fixes: number;
    } | null;
    readonly unanchored: number;
  };
  readonly points: readonly string[];
  readonly notPoints: readonly string[];
}

/** Never more than was checked: what a clean result proves, and for which entries only the keys stand. */
export function WhatProved({ check, points, notPoints }: Props) {
  const text = en.check.proves;
  const { entriesUnit } = en.check.checked;
  const { anchored, unanchored } = check;
  const witnessed =
    anchored === null
      ? []
      : [
          (anchored.kind === 'timestamp' ? text.timestamp : text.witness)(
            entriesUnit(count(anchored.fixes)),
            fullTime(new Date(anchored.at), laptopZone(), 'minute'),
          ),
        ];
  const resting = unanchored === 0 ? [] : [text.unanchored(entriesUnit(count(unanchored)))];
  return (
    <>
      <h2>{text.heading}</h2>
      <Points icon={IconCheck} points={[...points, ...witnessed]} />
      <h2>{text.notHeading}</h2>
      <Points icon={IconX} points={[...resting, ...notPoints]} />
    </>
  );
}
