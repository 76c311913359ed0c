import { Authors } from './features/authors/authors.tsx';
import { Curtain } from './features/curtain/curtain.tsx';
import { LockQuestion } from './features/curtain/lock-question.tsx';
import { CourseForms } from './features/course/course-forms.tsx';
import { EntryForms } from './features/entry-actions/entry-forms.tsx';
import { DropEvidence } from './features/evidence/drop-evidence.tsx';
import { PasteEvidence } from './features/evidence/paste-evidence.tsx';
import { HalfWritten } from './features/entry-actions/half-written.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { Facts } from './features/facts/facts.tsx';
import { BackupBar } from './features/frame/backup-bar.tsx';
import { ClockBar } from './features/frame/clock-bar.tsx';
import { DeadlineVoice } from './features/frame/deadline-voice.tsx';
import { DoneToasts } from './features/frame/done-toasts.tsx';
import { Frame } from './features/frame/frame.tsx';
import { PlaceBar } from './features/frame/place-bar.tsx';
import { PracticeBar } from './features/frame/practice-bar.tsx';
import { Rail } from './features/frame/rail.tsx';
import { SealedBar } from './features/frame/sealed-bar.tsx';
import { TopBar } from './features/frame/top-bar.tsx';
import { WordsBar } from './features/frame/words-bar.tsx';
import { HandoverForms } from './features/handover/handover-forms.tsx';
import { NoteLine } from './features/note-line/note-line.tsx';
import { Notify } from './features/notify/notify.tsx';
import { Sent } from './features/notify/sent-form.tsx';
import { Overview } from './features/overview/overview.tsx';
import { Owner } from './features/owner/owner.tsx';
import { Palette } from './features/palette/palette.tsx';
import { Plan } from './features/plan/plan.tsx';
import { GateForm } from './features/plan/gate-form.tsx';
import { OwnDeadlineForms } from './features/plan/own-deadline-form.tsx';
import { Suspicion } from './features/plan/suspicion-form.tsx';
import { Prepared } from './features/prepared/prepared.tsx';
import { Review } from './features/review/review.tsx';
import { Share } from './features/share/share.tsx';
import { SettingsSection } from './settings-section.tsx';
import { Timeline } from './features/timeline/timeline.tsx';
import { ImportNotice } from './features/timeline-import/import-notice.tsx';
import { TimelineImport } from './features/timeline-import/import-dialog.tsx';
import { Witness } from './features/witness/witness.tsx';
import { LogsScreen } from './logs-screen.tsx';
import { type Section, showSection, useCase } from './state/case.ts';
import { lockKeyDown } from './state/lock-key.ts';
import { sectionKeys } from './state/sections.ts';
import { useSession } from './state/session.ts';
import { useKeys } from './ui/keyboard.ts';
import { moveRegion } from './ui/regions.ts';

function SectionScreen({ section }: { readonly section: Section }) {
  switch (section) {
    case 'overview':
      return <Overview />;
    case 'timeline':
      return (
        <>
          <ImportNotice />
          <Timeline />
        </>
      );
    case 'evidence':
      return <Evidence />;
    case 'share':
      return <Share />;
    case 'authors':
      return <Authors />;
    case 'witness':
      return <Witness />;
    case 'facts':
      return <Facts />;
    case 'plan':
      return <Plan />;
    case 'review':
      return <Review />;
    case 'owner':
      return <Owner />;
    case 'logs':
      return <LogsScreen />;
    case 'notify':
      return <Notify />;
    case 'preparation':
      return <Prepared />;
    case 'settings':
      return <SettingsSection />;
  }
}

/** From the note line to what stands above it: the list of the section, or the section itself. */
function toSection(): void {
  const main = document.getElementById('main');
  const list = main?.querySelector<HTMLElement>('[role="listbox"], .exhibit-button[tabindex="0"]');
  (list ?? main)?.focus();
}

function toNoteLine(): void {
  document.querySelector<HTMLElement>('.noteline [data-region-entrance]')?.focus();
}

/** An open case, or the curtain before it. */
export function CaseScreen() {
  const hidden = useSession(({ screen }) => screen.kind === 'curtain');
  return hidden ? <Curtain /> : <ShownCase />;
}

/** The frame, the section, and the note line in its fixed place. */
function ShownCase() {
  const section = useCase((state) => state.section);
  useKeys({
    ...sectionKeys(),
    'mod+l': ({ repeat }) => lockKeyDown(repeat),
    f6: () => moveRegion(1),
    'shift+f6': () => moveRegion(-1),
  });
  return (
    <Frame
      topBar={<TopBar onEvidence={() => showSection('evidence')} onWitness={() => showSection('witness')} />}
      rail={<Rail />}
      noteLine={
        <div className="line-area">
          <PracticeBar />
          <WordsBar />
          <PlaceBar />
          <ClockBar />
          <BackupBar />
          <SealedBar />
          <HalfWritten onDiscarded={toNoteLine} />
          <NoteLine onLeave={toSection} />
        </div>
      }
    >
      <SectionScreen section={section} />
      <DropEvidence />
      <PasteEvidence />
      <EntryForms />
      <TimelineImport />
      <CourseForms />
      <Suspicion />
      <Sent />
      <GateForm />
      <HandoverForms />
      <OwnDeadlineForms />
      <Palette />
      <LockQuestion />
      <DoneToasts />
      <DeadlineVoice />
    </Frame>
  );
}
