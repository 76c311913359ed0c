import type { DatesRead, OrderReason } from './date-order.ts';

/** How dates are read whose year stands last, and why: `12 dates with slashes are read day first, because …`. */
export function orderText({ mark, rows, order, why, telling }: DatesRead): string {
  const dates = `${rows} ${rows === 1 ? 'row has a date' : 'rows have dates'} with ${mark}`;
  const places = telling.map(({ line, date }) => `${date} in line ${line}`).join(' and ');
  const read = order === null ? '' : `, read with the ${order === 'day-first' ? 'day' : 'month'} first`;
  const reasons: Readonly<Record<OrderReason, string>> = {
    said: ', as you said',
    values: `: ${places} can be read in no other way, and none contradicts it`,
    custom: ', as is the custom with dots; no number tells it',
    open: '; no number tells whether the day or the month stands first',
    mixed: ` that contradict each other: ${places}`,
  };
  return `${dates}${read}${reasons[why]}`;
}
