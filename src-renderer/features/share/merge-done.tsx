import type { Merged } from '../../../src-main/contract/merge.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { anotherFile } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconGitMerge } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { ForkNotice } from './fork-notice.tsx';
import { MergeConflicts } from './merge-conflicts.tsx';
import { ProblemNotice } from './problem-notice.tsx';

function Problems({ merged }: { readonly merged: Merged }) {
  const text = en.merge.done;
  const bytesOnly = merged.problems.every(({ code }) => code === 'evidence-changed');
  return (
    <ProblemNotice problems={merged.problems} title={bytesOnly ? text.bytesLeft : text.refused}>
      {bytesOnly ? text.bytesLeftHint : text.refusedHint}
    </ProblemNotice>
  );
}

function CameIn({ merged }: { readonly merged: Merged }) {
  const text = en.merge.done;
  const { added, evidence } = merged;
  const parts = [
    text.entries(count(added.entries)),
    ...(added.exhibits === 0 ? [] : [text.exhibits(count(added.exhibits))]),
    ...(evidence === 0 ? [] : [text.evidence(count(evidence))]),
  ];
  const nothing = added.entries === 0 && evidence === 0;
  if (nothing && merged.forks.length > 0) return null;
  return (
    <Notice tone={nothing ? 'info' : 'ok'} role="status" title={nothing ? text.nothing : `${text.title}:`}>
      {nothing ? '' : `${parts.join(', ')}.`}
    </Notice>
  );
}

function NewAuthors({ authors }: { readonly authors: Merged['newAuthors'] }) {
  const text = en.merge.done;
  if (authors.length === 0) return null;
  return (
    <section className="col" aria-labelledby="merge-authors">
      <div className="row">
        <h2 id="merge-authors">{text.authors}</h2>
        <Button className="small right" onClick={() => showSection('authors')}>
          {en.caseFrame.authors}
        </Button>
      </div>
      <p className="t2">{text.authorsHint}</p>
      {authors.map(({ key, name, words }) => (
        <div key={key} className="col">
          <p>
            <b>{visibleName(name)}</b>{' '}
            <span className="meta mono">{en.merge.forks.key(key.slice(0, 16))}</span>
          </p>
          <WordsBlock label={text.wordsOf(visibleName(name))} words={words} large />
        </div>
      ))}
    </section>
  );
}

/** What a merge brought, in plain words. */
export function MergeDone({ merged }: { readonly merged: Merged }) {
  const text = en.merge.done;
  const { branches, admitted, problems } = merged;
  const refused = problems.some(({ code }) => code !== 'evidence-changed');
  return (
    <div className="share-form">
      <Problems merged={merged} />
      <ForkNotice forks={merged.forks} advice={false} />
      {refused ? null : <CameIn merged={merged} />}
      <NewAuthors authors={merged.newAuthors} />
      <MergeConflicts conflicts={merged.conflicts} />
      {branches.length === 0 ? null : (
        <section className="col" aria-labelledby="merge-branches">
          <h2 id="merge-branches">{text.branches}</h2>
          <ul>
            {branches.map(({ from, entries }) => (
              <li key={from} className="num t2">
                {text.branch(count(entries), from.slice(0, 8))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {admitted.length === 0 ? null : (
        <section className="col" aria-labelledby="merge-admitted">
          <h2 id="merge-admitted">{text.admitted}</h2>
          <ul>
            {admitted.map(({ author, writer }) => (
              <li key={`${author} ${writer}`} className="t2">
                {text.admittedOne(writer.slice(0, 8))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        <Button icon={IconGitMerge} onClick={anotherFile}>
          {en.merge.another}
        </Button>
      </div>
    </div>
  );
}
