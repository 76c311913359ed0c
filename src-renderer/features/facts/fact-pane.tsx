import { useEffect, useState } from 'react';
import type { Fact } from '../../../src-main/contract/case.ts';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { factName, factValue } from '../../format/fact.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { openStating, selectFact } from '../../state/course.ts';
import { goToEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconScale, IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

type Statement = Omit<Fact, 'name' | 'conflict'>;

/** One value with everything that was said with it. */
function Said({ name, statement }: { readonly name: string; readonly statement: Statement }) {
  const text = en.facts;
  const zone = useShownZone();
  const { author, by, grounds, occurred, since, value } = statement;
  const unsure = author.trust === 'unconfirmed' || author.trust === 'disowned';
  return (
    <dl className="kv">
      <dt>{text.value}</dt>
      <dd className="fact-value b">{factValue(name, value, zone)}</dd>
      <dt>{text.decidedBy}</dt>
      <dd>{by.length === 0 ? text.authorAlone : by.map(visibleName).join(', ')}</dd>
      {occurred === null ? null : (
        <>
          <dt>{text.when}</dt>
          <dd className="num">{fullTime(new Date(occurred.utc), zone, 'minute')}</dd>
        </>
      )}
      <dt>{text.grounds}</dt>
      <dd className={grounds === null ? 't2' : undefined}>
        {grounds === null ? text.noGrounds : visibleText(grounds)}
      </dd>
      <dt>{text.since}</dt>
      <dd className="num">{fullTime(new Date(since), zone, 'second')}</dd>
      <dt>{text.author}</dt>
      <dd>
        {visibleName(author.name)}
        <br />
        <span className={unsure ? 'warn-text' : 'meta'}>{en.timeline.pane.trust[author.trust]}</span>
      </dd>
    </dl>
  );
}

/** All entries that state this fact, the newest first. */
function History({ name, entries }: { readonly name: string; readonly entries: readonly EntryView[] }) {
  const zone = useShownZone();
  if (entries.length === 0) return <p className="t2">{en.facts.noHistory}</p>;
  return (
    <ol className="fact-history">
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            onClick={() => {
              showSection('timeline');
              void goToEntry(entry);
            }}
          >
            <span className="num t2 nowrap">{fullTime(new Date(entry.recorded), zone, 'minute')}</span>
            <span className="fact-value">{factValue(name, entry['value'], zone)}</span>
            <span className="meta clip">{visibleName(entry.author.name)}</span>
            <span className="sr">. {en.facts.openEntry(count(entry.number))}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface Props {
  readonly name: string;
  readonly writable: boolean;
}

/** A fact: its value or values, who decided, when, on what grounds, and what was said before. */
export function FactPane({ name, writable }: Props) {
  const text = en.facts;
  const fact = useCase((state) => state.info?.facts.find((known) => known.name === name));
  const [history, setHistory] = useState<readonly EntryView[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let current = true;
    void ask('timeline.list', { kinds: ['fact'], by: 'recorded' }).then((answer) => {
      if (!current) return;
      if (answer.ok) setHistory(answer.data.entries.filter((entry) => entry['name'] === name));
      else setError(answer.error);
    });
    return () => {
      current = false;
    };
  }, [name, fact]);
  const values = fact === undefined ? [] : [fact, ...fact.conflict];
  return (
    <aside className="pane" data-region aria-label={text.pane(factName(name))}>
      <div className="pane-section col">
        <div className="row">
          <h2 className="clip">{factName(name)}</h2>
          <Button
            look="quiet"
            className="right"
            icon={IconX}
            aria-label={en.common.closeEsc}
            onClick={() => selectFact(null)}
          />
        </div>
        {values.length > 1 ? (
          <Notice tone="warn" title={text.conflictTitle(values.length)}>
            {text.conflictHint}
          </Notice>
        ) : null}
        {fact === undefined ? <p className="warn-text">{text.unknown}</p> : null}
        {writable ? (
          <div className="row">
            <Button icon={IconScale} onClick={() => openStating(name)}>
              {values.length > 1 ? text.settle : fact === undefined ? text.stateFirst : text.stateAnew}
            </Button>
          </div>
        ) : null}
      </div>
      {values.map((statement) => (
        <div key={statement.entry} className="pane-section">
          <Said name={name} statement={statement} />
        </div>
      ))}
      <div className="pane-section col">
        <h3>{text.history}</h3>
        {history === null ? null : <History name={name} entries={history} />}
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.historyFailed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
      </div>
    </aside>
  );
}
