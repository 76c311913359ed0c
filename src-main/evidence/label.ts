import { exhibitLabel } from '../domain/exhibit-number.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';

/** The number on the label of an exhibit. */
export const labelOf = (row: Pick<ExhibitRow, 'series' | 'serial'>): string =>
  exhibitLabel({ series: row.series ?? '', number: row.serial ?? 0 });
