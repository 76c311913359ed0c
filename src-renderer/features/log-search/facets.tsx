import { excluded, hasTerm, toggled, valueTerm } from '../../format/log-query.ts';
import { columnName, shortFormat } from '../../format/log-row.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { fewerValues, moreValues } from '../../state/log-counts.ts';
import { type LogFacet, useLogSearch } from '../../state/log-search-state.ts';
import { setLogQuery } from '../../state/log-search.ts';
import { useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconMinus } from '../../ui/icons.ts';

/** Values that are shown before somebody asks for more. */
const FEW = 6;

interface ValueProps {
  readonly column: string;
  readonly value: string;
  readonly label: string;
  readonly rows: number;
  /** Of the most frequent value. */
  readonly most: number;
  readonly mono: boolean;
}

function Value({ column, value, label, rows, most, mono }: ValueProps) {
  const text = en.logSearch.facets;
  const query = useLogSearch((state) => state.query);
  const term = valueTerm(column, value);
  const isOn = hasTerm(query, term);
  const [name, shown] = [columnName(column), visibleName(label)];
  return (
    <li className={classNames('facet', isOn && 'on')}>
      <i className="facet-bar" style={{ width: `${most === 0 ? 0 : Math.round((100 * rows) / most)}%` }} />
      <button
        type="button"
        className="facet-value"
        aria-pressed={isOn}
        title={shown}
        onClick={() => setLogQuery(toggled(query, term))}
      >
        <span className="sr">{name} </span>
        <span className={classNames('clip', mono && 'mono')}>{shown}</span>
        <span className="num">
          {count(rows)}
          <span className="sr"> {text.unit}</span>
        </span>
      </button>
      <Button
        look="quiet"
        icon={IconMinus}
        className="facet-minus"
        aria-label={text.exclude(name, shown)}
        title={text.exclude(name, shown)}
        onClick={() => setLogQuery(excluded(query, term))}
      />
    </li>
  );
}

/** Logs of which nothing was found stand there, too: that is an answer. */
function useSourceValues(facet: LogFacet): readonly { value: string; label: string; rows: number }[] {
  const sources = useLogSources((state) => state.sources);
  const named = (sources ?? [])
    .filter(({ state }) => state === 'indexed' || state === 'partial')
    .map(({ exhibit, member, readAs }) => ({
      value: member === '' ? exhibit : `${exhibit}/${member}`,
      label: `${exhibit} ${member === '' ? shortFormat(readAs.reader) : member}`,
    }));
  const rows = new Map(facet.values.map((one) => [one.value, one.rows]));
  return named
    .map((one) => ({ ...one, rows: rows.get(one.value) ?? 0 }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, Math.max(FEW, facet.values.length));
}

function Sources({ facet }: { readonly facet: LogFacet }) {
  const values = useSourceValues(facet);
  return values.map((one) => (
    <Value key={one.value} column="source" {...one} most={values[0]?.rows ?? 0} mono={false} />
  ));
}

function Facet({ facet }: { readonly facet: LogFacet }) {
  const text = en.logSearch.facets;
  const { column, values, distinct } = facet;
  const left = distinct - values.length;
  return (
    <section aria-label={columnName(column)}>
      <h2>{columnName(column)}</h2>
      <ul>
        {column === 'source' ? (
          <Sources facet={facet} />
        ) : (
          values.map(({ value, rows }) => (
            <Value
              key={value}
              column={column}
              value={value}
              label={value}
              rows={rows}
              most={values[0]?.rows ?? 0}
              mono
            />
          ))
        )}
      </ul>
      {values.length > FEW ? (
        <button type="button" className="link facet-more" onClick={() => fewerValues(column)}>
          {text.less}
        </button>
      ) : left > 0 && column !== 'source' ? (
        <button type="button" className="link facet-more num" onClick={() => void moreValues(column)}>
          {text.more(count(left))}
        </button>
      ) : null}
    </section>
  );
}

/** The most frequent values of what was found: a press narrows, minus leaves out. Only columns that occur. */
export function Facets() {
  const facets = useLogSearch((state) => state.facets);
  const text = en.logSearch.facets;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div className="log-facets" role="region" aria-label={text.label} tabIndex={0} data-region>
      {facets === null ? <p className="meta">{text.counting}</p> : null}
      {(facets ?? []).map((facet) => (
        <Facet key={facet.column} facet={facet} />
      ))}
    </div>
  );
}
