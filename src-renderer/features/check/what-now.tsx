import { en } from '../../strings/en.ts';

/** What a finding means, and the next three steps. Nothing is repaired. */
export function WhatNow() {
  const text = en.check.bad;
  return (
    <>
      <h2>{text.means}</h2>
      <p className="check-means">{text.meansText}</p>
      <h2>{text.now}</h2>
      <ol className="check-points">
        {text.steps.map((step, at) => (
          <li key={step}>
            <span className="num t3">{at + 1}</span>
            {step}
          </li>
        ))}
      </ol>
    </>
  );
}
