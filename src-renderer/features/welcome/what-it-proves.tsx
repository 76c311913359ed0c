import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconCheck, IconFile, IconX } from '../../ui/icons.ts';

interface ColumnProps {
  readonly icon: IconType;
  readonly title: string;
  readonly points: readonly string[];
}

function Column({ icon, title, points }: ColumnProps) {
  return (
    <li>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>
            <Ic of={icon} className="t3" />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What a case file is good for, and what not: read once, before somebody relies on it. */
export function WhatItProves() {
  const text = en.start.welcome.proves;
  return (
    <section className="welcome-proves" aria-labelledby="proves-heading">
      <h2 id="proves-heading">{text.heading}</h2>
      <ul className="welcome-columns">
        <Column icon={IconFile} title={text.holds} points={text.holdsPoints} />
        <Column icon={IconCheck} title={text.proves} points={text.provesPoints} />
        <Column icon={IconX} title={text.notProves} points={text.notProvesPoints} />
      </ul>
    </section>
  );
}
