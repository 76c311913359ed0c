import type { EngineMethodName, RequestOf, ResponseOf } from '../contract/index.ts';
import type { Engine } from './state.ts';
import * as action from './usecases/action.ts';
import * as author from './usecases/author.ts';
import * as backup from './usecases/backup.ts';
import * as caseFile from './usecases/case.ts';
import { changePassphrase } from './usecases/change-passphrase.ts';
import * as custody from './usecases/custody.ts';
import * as evidence from './usecases/evidence.ts';
import { form as custodyForm } from './usecases/custody-form.ts';
import { columns as evidenceColumns } from './usecases/evidence-columns.ts';
import { add as addEvidence } from './usecases/evidence-add.ts';
import { compare as compareEvidence } from './usecases/evidence-compare.ts';
import { addBytes } from './usecases/evidence-add-bytes.ts';
import * as describeEvidence from './usecases/evidence-describe.ts';
import { extract as extractEvidence } from './usecases/evidence-extract.ts';
import { exportKey } from './usecases/evidence-key.ts';
import { leaveOut as leaveOutEvidence } from './usecases/evidence-leave-out.ts';
import { preview as previewEvidence } from './usecases/evidence-preview.ts';
import { verify as verifyEvidence } from './usecases/evidence-verify.ts';
import * as course from './usecases/course.ts';
import * as documents from './usecases/document.ts';
import * as extent from './usecases/extent.ts';
import { checkBagFolder } from './usecases/bag-check.ts';
import { kind as kindOfFile } from './usecases/file-kind.ts';
import * as fileCheck from './usecases/file-check.ts';
import * as reportCheck from './usecases/report-check.ts';
import * as fork from './usecases/fork.ts';
import * as marks from './usecases/entry-marks.ts';
import * as handover from './usecases/handover.ts';
import { judgePassphrase } from './usecases/judge-passphrase.ts';
import { keySheet } from './usecases/key-sheet.ts';
import * as finding from './usecases/finding.ts';
import * as log from './usecases/log.ts';
import * as logIndex from './usecases/log-index.ts';
import { exportLogs } from './usecases/log-export.ts';
import * as logSearch from './usecases/log-search.ts';
import * as looking from './usecases/record-compare.ts';
import * as merging from './usecases/record-merge.ts';
import * as note from './usecases/note.ts';
import * as notice from './usecases/notice.ts';
import * as plan from './usecases/plan.ts';
import * as preparation from './usecases/preparation.ts';
import * as preparationPlan from './usecases/preparation-plan.ts';
import { sheet as preparationSheet } from './usecases/preparation-sheet.ts';
import * as profile from './usecases/profile.ts';
import { show as showOwner } from './usecases/owner.ts';
import { bag as shareBag } from './usecases/share-bag.ts';
import { standard as shareStandard } from './usecases/share-standard.ts';
import { prove } from './usecases/prove.ts';
import { verify as verifyRecord } from './usecases/record-verify.ts';
import * as review from './usecases/review.ts';
import * as reviewPlan from './usecases/review-plan.ts';
import * as room from './usecases/room.ts';
import { createSample } from './usecases/sample.ts';
import { copy, target as copyTarget } from './usecases/share-copy.ts';
import { sizes as copySizes } from './usecases/share-sizes.ts';
import * as timeline from './usecases/timeline.ts';
import { exported as exportTimeline } from './usecases/timeline-export.ts';
import { importTimeline, preview as previewImport } from './usecases/timeline-import.ts';
import * as timestamp from './usecases/timestamp.ts';
import * as witness from './usecases/witness.ts';

