import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconFingerprint, IconLock, IconShieldCheck } from '../../ui/icons.ts';

const ICONS: readonly IconType[] = [IconLock, IconShieldCheck, IconFingerprint];

/** What a record is good for, and what not: read once, before somebody relies on it. */
export function WhatItProves() {
  const text = en.start.welcome.proves;
  return (
    <section className="welcome-proves" aria-labelledby="proves-heading">
      <h2 id="proves-heading">{text.heading}</h2>
      <ul>
        {text.points.map(({ title, says }, at) => (
          <li key={title}>
            <Ic of={ICONS[at] ?? IconLock} size={20} className="t3" />
            <h3>{title}</h3>
            <p>{says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
