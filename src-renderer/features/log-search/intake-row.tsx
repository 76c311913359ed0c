import { columnName } from '../../format/log-row.ts';
import { percent, size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import {
  asksOf,
  type LogChoice,
  needsYear,
  needsZone,
  offsetIsWrong,
  withReader,
  yearIsWrong,
} from '../../state/log-choice.ts';
import { changeChoice } from '../../state/log-intake.ts';
import { en } from '../../strings/en.ts';
import { BareField } from '../../ui/bare-field.tsx';
import { BareSelect } from '../../ui/bare-select.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconInfoCircle } from '../../ui/icons.ts';
import { MiddleName } from '../../ui/middle-name.tsx';

interface Props {
  readonly choice: LogChoice;
}

function Format({ choice }: Props) {
  const text = en.logSearch.intake;
  const { file, reader, key } = choice;
  const proposed = file.proposals.map((one) => ({
    value: one.reader,
    label: `${en.logSearch.formats[one.reader] ?? one.reader}, ${text.sure(String(percent(one.certainty, 1)))}`,
  }));
  const known = new Set(proposed.map(({ value }) => value));
  const others = Object.entries(en.logSearch.formats).filter(([id]) => !known.has(id));
  return (
    <BareSelect
      label={text.asLabel(visibleName(file.name))}
      value={reader}
      options={[...(reader === '' ? [{ value: '', label: text.unknownOption }] : []), ...proposed]}
      more={{ group: text.others, items: others.map(([value, label]) => ({ value, label })) }}
      error={choice.take && reader === '' ? text.unknown : undefined}
      onChange={(next) => changeChoice(key, withReader(choice, next))}
    />
  );
}

const ZONES = Intl.supportedValuesOf('timeZone');

function Zone({ choice }: Props) {
  const text = en.logSearch.intake;
  const caseZone = useCase((state) => state.info?.zone ?? 'UTC');
  const asks = asksOf(choice);
  const isNeeded = needsZone(choice);
  if (asks !== null && !isNeeded) return <span className="t3">{text.zoneOwn}</span>;
  const first = [...new Set([caseZone, 'UTC'])];
  return (
    <BareSelect
      label={text.zoneLabel(visibleName(choice.file.name))}
      value={choice.zone}
      options={[
        { value: '', label: isNeeded ? text.zoneAsk : text.zoneMaybe },
        ...first.map((zone) => ({ value: zone, label: zone === caseZone ? text.zoneCase(zone) : zone })),
        ...ZONES.filter((zone) => !first.includes(zone)).map((zone) => ({ value: zone, label: zone })),
      ]}
      error={choice.take && isNeeded && choice.zone === '' ? text.zoneMissing : undefined}
      onChange={(zone) => changeChoice(choice.key, { zone })}
    />
  );
}

/** What a column of a table can be used for. */
const USES = [
  ...Object.keys(en.logSearch.uses),
  ...Object.keys(en.logSearch.columns).filter((one) => one !== 'source'),
];

function Columns({ choice }: Props) {
  const text = en.logSearch.intake;
  const columns = asksOf(choice)?.columns ?? [];
  const name = visibleName(choice.file.name);
  if (columns.length === 0) return null;
  return (
    <details className="intake-columns">
      <summary>{text.columns}</summary>
      <p className="meta">{text.columnsHint}</p>
      <ul aria-label={text.columnsOf(name)}>
        {columns.map((column) => (
          <li key={column}>
            <span className="mono clip" title={visibleName(column)}>
              {visibleName(column)}
            </span>
            <BareSelect
              label={text.column(visibleName(column), name)}
              value={choice.columns[column] ?? ''}
              options={[
                { value: '', label: text.unused },
                ...USES.map((use) => ({ value: use, label: en.logSearch.uses[use] ?? columnName(use) })),
              ]}
              onChange={(use) => changeChoice(choice.key, { columns: { ...choice.columns, [column]: use } })}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Year({ choice }: Props) {
  const text = en.logSearch.intake;
  if (!needsYear(choice)) return null;
  return (
    <div className="intake-year row">
      <BareField
        label={text.year(visibleName(choice.file.name))}
        value={choice.year}
        error={choice.year.trim() === '' || yearIsWrong(choice) ? text.yearWrong : undefined}
        onChange={(year) => changeChoice(choice.key, { year })}
      />
      <span className="meta">{text.yearHint}</span>
    </div>
  );
}

/** What there is to know about a file besides its choices. */
function Remarks({ choice }: Props) {
  const text = en.logSearch.intake;
  const { file, reader } = choice;
  return (
    <>
      {file.isIndexed ? (
        <p className="meta">
          <Ic of={IconInfoCircle} size={14} /> {text.isIndexed}
        </p>
      ) : null}
      {reader === 'fusionreactor' ? (
        <p className="meta">
          <Ic of={IconInfoCircle} size={14} /> {text.fusion}
        </p>
      ) : null}
      <Year choice={choice} />
      <Columns choice={choice} />
    </>
  );
}

/** A file before it is read: what it is taken for, and what its format does not say. */
export function IntakeRow({ choice }: Props) {
  const text = en.logSearch.intake;
  const { file, key, take } = choice;
  const name = visibleName(file.name);
  const title = visibleName(file.path ?? file.exhibit ?? file.name);
  const head = (
    <th scope="row" title={title}>
      {file.exhibit === null ? null : <ExhibitChip exhibit={file.exhibit} />}
      <MiddleName name={name} />
      {file.member === '' || file.path === null ? null : (
        <span className="meta">{text.inArchive(visibleName(fileName(file.path)))}</span>
      )}
      <span className="meta num">{file.size === null ? '' : size(file.size)}</span>
    </th>
  );
  if (file.fault !== null) {
    return (
      <tbody>
        <tr>
          <td className="warn-text">
            <Ic of={IconAlertTriangle} />
          </td>
          {head}
          <td colSpan={3} className="warn-text">
            {visibleName(file.fault)}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody className={take ? '' : 'left-out'}>
      <tr>
        <td className="intake-take">
          <input
            type="checkbox"
            checked={take}
            aria-label={text.take(name)}
            onChange={() => changeChoice(key, { take: !take })}
          />
        </td>
        {head}
        <td>
          <Format choice={choice} />
        </td>
        <td>
          <Zone choice={choice} />
        </td>
        <td>
          <span className="intake-offset">
            <BareField
              label={text.offsetLabel(name)}
              value={choice.offset}
              error={offsetIsWrong(choice) ? text.offsetWrong : undefined}
              onChange={(offset) => changeChoice(key, { offset })}
            />
            <span className="t3">{text.seconds}</span>
          </span>
        </td>
      </tr>
      <tr className="intake-more">
        <td colSpan={5}>
          <Remarks choice={choice} />
        </td>
      </tr>
    </tbody>
  );
}
