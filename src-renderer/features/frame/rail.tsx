import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { type Section, showSection, useCase } from '../../state/case.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { useEvidence } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import {
  IconFingerprint,
  IconPackage,
  IconScale,
  IconShare2,
  IconTimeline,
  IconUsers,
} from '../../ui/icons.ts';

interface ItemProps {
  readonly section: Section;
  readonly current: Section;
  readonly name: string;
  readonly icon: IconType;
  readonly keyName: string;
  /** What the count means, for the accessible name. */
  readonly spoken?: string;
  readonly count?: string;
}

function Item({ section, current, name, icon, keyName, spoken, count: shown }: ItemProps) {
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={section === current ? 'page' : undefined}
      onClick={() => showSection(section)}
    >
      <Ic of={icon} size={18} />
      <span>{name}</span>
      {shown === undefined ? null : (
        <span className="n">
          {shown}
          <span className="sr"> {spoken}</span>
        </span>
      )}
      <span className="sr">, {en.caseFrame.ctrl(keyName)}</span>
    </button>
  );
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

/** The sections of the case, with counts; who writes at the foot. */
export function Rail() {
  const section = useCase((state) => state.section);
  const entries = useCase((state) => state.info?.entries ?? 0);
  const facts = useCase((state) => state.info?.facts.length ?? 0);
  const exhibits = useEvidence((state) => state.exhibits.length);
  const authors = useCaseAuthors((state) => state.authors?.length ?? 0);
  const text = en.caseFrame;
  return (
    <nav className="rail" aria-label={text.sections} data-region>
      <Item
        section="timeline"
        current={section}
        name={text.timeline}
        icon={IconTimeline}
        keyName="1"
        spoken={text.entriesUnit}
        count={count(entries)}
      />
      <Item
        section="evidence"
        current={section}
        name={text.evidence}
        icon={IconPackage}
        keyName="2"
        spoken={text.exhibitsUnit}
        count={count(exhibits)}
      />
      <Item section="share" current={section} name={text.share} icon={IconShare2} keyName="3" />
      <Item
        section="authors"
        current={section}
        name={text.authors}
        icon={IconUsers}
        keyName="4"
        spoken={text.authorsUnit}
        count={count(authors)}
      />
      <Item section="witness" current={section} name={text.witness} icon={IconFingerprint} keyName="5" />
      <Item
        section="facts"
        current={section}
        name={text.facts}
        icon={IconScale}
        keyName="6"
        spoken={text.factsUnit}
        count={count(facts)}
      />
      <AuthorFoot />
    </nav>
  );
}
