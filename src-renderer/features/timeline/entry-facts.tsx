import type { EntryView } from '../../../src-main/contract/entry.ts';
import { occurredClock } from '../../format/occurred.ts';
import { clockWithZone, fullTime, shortDay } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { zoneLabel, zoneName } from '../../format/zone.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { exhibitsOf } from '../../format/entry-words.ts';
import { ownFields } from './own-fields.ts';

function OccurredFact({ entry, zone }: { readonly entry: EntryView; readonly zone: string }) {
  const text = en.timeline.pane;
  const { occurred } = entry;
  if (occurred === null) return <span className="t2">{text.notGiven}</span>;
  const at = new Date(occurred.utc);
  return (
    <>
      {shortDay(at, zone)} {occurredClock(occurred, zone)} {zoneName(zone, at)}
      <br />
      <span className="meta">
        {zone === 'UTC' ? zoneLabel(occurred.zone, at) : clockWithZone(at, 'UTC', 'second')},{' '}
        {text.asTyped(visibleName(occurred.typed))}
      </span>
    </>
  );
}

/** When, who, which phase, which tags, and what this kind of entry says besides. */
export function EntryFacts({ entry }: { readonly entry: EntryView }) {
  const text = en.timeline.pane;
  const zone = useShownZone();
  const own = useCase((state) => state.author?.id ?? '');
  const recorded = new Date(entry.recorded);
  const exhibits = exhibitsOf(entry);
  return (
    <div className="pane-section">
      <dl className="kv">
        <dt>{text.occurred}</dt>
        <dd className="num">
          <OccurredFact entry={entry} zone={zone} />
        </dd>
        <dt>{text.recorded}</dt>
        <dd className="num">
          {fullTime(recorded, zone, 'millisecond')}
          {zone === 'UTC' ? null : (
            <>
              <br />
              <span className="meta">{clockWithZone(recorded, 'UTC', 'millisecond')}</span>
            </>
          )}
        </dd>
        <dt>{text.author}</dt>
        <dd>
          {visibleName(entry.author.name)}
          <br />
          <span
            className={
              entry.author.trust === 'unconfirmed' || entry.author.trust === 'disowned' ? 'warn-text' : 'meta'
            }
          >
            {text.trust[entry.author.trust]}
            {own !== '' && own === entry.author.id ? `, ${text.thisDevice}` : ''}
          </span>
        </dd>
        {exhibits.length === 0 ? null : (
          <>
            <dt>{en.entries.kinds.evidence}</dt>
            <dd className="pane-chips">
              {exhibits.map((exhibit) => (
                <ExhibitChip key={exhibit} exhibit={exhibit} />
              ))}
            </dd>
          </>
        )}
        <dt>{text.phase}</dt>
        <dd>{en.caseFrame.phases[entry.phase] ?? entry.phase}</dd>
        {entry.tags.length === 0 ? null : (
          <>
            <dt>{text.tags}</dt>
            <dd className="t2">{entry.tags.map((tag) => `#${visibleName(tag)}`).join(' ')}</dd>
          </>
        )}
        {ownFields(entry).map(([name, value]) => (
          <div key={name} className="kv-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
