import type { EntryView } from '../../../src-main/contract/entry.ts';
import { type CitedRow, citedRows } from '../../format/cited-rows.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openInLogs, showExhibit } from '../../state/log-links.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { IconFileSearch } from '../../ui/icons.ts';

/** Characters of a row that are laid out in the pane. */
const LONGEST = 4000;

function Cited({ row, zone }: { readonly row: CitedRow; readonly zone: string }) {
  const text = en.logSearch;
  const { exhibit, member, line, time, clock_offset: offset = 0 } = row;
  const at = time === undefined ? null : new Date(Date.parse(time) - offset * 1000);
  const long = row.text.length > LONGEST;
  const label = text.timeline.openOf(exhibit, count(line));
  return (
    <li className="cited-row">
      <div className="row">
        <button
          type="button"
          className="bare"
          aria-label={text.pane.openExhibit(exhibit)}
          onClick={() => showExhibit(exhibit)}
        >
          <ExhibitChip exhibit={exhibit} />
        </button>
        <span className="num">{text.pane.line(count(line))}</span>
        {member === undefined ? null : <span className="meta clip">{visibleName(member)}</span>}
        <Button
          look="quiet"
          className="small right"
          icon={IconFileSearch}
          aria-label={label}
          title={label}
          onClick={() => openInLogs(`${member === undefined ? exhibit : `${exhibit}/${member}`}:${line}`)}
        />
      </div>
      {at === null ? null : <p className="meta num">{fullTime(at, zone, 'second')}</p>}
      <pre className="raw" aria-label={text.pane.raw}>
        {visibleText(row.text.slice(0, LONGEST))}
        {long ? '…' : ''}
      </pre>
      {row.clipped === true || long ? <p className="meta">{text.timeline.clipped}</p> : null}
    </li>
  );
}

/** The rows of logs that were pinned, each with its place and its text as it stood there. */
export function CitedRows({ entry }: { readonly entry: EntryView }) {
  const zone = useShownZone();
  const rows = citedRows(entry);
  const [first] = rows;
  if (first === undefined) return null;
  const text = en.logSearch.timeline;
  return (
    <section className="pane-section cited" aria-label={text.rows(count(rows.length))}>
      <h2>{text.rows(count(rows.length))}</h2>
      <ul>
        {rows.map((row) => (
          <Cited key={`${row.exhibit} ${row.member ?? ''} ${row.line}`} row={row} zone={zone} />
        ))}
      </ul>
      <Button
        icon={IconFileSearch}
        onClick={() =>
          openInLogs(
            `${first.member === undefined ? first.exhibit : `${first.exhibit}/${first.member}`}:${first.line}`,
          )
        }
      >
        {text.open}
      </Button>
    </section>
  );
}
