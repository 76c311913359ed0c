import { errorWords } from '../../format/error-words.ts';
import { count, size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import {
  dismissLogExport,
  exportLogRows,
  type RowFormat,
  useLogExport,
} from '../../state/export-log-rows.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';

const FORMATS = ['timesketch-jsonl', 'timesketch-csv', 'plaso'] as const satisfies readonly RowFormat[];

/** Takes the lines that were found out of the case, for a tool that holds more than a laptop does. */
export function ExportRows() {
  const text = en.logSearch.export;
  const isNone = useLogSearch((state) => state.matched === 0);
  if (isNone) return null;
  return (
    <Menu
      label={text.label}
      icon={IconDownload}
      heading={text.heading}
      items={FORMATS.map((format) => ({
        label: en.timeline.export[format],
        icon: IconDownload,
        onChoose: () => void exportLogRows(format),
      }))}
    />
  );
}

/** What was written, and what of it could not be; or why nothing was. */
export function ExportRowsDone() {
  const { done, error } = useLogExport();
  const text = en.logSearch.export;
  const dismiss = (
    <Button className="small" look="quiet" onClick={dismissLogExport}>
      {en.common.dismiss}
    </Button>
  );
  if (error !== null) {
    return (
      <Notice tone="danger" role="alert" className="log-notice" title={text.failed} actions={dismiss}>
        {errorWords(error)} <ErrorCode code={error.code} />
      </Notice>
    );
  }
  if (done === null) return null;
  const { undated, outside } = done.leftOut;
  return (
    <Notice
      tone="ok"
      role="status"
      className="log-notice"
      title={text.done(count(done.rows), count(done.matched), visibleName(fileName(done.path)))}
      actions={dismiss}
    >
      {[
        text.plain(size(done.size)),
        undated === 0 ? '' : text.undated(count(undated)),
        outside === 0 ? '' : text.outside(count(outside)),
        done.shortened === 0 ? '' : text.shortened(count(done.shortened)),
        done.masked === 0 ? '' : text.masked(count(done.masked)),
        done.notSearched.length === 0 ? '' : text.notSearched(done.notSearched.map(visibleName).join(', ')),
      ]
        .filter((part) => part !== '')
        .join(' ')}
    </Notice>
  );
}
