import type { GateAnswer } from '../contract/course.ts';
import { CaseError } from '../domain/errors.ts';

const ANSWERS: Readonly<Record<string, GateAnswer['answer']>> = {
  yes: 'yes',
  no: 'no',
  'n/a': 'not-applicable',
};

/** `gate-clean=no:the host does it tomorrow`. @throws CaseError `wrong-use` */
export function gateAnswer(typed: string): GateAnswer {
  const match = /^([^=]+)=(yes|no|n\/a)(?::(.*))?$/su.exec(typed);
  const [, id = '', word = '', why] = match ?? [];
  const answer = ANSWERS[word];
  if (answer === undefined) {
    throw new CaseError('wrong-use', {
      reason: `“${typed}” is no answer to a gate. Type ID=yes, ID=no:WHY or ID=n/a:WHY.`,
    });
  }
  return why === undefined ? { id, answer } : { id, answer, why };
}
