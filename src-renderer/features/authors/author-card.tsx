import { useState } from 'react';
import type { CaseAuthor } from '../../../src-main/contract/author.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { shortDay, clockWithZone } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { claimSamePerson } from '../../state/authors.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconPhone } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { JudgeForm } from './judge-form.tsx';

interface Props {
  readonly author: CaseAuthor;
  readonly readOnly: boolean;
  /** The form that is open on the screen: `confirm KEY` or `disown KEY`. */
  readonly open: string | null;
  readonly onOpen: (form: string | null) => void;
}

const TONES = { founder: 'ok', confirmed: 'ok', unconfirmed: 'warn', disowned: 'danger' } as const;
const ICONS = {
  founder: IconCircleCheck,
  confirmed: IconCircleCheck,
  unconfirmed: IconHelpCircle,
  disowned: IconAlertTriangle,
} as const;

/** `Tue 17 Nov 02:14 CET` in the shown zone. */
function useWhen(): (instant: string) => string {
  const zone = useShownZone();
  return (instant) => {
    const at = new Date(instant);
    return `${shortDay(at, zone)} ${clockWithZone(at, zone, 'minute')}`;
  };
}

function AuthorHead({ author }: { readonly author: CaseAuthor }) {
  const text = en.authors;
  const writing = useCaseAuthors((state) => state.writing);
  return (
    <div className="row author-head">
      <h2>{visibleName(author.name)}</h2>
      <Chip tone={TONES[author.trust]}>
        <Ic of={ICONS[author.trust]} size={14} />
        {text.trust[author.trust]}
      </Chip>
      {author.thisDevice ? <Chip>{text.thisDevice}</Chip> : null}
      {author.key === writing ? <Chip tone="accent">{text.writes}</Chip> : null}
    </div>
  );
}

function AuthorHistory({ author }: { readonly author: CaseAuthor }) {
  const text = en.authors;
  const when = useWhen();
  return (
    <ul className="author-history">
      {author.disownedSince === null ? null : (
        <li className="warn-text num">{text.disownedSince(when(author.disownedSince))}</li>
      )}
      {author.judgements.map((judgement) => (
        <li key={judgement.entry} className="num">
          {text.judged[judgement.says](
            visibleName(judgement.judge.name),
            text.means[judgement.by] ?? judgement.by,
            when(judgement.recorded),
          )}
          {judgement.judge.trust === 'unconfirmed' ? ` (${en.timeline.pane.trust.unconfirmed})` : ''}
          {judgement.why === undefined ? '' : `: ${visibleText(judgement.why)}`}
        </li>
      ))}
      {author.samePersonAs.map((key) => (
        <li key={key}>{text.samePerson(key.slice(0, 16))}</li>
      ))}
    </ul>
  );
}

/** One key: whose it is, how far it is trusted and why, its words to read on the telephone, and what can be done. */
export function AuthorCard({ author, readOnly, open, onOpen }: Props) {
  const text = en.authors;
  const writing = useCaseAuthors((state) => state.writing);
  const [error, setError] = useState<ErrorData | null>(null);
  const name = visibleName(author.name);
  const other = author.key !== writing;
  const form = open?.endsWith(author.key) === true ? open.split(' ')[0] : undefined;
  return (
    <li className="author-card" aria-label={name}>
      <AuthorHead author={author} />
      <p className="meta">
        {author.role === '' ? text.noRole : visibleName(author.role)}, {text.on(visibleName(author.device))},{' '}
        <span className="mono select">{text.key(author.key.slice(0, 16))}</span>
      </p>
      <WordsBlock label={text.wordsOf(name)} words={author.words} large />
      {!other && author.trust === 'unconfirmed' ? <p className="t2">{text.readYours}</p> : null}
      <AuthorHistory author={author} />
      {other && !readOnly ? (
        <div className="row author-actions">
          {author.trust === 'founder' ? null : (
            <Button
              icon={IconPhone}
              aria-expanded={form === 'confirm'}
              onClick={() => onOpen(form === 'confirm' ? null : `confirm ${author.key}`)}
            >
              {text.confirm}
              <span className="sr"> {name}</span>
            </Button>
          )}
          <Button
            aria-expanded={form === 'disown'}
            onClick={() => onOpen(form === 'disown' ? null : `disown ${author.key}`)}
          >
            {text.disown}
            <span className="sr"> {name}</span>
          </Button>
          <Button look="quiet" onClick={() => void claimSamePerson(author).then(setError)}>
            {text.same}
            <span className="sr">: {name}</span>
          </Button>
        </div>
      ) : null}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.notRecorded}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {form === 'confirm' || form === 'disown' ? (
        <JudgeForm key={form} author={author} says={form} onDone={() => onOpen(null)} />
      ) : null}
    </li>
  );
}
