import type { Merged } from '../../../src-main/contract/merge.ts';
import { factName } from '../../format/fact.ts';
import { count } from '../../format/number.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { anotherFile } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconGitMerge } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { ForkNotice } from './fork-notice.tsx';

/** What a conflict is about, in words. */
function subject({ what, about }: Merged['conflicts'][number]): string {
  const text = en.merge.done;
  const [kind, rest = ''] = what.split(/\/(.*)/);
  if (kind === 'fact') return factName(rest);
  const named = visibleText(about ?? rest.slice(0, 8));
  if (kind === 'correction') return text.whatCorrection(named);
  if (kind === 'hold') return text.whatHold(named);
  if (kind === 'custody') return text.whatCustody(named);
  if (what === 'phase') return text.whatPhase;
  return what === 'seal' ? text.whatSeal : visibleName(what);
}

function Problems({ merged }: { readonly merged: Merged }) {
  const text = en.merge.done;
  const { problems } = merged;
  if (problems.length === 0) return null;
  const bytesOnly = problems.every(({ code }) => code === 'evidence-changed');
  return (
    <Notice tone="danger" role="alert" title={bytesOnly ? text.bytesLeft : text.refused}>
      {bytesOnly ? text.bytesLeftHint : text.refusedHint}
      <ul className="merge-lines">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.entry ?? ''} ${problem.message}`}>
            {visibleText(problem.message)} <ErrorCode code={problem.code} />
          </li>
        ))}
      </ul>
    </Notice>
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

function Conflicts({ conflicts }: { readonly conflicts: Merged['conflicts'] }) {
  const text = en.merge.done;
  if (conflicts.length === 0) return null;
  return (
    <section className="col" aria-labelledby="merge-conflicts">
      <div className="row">
        <h2 id="merge-conflicts">{text.conflicts}</h2>
        {conflicts.some(({ what }) => what.startsWith('fact/')) ? (
          <Button className="small right" onClick={() => showSection('facts')}>
            {text.seeFacts}
          </Button>
        ) : null}
      </div>
      <p className="t2">{text.conflictsHint}</p>
      <dl className="kv merge-conflicts">
        {conflicts.map((conflict) => (
          <div key={conflict.what} className="kv-row">
            <dt>{subject(conflict)}</dt>
            <dd>
              <ul>
                {conflict.values.map((value, at) => (
                  <li key={`${at} ${value}`}>{visibleText(value)}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
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
      <Conflicts conflicts={merged.conflicts} />
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
