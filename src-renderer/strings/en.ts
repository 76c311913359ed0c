import { authors } from './en/authors.ts';
import { backup } from './en/backup.ts';
import { caseFrame } from './en/case-frame.ts';
import { check } from './en/check.ts';
import { checkBag } from './en/check-bag.ts';
import { checkReport } from './en/check-report.ts';
import { common } from './en/common.ts';
import { curtain } from './en/curtain.ts';
import { entries } from './en/entries.ts';
import { entryActions } from './en/entry-actions.ts';
import { evidence } from './en/evidence.ts';
import { facts } from './en/facts.ts';
import { handover } from './en/handover.ts';
import { intake } from './en/intake.ts';
import { logFindings } from './en/log-findings.ts';
import { logSearch } from './en/log-search.ts';
import { logs } from './en/logs.ts';
import { merge } from './en/merge.ts';
import { noteLine } from './en/note-line.ts';
import { notify } from './en/notify.ts';
import { overview } from './en/overview.ts';
import { palette } from './en/palette.ts';
import { plan } from './en/plan.ts';
import { owner, review } from './en/review.ts';
import { planEditor } from './en/plan-editor.ts';
import { preparation } from './en/preparation.ts';
import { prepared } from './en/prepared.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { shareBag } from './en/share-bag.ts';
import { shareStandard } from './en/share-standard.ts';
import { start } from './en/start.ts';
import { timeline } from './en/timeline.ts';
import { timelineImport } from './en/timeline-import.ts';
import { stamps } from './en/stamps.ts';
import { witness } from './en/witness.ts';
import { isPseudo, pseudo } from './pseudo.ts';

const texts = {
  common,
  start,
  caseFrame,
  noteLine,
  merge,
  timeline,
  timelineImport,
  entries,
  entryActions,
  evidence,
  intake,
  facts,
  overview,
  notify,
  palette,
  plan,
  review,
  owner,
  logs,
  logSearch,
  logFindings,
  handover,
  planEditor,
  preparation,
  prepared,
  share,
  shareBag,
  shareStandard,
  backup,
  authors,
  stamps,
  witness,
  settings,
  curtain,
  check,
  checkBag,
  checkReport,
} as const;

/** All text that a person sees, by area (wording: design §9). */
export const en = isPseudo() ? pseudo(texts) : texts;
