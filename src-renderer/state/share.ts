import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { type CopyMade, type CopySizes, copyMadeSchema } from '../../src-main/contract/share.ts';
import { ask } from '../api/client.ts';
import { copyName } from '../format/path.ts';
import { useCase } from './case.ts';
import { runJob } from './jobs.ts';

/** What was chosen for the copy that is to be made. */
export interface CopyWish {
  /** A passphrase that the person thought of; null = the words. */
  readonly own: string | null;
  readonly evidence: CopyMade['evidence'];
  readonly to: string;
  readonly readOnly: boolean;
  readonly redact: boolean;
}

/** What has to be answered before the copy is made. */
type Doubt = { readonly kind: 'weak'; readonly bits: number } | { readonly kind: 'removable' };

interface ShareState {
  /** Six words suggested for the copy; empty until they came. */
  readonly words: readonly string[];
  readonly sizes: CopySizes | null;
  readonly wish: CopyWish;
  /** Where it goes, once a place was chosen. */
  readonly target: string | null;
  readonly doubts: readonly Doubt[];
  readonly made: CopyMade | null;
  /** The passphrase of the copy that was made, until it is hidden. */
  readonly madeWith: string | null;
  readonly error: ErrorData | null;
}

const EMPTY: ShareState = {
  words: [],
  sizes: null,
  wish: { own: null, evidence: 'all', to: '', readOnly: false, redact: false },
  target: null,
  doubts: [],
  made: null,
  madeWith: null,
  error: null,
};

export const useShare = create<ShareState>(() => EMPTY);
let epoch = 0;

export function resetShare(): void {
  epoch += 1;
  useShare.setState(EMPTY);
}

/** What is chosen holds until the copy is made, also while another section is shown. */
export function changeWish(part: Partial<CopyWish>): void {
  useShare.setState(({ wish, doubts }) => ({
    wish: { ...wish, ...part },
    doubts: part.own === undefined ? doubts : doubts.filter(({ kind }) => kind !== 'weak'),
  }));
}

export async function suggestCopyWords(): Promise<void> {
  const mine = epoch;
  const answer = await ask('passphrase.suggest', {});
  if (mine !== epoch) return;
  useShare.setState(answer.ok ? { words: answer.data.words } : { error: answer.error });
}

export async function loadCopySizes(): Promise<void> {
  const mine = epoch;
  const answer = await ask('share.sizes', {});
  if (mine === epoch && answer.ok) useShare.setState({ sizes: answer.data });
}

const isAnswered = (kind: Doubt['kind']): boolean =>
  useShare.getState().doubts.some((doubt) => doubt.kind === kind);

/** Asks once where a passphrase is weak. @returns whether to go on */
async function strongEnough(own: string | null): Promise<boolean> {
  if (own === null || isAnswered('weak')) return true;
  const answer = await ask('passphrase.judge', { passphrase: own });
  if (!answer.ok || answer.data.enough) return true;
  const { bits } = answer.data;
  useShare.setState(({ doubts }) => ({ doubts: [...doubts, { kind: 'weak', bits }] }));
  return false;
}

/** Asks once where personal data would leave on a disk that can be carried away. @returns whether to go on */
async function placeIsFine(path: string): Promise<boolean> {
  const { wish, sizes } = useShare.getState();
  if (isAnswered('removable') || wish.redact || (sizes?.personal ?? 1) === 0) return true;
  const answer = await ask('share.target', { path });
  if (!answer.ok || !answer.data.removable) return true;
  useShare.setState(({ doubts }) => ({
    doubts: [...doubts, { kind: 'removable' }],
    wish: { ...wish, redact: true },
  }));
  return false;
}

/** Lets the person choose a place. @returns null where none was chosen */
export async function chooseCopyPlace(): Promise<string | null> {
  const suggested = copyName(useCase.getState().info?.path ?? '');
  const answer = await ask('dialog.save-copy', { suggested });
  if (!answer.ok || answer.data.path === null) return null;
  useShare.setState(({ doubts }) => ({
    target: answer.ok ? answer.data.path : null,
    doubts: doubts.filter(({ kind }) => kind !== 'removable'),
    error: null,
  }));
  return answer.data.path;
}

/**
 * Makes the copy when all is known: asks for a place, and what the person has to know of passphrase and place first.
 * The words stay until the person hides them.
 */
export async function makeCopy(): Promise<void> {
  const mine = epoch;
  const { wish } = useShare.getState();
  // Whoever is quicker than the words waits for them.
  if (wish.own === null && useShare.getState().words.length === 0) await suggestCopyWords();
  const passphrase = wish.own ?? useShare.getState().words.join(' ');
  if (passphrase === '' || !(await strongEnough(wish.own))) return;
  const path = useShare.getState().target ?? (await chooseCopyPlace());
  if (path === null || mine !== epoch || !(await placeIsFine(path))) return;
  await writeCopy(path, passphrase, mine);
}

async function writeCopy(path: string, passphrase: string, mine: number): Promise<void> {
  const { evidence, to, readOnly, redact } = useShare.getState().wish;
  useShare.setState({ error: null });
  const outcome = await runJob('share.copy', path, () =>
    ask('share.copy', {
      path,
      newPassphrase: passphrase,
      evidence: redact ? 'none' : evidence,
      to,
      readOnly,
      redact: redact ? 'personal' : 'none',
    }),
  );
  if (mine !== epoch) return;
  if (!outcome.ok) {
    // Another place may do; what was chosen stays.
    useShare.setState({ error: outcome.error, target: null });
    return;
  }
  const parsed = copyMadeSchema.safeParse(outcome.result);
  if (parsed.success) useShare.setState({ made: parsed.data, madeWith: passphrase });
  else useShare.setState({ error: { code: 'bug', message: parsed.error.message, details: {} } });
}

export function anotherCopy(): void {
  useShare.setState({ ...EMPTY });
  void suggestCopyWords();
  void loadCopySizes();
}

export function hideCopyWords(): void {
  useShare.setState({ madeWith: null });
}
