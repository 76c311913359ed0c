import { useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconUsers } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { AuthorCard } from './author-card.tsx';
import { ThisDevice } from './this-device.tsx';
import './authors.css';

/** Who writes here, and whom can I trust? */
export function Authors() {
  const text = en.authors;
  const { authors, error } = useCaseAuthors();
  const readOnly = useCase((state) => state.info?.readOnly === true);
  const [open, setOpen] = useState<string | null>(null);
  const unsure = (authors ?? []).filter(({ trust }) => trust === 'unconfirmed').length;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        {authors === null ? null : (
          <span className="meta num">{text.subtitle(count(authors.length), count(unsure))}</span>
        )}
      </div>
      <div className="body authors">
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} {text.failedHint} <ErrorCode code={error.code} />
          </Notice>
        )}
        {authors?.length === 0 ? (
          <Empty icon={IconUsers} title={text.emptyTitle} hint={text.emptyHint} />
        ) : (
          <ul className="author-list" aria-label={text.list}>
            {(authors ?? []).map((author) => (
              <AuthorCard
                key={author.key}
                author={author}
                readOnly={readOnly}
                open={open}
                onOpen={(form) => setOpen(form)}
              />
            ))}
          </ul>
        )}
        {readOnly ? null : <ThisDevice />}
      </div>
    </>
  );
}
