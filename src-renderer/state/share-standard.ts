import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import {
  type StandardFormat,
  type StandardMade,
  type Tlp,
  standardMadeSchema,
} from '../../src-main/contract/standard.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { useCase } from './case.ts';
import { runJob } from './jobs.ts';

interface ShareStandardState {
  /** The file that was written last, or why it was not. */
  readonly made: StandardMade | null;
  readonly error: ErrorData | null;
  /** Of STIX: to whom it may be passed on. */
  readonly tlp: Tlp;
}

const EMPTY: ShareStandardState = { made: null, error: null, tlp: 'amber' };

export const useShareStandard = create<ShareStandardState>(() => EMPTY);

export const resetShareStandard = (): void => useShareStandard.setState(EMPTY);

export const chooseTlp = (tlp: Tlp): void => useShareStandard.setState({ tlp });

/** Writes the record for other tools where the person says: a job that can be cancelled. */
export async function makeStandard(format: StandardFormat): Promise<void> {
  const open = useCase.getState().info?.path ?? '';
  const suggested = fileName(open).replace(/\.holdfast$/, '');
  const chosen = await ask('dialog.save-standard', { suggested, format });
  if (!chosen.ok) {
    useShareStandard.setState({ made: null, error: chosen.error });
    return;
  }
  const { path } = chosen.data;
  if (path === null) return;
  const { tlp } = useShareStandard.getState();
  useShareStandard.setState({ made: null, error: null });
  const outcome = await runJob('share.standard', visibleName(fileName(path)), () =>
    ask('share.standard', { format, path, ...(format === 'stix' ? { tlp } : {}) }),
  );
  if (useCase.getState().info?.path !== open || outcome.end === 'cancelled') return;
  if (!outcome.ok) {
    useShareStandard.setState({ error: outcome.error });
    return;
  }
  const parsed = standardMadeSchema.safeParse(outcome.result);
  useShareStandard.setState(
    parsed.success
      ? { made: parsed.data }
      : { error: { code: 'bug', message: parsed.error.message, details: {} } },
  );
}
