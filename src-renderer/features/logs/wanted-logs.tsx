import type { WantedLogView } from '../../../src-main/contract/log.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useShownZone } from '../../state/case.ts';
import { selectExhibit } from '../../state/evidence.ts';
import { openLogForm } from '../../state/logs.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconCircleDashed, IconCircleMinus } from '../../ui/icons.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useMinute } from '../../ui/use-now.ts';

const nameOf = ({ title, host }: WantedLogView): string =>
  host === null ? visibleName(title) : en.logs.wanted.ofHost(visibleName(title), visibleName(host));

function openExhibit(exhibit: string): void {
  showSection('evidence');
  selectExhibit(exhibit);
}

function actionsOf(log: WantedLogView): MenuItem[] {
  const text = en.logs.wanted;
  const form = (kind: 'downloaded' | 'reviewed' | 'not-available' | 'wanted') => () =>
    openLogForm({ kind, log });
  if (log.state === 'not-available') return [{ label: text.again, onChoose: form('wanted') }];
  return [
    { label: text.downloaded, onChoose: form('downloaded') },
    { label: text.reviewed, onChoose: form('reviewed') },
    {
      label: text.cover,
      onChoose: () => openLogForm({ kind: 'cover', source: log.id, host: log.host ?? '' }),
    },
    { label: text.notAvailable, onChoose: form('not-available') },
  ];
}

function Here({ log }: { readonly log: WantedLogView }) {
  if (log.exhibits.length === 0) return <span className="t3">{en.logs.wanted.notHere}</span>;
  return (
    <span className="chips">
      {log.exhibits.map((exhibit) => (
        <button key={exhibit} type="button" className="bare" onClick={() => openExhibit(exhibit)}>
          <ExhibitChip exhibit={exhibit} />
        </button>
      ))}
    </span>
  );
}

function Read({ log }: { readonly log: WantedLogView }) {
  const text = en.logs.wanted;
  const zone = useShownZone();
  const now = useMinute();
  if (log.state === 'not-available') {
    return <span className="t2">{text.gone(visibleText(log.why ?? en.facts.withheld))}</span>;
  }
  if (log.reviews.length === 0) {
    return <span className="t3">{text.notRead}</span>;
  }
  return log.reviews.map(({ entry, by, result, at }) => (
    <span key={entry} className="log-review">
      {text.by(visibleName(by), result.toLowerCase() === 'nothing' ? text.nothing : visibleText(result))}{' '}
      <button type="button" className="link meta num" onClick={() => void openEntry(entry)}>
        {nearTime(new Date(at), zone, 'minute', now)}
      </button>
    </span>
  ));
}

function Missing({ log }: { readonly log: WantedLogView }) {
  const text = en.logs.wanted;
  if (log.state === 'not-available') {
    return (
      <span className="t3">
        <Ic of={IconCircleMinus} size={14} /> {text.complete}
      </span>
    );
  }
  return log.missing.length === 0 ? (
    <span className="ok-text">
      <Ic of={IconCircleCheck} size={14} /> {text.complete}
    </span>
  ) : (
    <span className="warn-text">
      <Ic of={IconCircleDashed} size={14} /> {log.missing.map((gap) => text.gaps[gap]).join(', ')}
    </span>
  );
}

interface Props {
  readonly logs: readonly WantedLogView[];
  readonly writable: boolean;
}

/** Each log that is wanted: downloaded as which exhibit, read by whom with what result, and what it lacks. */
export function WantedLogs({ logs, writable }: Props) {
  const text = en.logs.wanted;
  return (
    <section aria-labelledby="logs-wanted">
      <div className="section-head">
        <h2 id="logs-wanted">{text.title}</h2>
        <span className="meta">{text.hint}</span>
      </div>
      <table className="log-table wanted-logs" aria-labelledby="logs-wanted">
        <thead>
          <tr>
            <th scope="col">{text.log}</th>
            <th scope="col">{text.here}</th>
            <th scope="col">{text.read}</th>
            <th scope="col">{text.missing}</th>
            {writable ? (
              <th scope="col">
                <span className="sr">{text.menu}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {logs.map((log) => (
            <tr key={log.id} data-plan-id={log.id}>
              <th scope="row">{nameOf(log)}</th>
              <td>
                <Here log={log} />
              </td>
              <td>
                <Read log={log} />
              </td>
              <td>
                <Missing log={log} />
              </td>
              {writable ? (
                <td className="log-menu">
                  <Menu label={text.actions(nameOf(log))} items={actionsOf(log)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
