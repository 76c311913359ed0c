import { clock } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { useUnderstood } from '../../state/understood.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { ClockStart } from './clock-start.tsx';
import type { Intake } from './use-intake.ts';

const AGO = [5, 15] as const;

/** When and by whom it was noticed, and the clock that this starts. */
export function Noticed({ intake }: { readonly intake: Intake }) {
  const { known, change } = intake;
  const text = en.start.create;
  const zone = laptopZone();
  const now = useMinute();
  const understood = useUnderstood(known.noticed, zone, zone);
  const chips = [
    { label: text.noticed.now, typed: () => 'now' },
    ...AGO.map((minutes) => ({
      label: text.noticed.ago(String(minutes)),
      typed: () => clock(new Date(now.getTime() - minutes * 60_000), zone, 'minute'),
    })),
  ];
  return (
    <>
      <div className="new-pair">
        <div>
          <TextField
            label={text.noticed.label}
            value={known.noticed}
            onChange={(noticed) => change({ noticed })}
            help={understood.text === '' ? text.noticed.hint : understood.text}
            error={understood.error}
          />
          <div className="row new-chips" role="group" aria-label={text.noticed.chips}>
            {chips.map(({ label, typed }) => (
              <button
                key={label}
                type="button"
                className="btn small"
                onClick={() => change({ noticed: typed() })}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
        <TextField label={text.by} value={known.by} onChange={(by) => change({ by })} />
      </div>
      {understood.at === null ? null : <ClockStart intake={intake} from={understood.at} />}
    </>
  );
}
