import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { count } from '../format/number.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { copyText } from './clipboard.ts';
import { sayDone } from './done.ts';
import { loadExhibits, saveForm, sayEvidenceProblem, useEvidence } from './evidence.ts';
import { runJob } from './jobs.ts';
import { addEntry } from './timeline.ts';

/** What `sha256sum` prints, with the number of the exhibit as the name: `sha256sum` itself reads it. */
export async function copyHashes(exhibits: readonly string[]): Promise<void> {
  const text = en.evidence.bulk;
  const wanted = new Set(exhibits);
  const lines = useEvidence
    .getState()
    .exhibits.flatMap(({ exhibit, sha256 }) =>
      wanted.has(exhibit) && sha256 !== null ? [`${sha256}  ${exhibit}`] : [],
    );
  if (lines.length === 0) sayDone(text.noHashes);
  else await copyText(`${lines.join('\n')}\n`, text.hashesCopied(count(lines.length)));
}

/** Writes the stored bytes of each into a folder of the person's choice; one that cannot be written stops no other. */
export async function extractExhibits(exhibits: readonly string[]): Promise<void> {
  const text = en.evidence.bulk;
  const target = await ask('dialog.folder', {});
  if (!target.ok || target.data.path === null) return;
  const { path: to } = target.data;
  const failed: ErrorData[] = [];
  let done = 0;
  for (const exhibit of exhibits) {
    const outcome = await runJob('evidence.extract', text.extracting(exhibit), async () =>
      ask('evidence.extract', { exhibit, to }),
    );
    if (outcome.ok) done += 1;
    else if (outcome.end === 'cancelled') break;
    else failed.push(outcome.error);
  }
  if (done > 0) sayDone(text.extracted(count(done), visibleName(fileName(to))));
  const [first] = failed;
  if (first === undefined) return;
  const message = failed
    .slice(0, 10)
    .map((error) => error.message)
    .join(' ');
  sayEvidenceProblem(text.extractFailed(count(failed.length)), { ...first, message });
}

/** Puts all on hold, or takes all off: an entry for each. Those that are so already are left alone. */
export async function holdExhibits(
  exhibits: readonly string[],
  on: boolean,
  why: string,
): Promise<ErrorData | null> {
  const wanted = new Set(exhibits);
  const others = useEvidence
    .getState()
    .exhibits.filter(({ exhibit, hold }) => wanted.has(exhibit) && hold !== on);
  let problem: ErrorData | null = null;
  for (const { exhibit } of others) {
    const answer = await ask('evidence.hold', { exhibit, on, why });
    if (!answer.ok) {
      problem = answer.error;
      break;
    }
    addEntry(answer.data.entry);
  }
  await loadExhibits();
  if (problem === null) sayDone(en.evidence.bulk.holdDone(count(others.length), on));
  return problem;
}

export const saveForms = async (exhibits: readonly string[]): Promise<void> => saveForm(exhibits.join(' '));
