import { create } from 'zustand';
import type { GateAnswer } from '../../src-main/contract/course.ts';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Answer, RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { loadInfo } from './case-info.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

/** A form about the course of the incident. */
type CourseForm = 'seal' | 'unseal' | 'clock' | 'call';

interface CourseState {
  readonly form: CourseForm | null;
  /** The name of the fact that is shown beside the list, or null. */
  readonly fact: string | null;
  /** The name of the fact that is being stated; empty for one that has no name yet; null where none is. */
  readonly stating: string | null;
  /** Whether the phases under the top bar are open. */
  readonly phases: boolean;
}

const EMPTY: CourseState = { form: null, fact: null, stating: null, phases: false };

export const useCourse = create<CourseState>(() => EMPTY);

export function resetCourse(): void {
  useCourse.setState(EMPTY);
}

export function openCourseForm(form: CourseForm | null): void {
  useCourse.setState({ form });
}

export function showPhases(phases: boolean): void {
  useCourse.setState({ phases });
}

export function selectFact(fact: string | null): void {
  useCourse.setState({ fact, stating: null });
}

export function openStating(stating: string | null): void {
  useCourse.setState({ stating });
}

type Written =
  | 'fact.state'
  | 'phase.enter'
  | 'clock.check'
  | 'call.record'
  | 'room.presence'
  | 'case.seal'
  | 'case.unseal';

/** Writes one entry about the course of the incident, shows it, and says what is done. */
async function write<Name extends Written>(
  name: Name,
  request: RequestOf<Name>,
  done: (entry: EntryView) => string,
): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  const { entry } = answer.data;
  addEntry(entry);
  await loadInfo();
  sayDone(done(entry));
  return null;
}

export const stateFact = async (fact: RequestOf<'fact.state'>, done: string): Promise<ErrorData | null> =>
  write('fact.state', fact, () => done);

export const enterPhase = async (
  phase: string,
  why: string,
  done: string,
  gate: readonly GateAnswer[] = [],
): Promise<ErrorData | null> =>
  write(
    'phase.enter',
    { phase, ...(why.trim() === '' ? {} : { why: why.trim() }), gate: [...gate] },
    () => done,
  );

/** The sentence of the entry says how far the clocks are apart. */
export const checkClock = async (reference: string, source: string): Promise<ErrorData | null> =>
  write('clock.check', { reference, source }, ({ text }) => text);

export const recordCall = async (call: RequestOf<'call.record'>): Promise<ErrorData | null> =>
  write('call.record', call, ({ text }) => text);

export const recordPresence = async (presence: RequestOf<'room.presence'>): Promise<ErrorData | null> =>
  write('room.presence', presence, ({ text }) => text);

/** @param despite why, where the review is not approved; empty where it is */
export const sealCase = async (despite: string, done: string): Promise<ErrorData | null> =>
  write('case.seal', despite === '' ? {} : { despite }, () => done);

export const unsealCase = async (why: string, done: string): Promise<ErrorData | null> =>
  write('case.unseal', { why }, () => done);
