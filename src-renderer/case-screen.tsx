import { Authors } from './features/authors/authors.tsx';
import { CourseForms } from './features/course/course-forms.tsx';
import { EntryForms } from './features/entry-actions/entry-forms.tsx';
import { DropEvidence } from './features/evidence/drop-evidence.tsx';
import { PasteEvidence } from './features/evidence/paste-evidence.tsx';
import { HalfWritten } from './features/entry-actions/half-written.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { Facts } from './features/facts/facts.tsx';
import { DoneToasts } from './features/frame/done-toasts.tsx';
import { Frame } from './features/frame/frame.tsx';
import { PlaceBar } from './features/frame/place-bar.tsx';
import { Rail } from './features/frame/rail.tsx';
import { SealedBar } from './features/frame/sealed-bar.tsx';
import { TopBar } from './features/frame/top-bar.tsx';
import { WordsBar } from './features/frame/words-bar.tsx';
import { NoteLine } from './features/note-line/note-line.tsx';
import { Share } from './features/share/share.tsx';
import { Timeline } from './features/timeline/timeline.tsx';
import { ImportNotice } from './features/timeline-import/import-notice.tsx';
import { TimelineImport } from './features/timeline-import/import-dialog.tsx';
import { Witness } from './features/witness/witness.tsx';
import { type Section, showSection, useCase } from './state/case.ts';
import { lockCase } from './state/lock.ts';
import { useKeys } from './ui/keyboard.ts';
import { moveRegion } from './ui/regions.ts';

function SectionScreen({ section }: { readonly section: Section }) {
  switch (section) {
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

/** An open case: the frame, the section, and the note line in its fixed place. */
export function CaseScreen() {
  const section = useCase((state) => state.section);
  useKeys({
    'mod+1': () => showSection('timeline'),
    'mod+2': () => showSection('evidence'),
    'mod+3': () => showSection('share'),
    'mod+4': () => showSection('authors'),
    'mod+5': () => showSection('witness'),
    'mod+6': () => showSection('facts'),
    'mod+l': () => void lockCase('menu'),
    f6: () => moveRegion(1),
    'shift+f6': () => moveRegion(-1),
  });
  return (
    <Frame
      topBar={<TopBar onEvidence={() => showSection('evidence')} onWitness={() => showSection('witness')} />}
      rail={<Rail />}
      noteLine={
        <div className="line-area">
          <WordsBar />
          <PlaceBar />
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
      <DoneToasts />
    </Frame>
  );
}
