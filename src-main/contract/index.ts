import type { z } from 'zod';
import { actionMethods } from './action.ts';
import { authorMethods } from './author.ts';
import { bagMethods } from './bag.ts';
import { caseMethods } from './case.ts';
import { courseMethods } from './course.ts';
import { custodyMethods } from './custody.ts';
import type { ErrorData } from './error.ts';
import { documentMethods } from './document.ts';
import { evidenceMethods } from './evidence.ts';
import { evidenceColumnMethods } from './evidence-columns.ts';
import { evidencePreviewMethods } from './evidence-preview.ts';
import { extentMethods } from './extent.ts';
import { findingMethods } from './finding.ts';
import { fileCheckMethods } from './file-check.ts';
import { forkMethods } from './fork.ts';
import { handoverMethods } from './handover.ts';
import { jobMethods } from './job.ts';
import { logMethods } from './log.ts';
import { logExportMethods } from './log-export.ts';
import { logIndexMethods } from './log-index.ts';
import { logSearchMethods } from './log-search.ts';
import { mergeMethods } from './merge.ts';
import { mirrorMethods } from './mirror.ts';
import { noteMethods } from './note.ts';
import { noticeMethods } from './notice.ts';
import { planMethods } from './plan.ts';
import { preparationMethods } from './preparation.ts';
import { profileMethods } from './profile.ts';
import { reportCheckMethods } from './report-check.ts';
import { reviewMethods } from './review.ts';
import { recordMethods } from './record.ts';
import { roomMethods } from './room.ts';
import { shareMethods } from './share.ts';
import { shellMethods } from './shell.ts';
import { standardMethods } from './standard.ts';
import { timelineMethods } from './timeline.ts';
import { timelineImportMethods } from './timeline-import.ts';
import { timestampMethods } from './timestamp.ts';
import { witnessMethods } from './witness.ts';

/** Methods that the engine process answers; the command line calls the same ones in its own process. */
export const engineMethods = {
  ...caseMethods,
  ...courseMethods,
  ...roomMethods,
  ...planMethods,
  ...actionMethods,
  ...noticeMethods,
  ...reviewMethods,
  ...logMethods,
  ...logIndexMethods,
  ...logSearchMethods,
  ...logExportMethods,
  ...findingMethods,
  ...handoverMethods,
  ...extentMethods,
  ...noteMethods,
  ...timelineMethods,
  ...timelineImportMethods,
  ...evidenceMethods,
  ...evidenceColumnMethods,
  ...evidencePreviewMethods,
  ...custodyMethods,
  ...jobMethods,
  ...recordMethods,
  ...fileCheckMethods,
  ...reportCheckMethods,
  ...mergeMethods,
  ...forkMethods,
  ...shareMethods,
  ...mirrorMethods,
  ...bagMethods,
  ...standardMethods,
  ...documentMethods,
  ...preparationMethods,
  ...profileMethods,
  ...witnessMethods,
  ...timestampMethods,
  ...authorMethods,
} as const;

/** All methods that a window may call. */
export const methods = { ...engineMethods, ...shellMethods } as const;

export type EngineMethodName = keyof typeof engineMethods;
export type ShellMethodName = keyof typeof shellMethods;
export type MethodName = keyof typeof methods;
export type RequestOf<Name extends MethodName> = z.input<(typeof methods)[Name]['request']>;
export type ResponseOf<Name extends MethodName> = z.output<(typeof methods)[Name]['response']>;

/** Every answer that crosses a process edge: errors are data, so that no field of theirs is lost. */
export type Answer<Name extends MethodName> =
  | { readonly ok: true; readonly data: ResponseOf<Name> }
  | { readonly ok: false; readonly error: ErrorData };
