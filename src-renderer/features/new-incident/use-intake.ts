import { useEffect, useState } from 'react';
import type { DetectionSource } from '../../../src-main/contract/case.ts';
import type { RequestOf, ResponseOf } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';
import { en } from '../../strings/en.ts';

export type Done = 'nothing' | 'yes' | 'unknown';

/** What is typed on the page; all of it can be left out. */
interface Known {
  readonly source: DetectionSource | null;
  /** By the id of the question. What was typed for another source stays, and is sent only for its own. */
  readonly answers: Readonly<Record<string, string>>;
  readonly noticed: string;
  readonly clock: boolean;
  readonly by: string;
  readonly done: Done | null;
  readonly doneWhat: string;
  readonly files: readonly string[];
}

const NOTHING: Known = {
  source: null,
  answers: {},
  noticed: '',
  clock: true,
  by: '',
  done: null,
  doneWhat: '',
  files: [],
};

export type Coming = ResponseOf<'case.intake'>;

export interface Intake {
  readonly known: Known;
  readonly change: (part: Partial<Known>) => void;
  /** What the plan of the case will ask; null until the engine answered. */
  readonly coming: Coming | null;
  readonly questions: Coming['sources'][number]['questions'];
  /** For `case.create`. */
  readonly request: () => Partial<RequestOf<'case.create'>>;
}

/** What is known this minute, and what the plan asks about it. */
export function useIntake(): Intake {
  const [known, setKnown] = useState(NOTHING);
  const [coming, setComing] = useState<Coming | null>(null);
  useEffect(() => {
    let current = true;
    void ask('case.intake', {}).then((answer) => {
      if (current && answer.ok) setComing(answer.data);
    });
    return () => {
      current = false;
    };
  }, []);
  const questions = coming?.sources.find(({ id }) => id === known.source)?.questions ?? [];
  return {
    known,
    change: (part) => setKnown((before) => ({ ...before, ...part })),
    coming,
    questions,
    request: () => requestOf(known, questions),
  };
}

function requestOf(known: Known, questions: Intake['questions']): Partial<RequestOf<'case.create'>> {
  const answers = questions.flatMap(({ id }) => {
    const text = known.answers[id]?.trim() ?? '';
    return text === '' ? [] : [{ question: id, text }];
  });
  const [noticed, by, done] = [known.noticed.trim(), known.by.trim(), doneText(known)];
  return {
    ...(known.source === null ? {} : { source: known.source, answers }),
    ...(noticed === '' ? {} : { detectedAt: noticed, clock: known.clock }),
    ...(by === '' ? {} : { discoveredBy: by }),
    ...(done === '' ? {} : { doneToServer: done }),
  };
}

function doneText({ done, doneWhat }: Known): string {
  if (done === null) return '';
  return done === 'yes' ? doneWhat.trim() : en.start.create.done.recorded[done];
}