type Handlers = {
  readonly [Name in EngineMethodName]: (
    engine: Engine,
    request: RequestOf<Name>,
  ) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

/** Every method of the contract that touches a case or the profile, and who answers it. */
export const handlers: Handlers = {
  'case.create': caseFile.create,
  'case.intake': caseFile.intake,
  'case.open': caseFile.open,
  'case.info': caseFile.info,
  'case.change-passphrase': changePassphrase,
  'case.prove': prove,
  'fact.state': course.state,
  'phase.enter': course.enter,
  'clock.check': course.clock,
  'case.seal': course.seal,
  'case.unseal': course.unseal,
  'room.list': room.list,
  'room.presence': room.presence,
  'call.record': room.call,
  'plan.show': plan.show,
  'plan.step': plan.step,
  'plan.link': plan.link,
  'plan.add-step': plan.add,
  'plan.export': plan.exported,
  'plan.import': plan.take,
  'deadline.list': plan.deadlines,
  'deadline.set': plan.deadline,
  'action.list': action.list,
  'action.record': action.record,
  'action.result': action.result,
  'notice.list': notice.list,
  'notice.add': notice.add,
  'notice.draft': notice.draft,
  'notice.record': notice.record,
  'review.show': review.show,
  'review.write': review.write,
  'review.add': review.add,
  'review.settle': review.settle,
  'review.excerpt': review.excerpt,
  'review.approve': review.approve,
  'log.inspect': logIndex.inspect,
  'log.import': logIndex.importLogs,
  'log.sources': logIndex.sources,
  'log.problems': logIndex.problems,
  'log.drop': logIndex.drop,
  'log.clock-offset': logIndex.correctClockOf,
  'log.search': logSearch.search,
  'log.page': logSearch.page,
  'log.progress': logSearch.progress,
  'log.row': logSearch.row,
  'log.around': logSearch.around,
  'log.searches': logSearch.searches,
  'log.keep-search': logSearch.keep,
  'log.pin': logSearch.pin,
  'log.export': exportLogs,
  'log.findings': finding.findings,
  'log.dismiss': finding.dismiss,
  'log.reopen': finding.reopen,
  'review.export': reviewPlan.exported,
  'review.into-preparation': reviewPlan.intoPreparation,
  'log.wanted': log.wanted,
  'log.want': log.want,
  'log.state': log.state,
  'log.coverage': log.coverage,
  'log.cover': log.cover,
  'log.uncover': log.uncover,
  'log.rotations': log.rotations,
  'log.rotation': log.rotation,
  'handover.list': handover.list,
  'handover.give': handover.give,
  'handover.accept': handover.accept,
  'handover.page': handover.page,
  'extent.list': extent.list,
  'extent.state': extent.state,
  'note.add': note.add,
  'note.correct': marks.correct,
  'tag.list': note.tags,
  'draft.save': note.saveDraftText,
  'draft.read': note.readDraftText,
  'time.understand': note.understand,
  'timeline.list': timeline.list,
  'timeline.survey': timeline.survey,
  'timeline.place': timeline.place,
  'timeline.look': timeline.look,
  'timeline.export': exportTimeline,
  'entry.show': timeline.show,
  'timeline.import-preview': previewImport,
  'timeline.import': importTimeline,
  'entry.withhold': marks.withhold,
  'entry.attach': marks.attach,
  'evidence.add': addEvidence,
  'evidence.leave-out': leaveOutEvidence,
  'evidence.add-thing': describeEvidence.addThing,
  'evidence.add-bytes': addBytes,
  'evidence.describe': describeEvidence.describe,
  'evidence.list': evidence.list,
  'evidence.columns': evidenceColumns,
  'evidence.show': evidence.show,
  'evidence.preview': previewEvidence,
  'evidence.verify': verifyEvidence,
  'evidence.compare': compareEvidence,
  'evidence.extract': extractEvidence,
  'evidence.key': exportKey,
  'custody.record': custody.record,
  'evidence.hold': custody.hold,
  'evidence.retention': custody.retention,
  'evidence.release': custody.release,
  'custody.form': custodyForm,
  'job.cancel': ({ jobs }, { job }) => (jobs.cancel(job), {}),
  'job.pause': ({ jobs }, { job }) => (jobs.pause(job), {}),
  'job.resume': ({ jobs }, { job }) => (jobs.resume(job), {}),
  'record.verify': verifyRecord,
  'file.check': fileCheck.check,
  'file.kind': kindOfFile,
  'bag.check': checkBagFolder,
  'report.check': reportCheck.checkReportFile,
  'file.compare': fileCheck.compare,
  'file.forget': fileCheck.forget,
  'record.merge': merging.merge,
  'record.preview': looking.preview,
  'record.compare': looking.compare,
  'record.lacked': looking.lacked,
  'record.leave': looking.leave,
  'fork.list': fork.list,
  'fork.export': fork.exportFork,
  'fork.admit': fork.admit,
  'share.copy': copy,
  'backup.show': backup.show,
  'mirror.set': backup.set,
  'mirror.now': backup.now,
  'share.sizes': copySizes,
  'share.bag': shareBag,
  'share.standard': shareStandard,
  'share.target': copyTarget,
  'passphrase.judge': judgePassphrase,
  'owner.show': showOwner,
  'document.make': documents.make,
  'document.take': documents.take,
  'document.record': documents.record,
  'preparation.show': preparation.show,
  'preparation.set-organisation': preparation.organisation,
  'preparation.set-member': preparation.member,
  'preparation.set-defence': preparation.defence,
  'preparation.record-check': preparation.check,
  'preparation.set-finding': preparation.finding,
  'preparation.record-log-review': preparation.logReview,
  'preparation.plan': preparationPlan.shown,
  'preparation.save-plan': preparationPlan.save,
  'preparation.import-plan': preparationPlan.take,
  'preparation.export-plan': preparationPlan.exported,
  'preparation.approve': preparation.approve,
  'preparation.review': preparationPlan.review,
  'preparation.review-told': preparationPlan.reviewTold,
  'preparation.sheet': preparationSheet,
  'preparation.passphrase': preparation.passphrase,
  'profile.show': profile.show,
  'profile.recent': profile.recent,
  'profile.forget': profile.forget,
  'profile.forget-all': profile.forgetAll,
  'profile.rename': profile.rename,
  'profile.unlock': profile.unlock,
  'profile.protect': profile.protect,
  'passphrase.suggest': profile.suggestPassphrase,
  'passphrase.sheet': keySheet,
  'sample.create': createSample,
  'witness.show': witness.show,
  'witness.record': witness.record,
  'witness.check': witness.check,
  'timestamp.request': timestamp.request,
  'timestamp.import': timestamp.take,
  'timestamp.check': timestamp.check,
  'author.list': author.list,
  'author.add': author.add,
  'author.rename': author.rename,
  'author.choose': author.choose,
  'author.confirm': author.confirm,
  'author.disown': author.disown,
  'author.same': author.same,
};
