import type { z } from 'zod';
import { action, actionResult } from './action.ts';
import { admission } from './admission.ts';
import { attachment } from './attachment.ts';
import { author } from './author.ts';
import { call } from './call.ts';
import { caseKind } from './case.ts';
import { clockCheck } from './clock-check.ts';
import { clockMoved } from './clock-moved.ts';
import { copy, copyMade } from './copy.ts';
import { correction } from './correction.ts';
import { coverage } from './coverage.ts';
import { custody } from './custody.ts';
import { deadline } from './deadline.ts';
import { evidence } from './evidence.ts';
import { evidenceDetail } from './evidence-detail.ts';
import { extent } from './extent.ts';
import { fact } from './fact.ts';
import { handover, handoverAccepted } from './handover.ts';
import { hold } from './hold.ts';
import { imported, timelineImport } from './imported.ts';
import { citation } from './citation.ts';
import { keyConfirmed, keyDisowned, samePerson } from './key-trust.ts';
import { logFinding } from './log-finding.ts';
import { logSource } from './log-source.ts';
import { note } from './note.ts';
import { notice } from './notice.ts';
import { passphraseChanged } from './passphrase-changed.ts';
import { phase } from './phase.ts';
import { plan } from './plan.ts';
import {
  defence,
  defenceCheck,
  finding,
  logReview,
  organisation,
  planApproved,
  teamMember,
} from './preparation.ts';
import { presence } from './presence.ts';
import { report } from './report.ts';
import { reviewApproval, reviewExcerpt, reviewItem, reviewText } from './review.ts';
import { rotation } from './rotation.ts';
import { seal, unseal } from './seal.ts';
import { step, stepAdded, stepLink } from './step.ts';
import { timestamp } from './timestamp.ts';
import { wantedLog } from './wanted-log.ts';
import { withholding } from './withholding.ts';
import { witness } from './witness.ts';

/** All kinds that this program knows; those of the record to come are checked already. An entry of any other kind is checked, kept, counted and shown raw. */
export const kinds = {
  case: caseKind,
  author,
  'key-confirmed': keyConfirmed,
  'key-disowned': keyDisowned,
  'same-person': samePerson,
  note,
  correction,
  withholding,
  attachment,
  fact,
  phase,
  call,
  presence,
  evidence,
  'evidence-detail': evidenceDetail,
  custody,
  hold,
  copy,
  'copy-made': copyMade,
  'passphrase-changed': passphraseChanged,
  'clock-moved': clockMoved,
  'clock-check': clockCheck,
  plan,
  step,
  'step-added': stepAdded,
  'step-link': stepLink,
  action,
  'action-result': actionResult,
  notice,
  deadline,
  'review-text': reviewText,
  'review-item': reviewItem,
  'review-excerpt': reviewExcerpt,
  'review-approval': reviewApproval,
  report,
  'wanted-log': wantedLog,
  'log-source': logSource,
  citation,
  'log-finding': logFinding,
  coverage,
  rotation,
  handover,
  'handover-accepted': handoverAccepted,
  extent,
  organisation,
  'team-member': teamMember,
  defence,
  'defence-check': defenceCheck,
  finding,
  'log-review': logReview,
  'plan-approved': planApproved,
  witness,
  timestamp,
  seal,
  unseal,
  admission,
  imported,
  'timeline-import': timelineImport,
} as const;

export type KindName = keyof typeof kinds;
export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);

export type FieldsOf<Name extends KindName> = z.infer<(typeof kinds)[Name]['fields']>;
