import type { Preview } from '../../../src-main/contract/merge.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';

/** Who wrote what would come in, with the four words by which people compare a key. */
export function PreviewAuthors({ authors }: Pick<Preview, 'authors'>) {
  const text = en.merge.preview;
  if (authors.length === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-authors">
      <h2 id="preview-authors">{text.authors}</h2>
      {authors.map(({ key, name, words, trust, entries }) => (
        <div key={key} className="col preview-author">
          <p>
            <b>{visibleName(name)}</b> <span className="num t2">{text.authorEntries(count(entries))}</span>{' '}
            {trust === null ? null : (
              <>
                <TrustMark trust={trust} /> <span className="meta">{en.timeline.pane.trust[trust]}</span>
              </>
            )}
          </p>
          <WordsBlock label={en.merge.done.wordsOf(visibleName(name))} words={words} />
          {trust === null ? <p className="warn-text">{text.authorNew}</p> : null}
        </div>
      ))}
    </section>
  );
}
