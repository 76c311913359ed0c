import { useEffect } from 'react';
import type { ExtentItemView } from '../../../src-main/contract/extent.ts';
import { type ExtentKind, extentKinds } from '../../../src-main/domain/plan/extent.ts';
import { errorWords } from '../../format/error-words.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { askExtent, loadExtent, useExtent } from '../../state/extent.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconHelpCircle } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';

const TONES = { suspected: 'warn', affected: 'danger', 'not-affected': 'ok', restored: 'ok' } as const;

interface ItemProps {
  readonly one: ExtentItemView;
  readonly writable: boolean;
}

function Item({ one, writable }: ItemProps) {
  const text = en.facts.extent;
  const zone = useShownZone();
  const now = useMinute();
  const name = visibleName(one.item);
  return (
    <li>
      {writable ? (
        <button
          type="button"
          className="link extent-name"
          aria-label={text.change(name)}
          onClick={() => askExtent({ of: one.of, item: one.item })}
        >
          {name}
        </button>
      ) : (
        <span className="extent-name">{name}</span>
      )}
      <span className="extent-said">
        {one.said.length === 1 ? null : (
          <span className="warn-text">
            <Ic of={IconAlertTriangle} size={14} /> {en.facts.conflict}:{' '}
          </span>
        )}
        {one.said.map((said) => (
          <span key={said.entry} className="extent-state">
            <Chip tone={TONES[said.state]}>{text.states[said.state]}</Chip>{' '}
            <span className="meta num">
              <button type="button" className="link" onClick={() => void openEntry(said.entry)}>
                {nearTime(new Date(said.at), zone, 'minute', now)}
              </button>
              ,{' '}
              {(said.by.length === 0 ? [said.author.name] : said.by)
                .map((who) => visibleName(who))
                .join(', ')}
              {said.before.length === 0
                ? ''
                : `, ${text.before(said.before.map((state) => text.states[state] ?? state).join(' | '))}`}
            </span>
          </span>
        ))}
      </span>
    </li>
  );
}

interface KindProps {
  readonly of: ExtentKind;
  readonly items: readonly ExtentItemView[];
  readonly writable: boolean;
}

function Kind({ of, items, writable }: KindProps) {
  const text = en.facts.extent;
  return (
    <div className="extent-kind">
      <h3 id={`extent-${of}`}>{text.kinds[of]}</h3>
      <ul aria-labelledby={`extent-${of}`}>
        {items.map((one) => (
          <Item key={one.item} one={one} writable={writable} />
        ))}
        {items.length === 0 ? (
          <li className="warn-text">
            <span>
              <Ic of={IconHelpCircle} size={14} /> {en.facts.unknown}
            </span>
          </li>
        ) : null}
      </ul>
      {writable ? (
        <Button
          className="small"
          look="quiet"
          aria-label={text.addOf(text.kinds[of])}
          onClick={() => askExtent({ of, item: '' })}
        >
          {text.add}
        </Button>
      ) : null}
    </div>
  );
}

/** How far the incident reaches: systems, accounts, data, customers, each with its state and who decided it. */
export function ExtentLists({ writable }: { readonly writable: boolean }) {
  const { items, error } = useExtent();
  const text = en.facts.extent;
  useEffect(() => void loadExtent(), []);
  return (
    <section aria-labelledby="facts-extent">
      <div className="section-head">
        <h2 id="facts-extent">{text.title}</h2>
        <span className="meta">{text.hint}</span>
      </div>
      {error === null ? null : (
        <p className="danger-text" role="alert">
          {text.failed} {errorWords(error)}
        </p>
      )}
      {items === null
        ? null
        : extentKinds.map((of) => (
            <Kind key={of} of={of} items={items.filter((one) => one.of === of)} writable={writable} />
          ))}
    </section>
  );
}
