import { count } from '../../format/number.ts';
import { zoneName } from '../../format/zone.ts';
import { setZoneMode, useCase } from '../../state/case.ts';
import { setOrder, useTimeline } from '../../state/timeline.ts';
import { chooseTimeline } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { IconDownload } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useMinute } from '../../ui/use-now.ts';

/** Title, count, and the two switches of the timeline. */
export function TimelineHead() {
  const all = useCase((state) => state.info?.entries ?? 0);
  const zone = useCase((state) => state.info?.zone ?? 'UTC');
  const readOnly = useCase((state) => (state.info?.readOnly ?? true) || state.info?.sealed === true);
  const zoneMode = useCase((state) => state.zoneMode);
  const by = useTimeline((state) => state.by);
  const now = useMinute();
  const name = zoneName(zone, now);
  return (
    <div className="head">
      <h1 id="screen-heading">{en.timeline.title}</h1>
      <span className="meta num">{en.timeline.entries(count(all))}</span>
      <span className="right row">
        <Segmented
          label={en.timeline.order}
          value={by}
          options={[
            { value: 'occurred', label: en.timeline.occurred },
            { value: 'recorded', label: en.timeline.recorded },
          ]}
          onChange={setOrder}
        />
        {name === 'UTC' ? null : (
          <Segmented
            label={en.timeline.zone}
            value={zoneMode}
            options={[
              { value: 'case', label: name },
              { value: 'utc', label: 'UTC' },
            ]}
            onChange={setZoneMode}
          />
        )}
        {readOnly ? null : (
          <Menu
            label={en.timelineImport.menu}
            items={[
              {
                label: en.timelineImport.open,
                icon: IconDownload,
                onChoose: () => void chooseTimeline(),
              },
            ]}
          />
        )}
      </span>
    </div>
  );
}
