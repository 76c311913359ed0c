import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { CustodyAction } from '../../../src-main/contract/custody.ts';
import { ask } from '../../api/client.ts';
import { sayDone } from '../../state/done.ts';
import { loadExhibits, openForm } from '../../state/evidence.ts';
import { addEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import type { FormValues } from './custody-fields.ts';

/** Records a custody event; empty fields are left out. Returns what went wrong, or null. */
export async function recordCustody(
  exhibit: string,
  event: CustodyAction,
  values: FormValues,
): Promise<ErrorData | null> {
  const given = Object.entries(values).filter(([, value]) => value.trim() !== '');
  const answer = await ask('custody.record', { exhibit, event, ...Object.fromEntries(given) });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  openForm(null);
  sayDone(en.evidence.handOver.done(exhibit, (en.evidence.events.names[event] ?? event).toLowerCase()));
  await loadExhibits();
  return null;
}
