import { CaseError } from '../../domain/errors.ts';
import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { checkPages } from '../../store/check-pages.ts';
import { type PageMirror, mirrorPages } from '../../store/mirror-pages.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

export type MirrorRequest =
  | { readonly kind: 'begin'; readonly file: number; readonly out: string; readonly cancelFlag: Int32Array }
  /** Copies what was written since the pass before. */
  | { readonly kind: 'pass' }
  /** Makes it durable and reads each page back. */
  | { readonly kind: 'finish'; readonly out: string; readonly key: KeyBytes };

let mirror: PageMirror | null = null;
let check = (): void => undefined;

/** Answers with the number of pages that were copied, or read back. */
serve<MirrorRequest, number>((request) => {
  switch (request.kind) {
    case 'begin': {
      const { cancelFlag } = request;
      check = () => heed(cancelFlag);
      mirror = mirrorPages(request.file, request.out);
      return mirror.pass(check);
    }
    case 'pass':
      return mirror?.pass(check) ?? 0;
    case 'finish': {
      mirror?.finish();
      mirror = null;
      const report = checkPages(request.out, keyFrom(request.key));
      if (report.damagedCount > 0 || report.rest > 0 || report.expected !== report.pages) {
        throw new CaseError('copy-not-good', { path: request.out, reason: 'its pages do not fit' });
      }
      return report.pages;
    }
  }
});
