import { sameName } from '../same-name.ts';
import { acknowledged, type CustodyState, receiverOf } from './state.ts';
import { acknowledgerOf, type CustodyStep } from './step.ts';

/** What an event says before it is an entry. */
type Said = Omit<CustodyStep, 'id' | 'despite' | 'whole'>;

/**
 * Why an event cannot follow from what the record says, in a sentence that names it; null where it can.
 * @param exhibit the number on the label, for the sentence
 */
export function obstacle(state: CustodyState, step: Said, exhibit: string): string | null {
  if (state.disposed) {
    return `The record says that ${exhibit} was disposed of, so nothing can happen to it any more.`;
  }
  if (!state.collected && step.event !== 'collected' && step.event !== 'verified') {
    return `The record does not say that ${exhibit} was collected, so nobody had it yet.`;
  }
  switch (step.event) {
    case 'collected':
      return state.collected ? `The record says that ${exhibit} was collected before.` : null;
    case 'transferred':
    case 'returned':
      return moveObstacle(state, step, exhibit) ?? passedSealObstacle(state, step.seal, exhibit);
    case 'acknowledged':
      return receiptObstacle(state, step, exhibit) ?? seenSealObstacle(state, step.seal, exhibit);
    case 'sealed':
      if (state.seal !== null) {
        return `The record says that ${exhibit} is closed with ${sealName(state)}, and nothing says that it was opened.`;
      }
      return usedSealObstacle(state, step.seal, exhibit);
    case 'examined':
    case 'copied':
      if (state.seal !== null && step.seal === undefined && step.condition === undefined) {
        return `The record says that ${exhibit} is closed with ${sealName(state)}. Name the seal that was opened, or say in what condition it is.`;
      }
      return seenSealObstacle(state, step.seal, exhibit);
    case 'verified':
    case 'disposed':
      return null;
  }
}

function moveObstacle(state: CustodyState, step: Said, exhibit: string): string | null {
  const { holder } = state;
  if (holder === null) return null;
  if (step.from !== undefined && !sameName(step.from, holder)) {
    return `The record says that ${exhibit} is with ${holder}, not with ${step.from}.`;
  }
  const to = receiverOf(state, step);
  if (to !== null && sameName(to, holder)) {
    return `The record says that ${exhibit} is with ${holder} already.`;
  }
  return null;
}

function receiptObstacle(state: CustodyState, step: Said, exhibit: string): string | null {
  const who = acknowledgerOf(step);
  const meant = acknowledged(state, step);
  if (meant !== undefined) {
    return meant.to === null || sameName(meant.to, who)
      ? null
      : `The record says that ${exhibit} was handed over to ${meant.to}, not to ${who}.`;
  }
  const waiting = state.open.findLast(({ to }) => to !== null)?.to;
  if (waiting !== undefined) {
    return `The record says that ${exhibit} was handed over to ${waiting}, and ${who} is not the one who received it.`;
  }
  const where = state.holder === null ? '' : ` It is with ${state.holder}.`;
  return `The record has no hand-over of ${exhibit} that waits for a receipt.${where}`;
}

const sealName = ({ seal }: CustodyState): string =>
  seal?.number == null ? 'a seal without a number' : `seal ${seal.number}`;

/** A seal named where an exhibit is received or opened must be the one it has. */
function seenSealObstacle(state: CustodyState, seal: string | undefined, exhibit: string): string | null {
  if (seal === undefined) return null;
  if (state.seal === null) return `The record knows no seal on ${exhibit}, so it cannot be seal ${seal}.`;
  return otherSealObstacle(state, seal, exhibit);
}

/** A seal named at a hand-over is the one it has, or, on an open exhibit, the one it gets. */
function passedSealObstacle(state: CustodyState, seal: string | undefined, exhibit: string): string | null {
  if (seal === undefined) return null;
  return state.seal === null
    ? usedSealObstacle(state, seal, exhibit)
    : otherSealObstacle(state, seal, exhibit);
}

function otherSealObstacle(state: CustodyState, seal: string, exhibit: string): string | null {
  const known = state.seal?.number ?? null;
  if (known === null || known === seal) return null;
  return `The record says that ${exhibit} is closed with seal ${known}, not with seal ${seal}.`;
}

function usedSealObstacle(state: CustodyState, seal: string | undefined, exhibit: string): string | null {
  if (seal === undefined || !state.sealsSeen.includes(seal)) return null;
  return `The record says that seal ${seal} was on ${exhibit} before and was opened; a seal closes once.`;
}
