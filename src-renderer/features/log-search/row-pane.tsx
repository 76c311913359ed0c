import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { quotedRow } from '../../format/log-row.ts';
import { count } from '../../format/number.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { showExhibit } from '../../state/log-links.ts';
import { pinSelected, pinWithRemark } from '../../state/log-pin.ts';
import { selectedRows, showLogRow } from '../../state/log-found-rows.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconCopy, IconPin, IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Around } from './around.tsx';
import { RowFields } from './row-fields.tsx';

export type WholeRow = ResponseOf<'log.row'>;

/** Characters that are laid out at first: a line may have a million. */
const AT_ONCE = 4000;

function Head({ whole }: { readonly whole: WholeRow }) {
  const { row, member, sha256 } = whole;
  const text = en.logSearch.pane;
  const source = useLogSources((state) => state.sources?.find(({ id }) => id === row.source));
  const isRecord = source?.readAs.reader === 'evtx';
  const file = [source?.title ?? row.exhibit, member].filter((part) => part !== '').join(', ');
  return (
    <div className="row">
      <button
        type="button"
        className="bare"
        aria-label={text.openExhibit(row.exhibit)}
        title={text.openExhibit(row.exhibit)}
        onClick={() => showExhibit(row.exhibit)}
      >
        <ExhibitChip exhibit={row.exhibit} />
      </button>
      <span className="num">{(isRecord ? text.record : text.line)(count(row.line))}</span>
      <span className="right row pane-buttons">
        <Button
          look="quiet"
          icon={IconCopy}
          aria-label={text.copy}
          title={text.copy}
          onClick={() => void copyText(quotedRow(row, { file, sha256 }), text.copied)}
        />
        <Button
          look="quiet"
          icon={IconX}
          aria-label={en.common.closeEsc}
          title={en.common.closeEsc}
          onClick={() => showLogRow(null)}
        />
      </span>
    </div>
  );
}

/** The line as it stands in the log; hidden characters are written out. */
function Raw({ label, raw }: { readonly label: string; readonly raw: string }) {
  const text = en.logSearch.pane;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? raw : raw.slice(0, AT_ONCE);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
      <pre className="raw log-raw" aria-label={label} tabIndex={0} role="group">
        {visibleText(shown)}
      </pre>
      {shown.length < raw.length ? (
        <p className="row meta num">
          {text.rawCut(count(shown.length), count(raw.length))}
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {text.rawAll}
          </button>
        </p>
      ) : null}
    </>
  );
}

function PinButtons() {
  const text = en.logSearch.pane;
  const selected = useLogSearch((state) => {
    const range = selectedRows(state);
    return range === null ? 1 : range[1] - range[0] + 1;
  });
  return (
    <div className="pane-section log-pins row">
      <Button
        look="primary"
        icon={IconPin}
        keys={['P']}
        aria-keyshortcuts="P"
        onClick={() => void pinSelected()}
      >
        {selected > 1 ? text.pinMany(count(selected)) : text.pin}
      </Button>
      <Button look="quiet" onClick={() => void pinWithRemark()}>
        {text.pinRemark}
      </Button>
    </div>
  );
}

type Looked = WholeRow | { readonly error: ErrorData };

function Shown({ whole }: { readonly whole: WholeRow }) {
  const text = en.logSearch.pane;
  return (
    <>
      <div className="pane-section">
        <Head whole={whole} />
        <Raw label={text.raw} raw={whole.row.raw} />
        {whole.decoded === null ? null : (
          <>
            <p className="label log-decoded">{text.decoded}</p>
            <Raw label={text.decoded} raw={whole.decoded} />
          </>
        )}
        {whole.meaning === null ? null : (
          <p className="log-meaning">
            <b>{text.meaning}</b> {visibleName(whole.meaning)}
          </p>
        )}
      </div>
      <RowFields whole={whole} />
      <Around key={whole.row.ref} row={whole.row} />
    </>
  );
}

/** Everything about one line: its place, its text, its fields, and what happened around it. */
export function RowPane({ id }: { readonly id: string }) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  // A corrected clock moves the time that is shown.
  const sources = useLogSources((state) => state.sources);
  useEffect(() => {
    let wanted = true;
    void ask('log.row', { ref: id }).then((answer) => {
      if (wanted) setLooked(answer.ok ? answer.data : { error: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [id, sources]);
  return (
    <aside
      className="pane log-pane"
      data-region
      aria-label={
        looked !== null && 'row' in looked
          ? en.logSearch.pane.label(looked.row.exhibit, count(looked.row.line))
          : en.logSearch.list.line
      }
    >
      <div className="log-pane-scroll">
        {looked === null ? null : 'row' in looked ? (
          <Shown key={looked.row.ref} whole={looked} />
        ) : (
          <div className="pane-section">
            <Notice
              tone="danger"
              role="alert"
              title={en.logSearch.pane.failed}
              actions={<Button onClick={() => showLogRow(null)}>{en.common.close}</Button>}
            >
              {errorWords(looked.error)} <ErrorCode code={looked.error.code} />
            </Notice>
          </div>
        )}
      </div>
      {writable && looked !== null && 'row' in looked ? <PinButtons /> : null}
    </aside>
  );
}
