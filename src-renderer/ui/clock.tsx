import type { ReactNode } from 'react';
import { useMinute, useRest, useSecond } from './use-now.ts';

type Face = (now: Date, shown: 'second' | 'minute') => ReactNode;

function Running({ face }: { readonly face: Face }) {
  return face(useSecond(), 'second');
}

function Resting({ face }: { readonly face: Face }) {
  return face(useMinute(), 'minute');
}

/** A clock with seconds while somebody is there, and without them at rest. Only its face is drawn anew. */
export function Clock({ children }: { readonly children: Face }) {
  return useRest() ? <Resting face={children} /> : <Running face={children} />;
}
