import type { ReactNode } from 'react';
import { en } from '../../strings/en.ts';
import './css/index.ts';

interface Props {
  readonly topBar: ReactNode;
  readonly rail: ReactNode;
  readonly noteLine: ReactNode;
  readonly children: ReactNode;
}

/** The four regions of an open case. The note line is in the same place on every screen. */
export function Frame({ topBar, rail, noteLine, children }: Props) {
  return (
    <div className="app">
      <a className="skip" href="#main">
        {en.common.skipToList}
      </a>
      {topBar}
      {rail}
      <main className="main" id="main" aria-labelledby="screen-heading" data-region tabIndex={-1}>
        {children}
      </main>
      {noteLine}
    </div>
  );
}
