import { en } from '../../strings/en.ts';

interface Props {
  readonly meansText: string;
  readonly steps: readonly string[];
}

/** What a finding means, and the next three steps. Nothing is repaired. */
export function WhatNow({ meansText, steps }: Props) {
  const text = en.check.bad;
  return (
    <>
      <h2>{text.means}</h2>
      <p className="check-means">{meansText}</p>
      <h2>{text.now}</h2>
      <ol className="check-points">
        {steps.map((step, at) => (
          <li key={step}>
            <span className="num t3">{at + 1}</span>
            {step}
          </li>
        ))}
      </ol>
    </>
  );
}
