import type { DatesRead, ImportPreview } from '../../../src-main/contract/timeline-import.ts';
import { type DateOrder, dateOrders } from '../../../src-main/domain/import/date-order.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { readDatesAs, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { Segmented } from '../../ui/segmented.tsx';

function whyText({ order, why, telling }: DatesRead): string {
  const text = en.timelineImport;
  const dates = telling.map(({ line, date }) => text.dateInLine(visibleName(date), count(line))).join(', ');
  return text.orderWhy[why](order === null ? '' : text.orders[order].toLowerCase(), dates);
}

/** What stands first in dates such as 11/12/2026: shown with its reason, and asked where nothing tells it. */
export function OrderChoice({ preview: { dates } }: { readonly preview: ImportPreview }) {
  const text = en.timelineImport;
  const said = useImport((state) => state.dates);
  if (dates.length === 0) return null;
  const orders = [...new Set(dates.map(({ order }) => order))];
  const chosen: DateOrder | '' = said ?? (orders.length === 1 ? orders[0] : null) ?? '';
  return (
    <div className="import-order">
      <Segmented<DateOrder | ''>
        label={text.order}
        value={chosen}
        options={dateOrders.map((value) => ({ value, label: text.orders[value] }))}
        onChange={(value) => {
          if (value !== '') readDatesAs(value);
        }}
      />
      <div className="import-order-why" role="status">
        {dates.map((read) => (
          <p key={read.mark} className={read.order === null ? 'warn-text' : 't2'}>
            {read.order === null ? <Ic of={IconAlertTriangle} size={14} /> : null}{' '}
            {text.dated[read.mark](count(read.rows))} {whyText(read)}
          </p>
        ))}
      </div>
    </div>
  );
}
