import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { type ExportFormat, exportEntries } from '../../state/export-timeline.ts';
import { selectedRange, useTimeline } from '../../state/timeline.ts';
import { isNarrowed } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { IconDownload, IconFileText } from '../../ui/icons.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';

const FORMATS = [
  'pdf',
  'html',
  'csv',
  'markdown',
  'timesketch-jsonl',
  'timesketch-csv',
  'plaso',
] as const satisfies readonly ExportFormat[];

/** Takes what is selected, or what is shown, out of the case: to paper or to a file. */
export function ExportMenu() {
  const text = en.timeline.export;
  const range = useTimeline(selectedRange);
  const shown = useTimeline((state) => state.rows.length);
  const narrowed = useTimeline((state) => isNarrowed(state.filter));
  const empty = useCase((state) => (state.info?.entries ?? 0) === 0);
  if (empty || shown === 0) return null;
  const several = range !== null && range[1] > range[0];
  const heading = several
    ? text.selected(count(range[1] - range[0] + 1))
    : narrowed
      ? text.filtered(count(shown))
      : text.all(count(shown));
  const items: readonly MenuItem[] = FORMATS.map((format) => ({
    label: text[format],
    icon: format === 'pdf' ? IconFileText : IconDownload,
    onChoose: () => void exportEntries(format, several ? range : null),
  }));
  return <Menu label={`${text.label}: ${heading}`} icon={IconDownload} heading={heading} items={items} />;
}
