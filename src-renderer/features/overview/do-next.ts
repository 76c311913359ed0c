import { showSection } from '../../state/case.ts';
import { showWantedLogs } from '../../state/log-links.ts';
import { openCourseForm, openStating, selectFact } from '../../state/course.ts';
import { openForm, selectExhibit } from '../../state/evidence.ts';
import { openHandover } from '../../state/handover.ts';
import { chooseEvidence } from '../../state/intake.ts';
import { openLogForm } from '../../state/logs.ts';
import { showTask } from '../../state/merge.ts';
import { showNotice } from '../../state/notify.ts';
import type { NextStep } from './what-is-next.ts';

function showExhibit(exhibit: string | undefined): void {
  showSection('evidence');
  selectExhibit(exhibit ?? null);
}

/** Goes to where a thing is done, with what it takes already open. */
export function doNext(step: NextStep): void {
  switch (step.kind) {
    case 'changed':
      showExhibit(step.exhibits[0]);
      return;
    case 'forks':
      showSection('share');
      showTask('merge');
      return;
    case 'phase-conflict':
      showSection('timeline');
      return;
    case 'fact-conflict':
      showSection('facts');
      selectFact(step.fact);
      return;
    case 'deadline':
      if (step.recipient === null) showSection('plan');
      else showNotice(step.recipient);
      return;
    case 'interrupted':
      showSection('evidence');
      return;
    case 'fact':
      showSection('facts');
      selectFact(step.fact);
      openStating(step.fact);
      return;
    case 'first-evidence':
      showSection('evidence');
      void chooseEvidence('files');
      return;
    case 'receipt':
      showExhibit(step.exhibit);
      openForm('acknowledged');
      return;
    case 'missing':
      showExhibit(step.exhibit);
      openForm('describe');
      return;
    case 'handover':
      openHandover('accept');
      return;
    case 'ended':
      showSection('facts');
      selectFact('ended');
      openStating('ended');
      return;
    case 'rotation':
      showWantedLogs();
      if (step.why === 'none') openLogForm({ kind: 'rotation', event: 'stopped', job: '' });
      if (step.why === 'open') openLogForm({ kind: 'rotation', event: 'confirmed', job: step.job });
      return;
    case 'logs':
      showWantedLogs();
      return;
    case 'confirm':
      showSection('authors');
      return;
    case 'clock':
      openCourseForm('clock');
      return;
    case 'witness':
      showSection('witness');
  }
}
