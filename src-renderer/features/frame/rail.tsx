import { useRef, useState } from 'react';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { type Section, showSection, useCase } from '../../state/case.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { useEvidence } from '../../state/evidence.ts';
import { logsRead, useLogs } from '../../state/logs.ts';
import { noticesDue, stepsDone, usePlan } from '../../state/plan.ts';
import { ownerPlaces, sections } from '../../state/sections.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import {
  IconAddressBook,
  IconChecklist,
  IconClipboardText,
  IconFileSearch,
  IconFingerprint,
  IconLayoutDashboard,
  IconMail,
  IconMenu2,
  IconPackage,
  IconScale,
  IconSettings,
  IconShare2,
  IconTimeline,
  IconUser,
  IconUsers,
} from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { useMedia } from '../../ui/use-media.ts';

type Place = ReturnType<typeof sections>[number] & {
  readonly icon: IconType;
  /** What the count means, for the accessible name. */
  readonly spoken?: string;
  readonly count?: string;
};

const icons: Readonly<Record<Section, IconType>> = {
  overview: IconLayoutDashboard,
  timeline: IconTimeline,
  evidence: IconPackage,
  facts: IconScale,
  plan: IconChecklist,
  review: IconClipboardText,
  owner: IconUser,
  logs: IconFileSearch,
  notify: IconMail,
  share: IconShare2,
  authors: IconUsers,
  witness: IconFingerprint,
  preparation: IconAddressBook,
  settings: IconSettings,
};

/** What stands at the right of a section. */
function useCounts(): Readonly<Partial<Record<Section, Pick<Place, 'spoken' | 'count'>>>> {
  const entries = useCase((state) => state.info?.entries ?? 0);
  const facts = useCase((state) => state.info?.facts.length ?? 0);
  // Before they were read nobody knows how many there are.
  const exhibits = useEvidence((state) => (state.loaded ? state.exhibits.length : null));
  const authors = useCaseAuthors((state) => state.authors?.length ?? 0);
  const steps = usePlan(stepsDone);
  const logs = useLogs(logsRead);
  const due = usePlan(noticesDue);
  const text = en.caseFrame;
  const counted = (spoken: string, n: number) => ({ spoken, count: count(n) });
  return {
    timeline: counted(text.entriesUnit, entries),
    ...(exhibits === null ? {} : { evidence: counted(text.exhibitsUnit, exhibits) }),
    facts: counted(text.factsUnit, facts),
    ...(steps === '' ? {} : { plan: { spoken: text.stepsUnit, count: steps } }),
    ...(logs === '' ? {} : { logs: { spoken: en.logs.unit, count: logs } }),
    ...(due === 0 ? {} : { notify: { spoken: '', count: en.notify.due(due) } }),
    authors: counted(text.authorsUnit, authors),
  };
}

/** The sections in their order, with counts. */
function usePlaces(current: Section): readonly Place[] {
  const counts = useCounts();
  return (current === 'owner' ? ownerPlaces() : sections()).map((place) => ({
    ...place,
    icon: icons[place.section],
    ...counts[place.section],
  }));
}

interface ItemsProps {
  readonly places: readonly Place[];
  readonly current: Section;
  readonly onChoose: (section: Section) => void;
  /** In a menu that has just opened, the keys are at the section that is shown. */
  readonly startHere?: boolean;
}

function Items({ places, current, onChoose, startHere = false }: ItemsProps) {
  return places.map(({ section, name, icon, keyName, spoken, count: shown }) => (
    <button
      key={section}
      type="button"
      className="rail-item"
      data-section={section}
      aria-current={section === current ? 'page' : undefined}
      autoFocus={startHere && section === current}
      onClick={() => onChoose(section)}
    >
      <Ic of={icon} size={18} />
      <span>{name}</span>
      {shown === undefined ? null : (
        <span className="n">
          {shown}
          <span className="sr"> {spoken}</span>
        </span>
      )}
      {keyName === '' ? null : <span className="sr">, {en.caseFrame.ctrl(keyName)}</span>}
    </button>
  ));
}

function AuthorFoot() {
  const author = useCase((state) => state.author);
  const text = en.caseFrame;
  return (
    <div className="rail-foot">
      <span className="b clip">{author === null ? text.authorNotYet : visibleName(author.name)}</span>
      {author === null ? null : <span className="t3 clip">{text.writingOn(visibleName(author.device))}</span>}
    </div>
  );
}

/** The same behind one button, where there is no room for a rail: at 200 % zoom. */
function RailMenu({ places, current }: Pick<ItemsProps, 'places' | 'current'>) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The keys were inside the menu, so they are given back by hand.
  const close = (): void => {
    setOpened(false);
    button.current?.focus();
  };
  const here = places.find(({ section }) => section === current);
  const text = en.caseFrame;
  return (
    <nav className="rail-menu" aria-label={text.sections} data-region>
      <Popover
        opened={opened}
        onClose={close}
        label={text.sections}
        width={232}
        target={
          <button
            ref={button}
            type="button"
            className="rail-item"
            aria-haspopup="dialog"
            aria-expanded={opened}
            aria-label={text.sectionsNow(here?.name ?? '')}
            onClick={() => setOpened(!opened)}
          >
            <Ic of={IconMenu2} size={18} />
            <span>{here?.name}</span>
          </button>
        }
      >
        <div className="rail-list">
          <Items
            places={places}
            current={current}
            startHere
            onChoose={(section) => {
              close();
              showSection(section);
            }}
          />
          <AuthorFoot />
        </div>
      </Popover>
    </nav>
  );
}

/** The sections of the case, with counts; who writes at the foot. */
export function Rail() {
  const current = useCase((state) => state.section);
  const places = usePlaces(current);
  const small = useMedia('(max-width: 760px)');
  if (small) return <RailMenu places={places} current={current} />;
  return (
    <nav className="rail" aria-label={en.caseFrame.sections} data-region>
      <Items places={places} current={current} onChoose={showSection} />
      <AuthorFoot />
    </nav>
  );
}
