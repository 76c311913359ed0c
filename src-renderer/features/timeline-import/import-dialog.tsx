import { type SubmitEvent, useEffect } from 'react';
import type { ImportPreview } from '../../../src-main/contract/timeline-import.ts';
import { errorWords } from '../../format/error-words.ts';
import { count, size } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseTimeline, closeImport, importTimeline, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportRows } from './import-rows.tsx';
import { NotTakenList } from './not-taken-list.tsx';
import { OrderChoice } from './order-choice.tsx';
import { ZoneChoice } from './zone-choice.tsx';
import './timeline-import.css';

function FileLine({ path }: { readonly path: string }) {
  const text = en.timelineImport;
  const preview = useImport((state) => state.preview);
  return (
    <p>
      <b className="import-file">{visibleName(fileName(path))}</b>{' '}
      {preview === null ? null : (
        <span className="meta num">
          {text.formats[preview.format]}, {text.rows(count(preview.rows))}, {size(preview.size)}
        </span>
      )}
      <br />
      <span className="t2">
        {text.intro} {preview?.hasHeader === false ? text.noHeader : ''}{' '}
        {preview?.remembered === true ? text.remembered : ''}
      </span>
    </p>
  );
}

function Problem() {
  const text = en.timelineImport;
  const error = useImport((state) => state.error);
  const before = useImport((state) => state.preview?.importedAs ?? null);
  return (
    <>
      {before === null ? null : (
        <Notice tone="warn" title={text.imported(before)}>
          {text.importedHint}
        </Notice>
      )}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.readFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
    </>
  );
}

function Actions() {
  const text = en.timelineImport;
  const preview = useImport((state) => state.preview);
  const reading = useImport((state) => state.reading);
  const error = useImport((state) => state.error);
  const ready = canImport(preview) && !reading && error === null;
  return (
    <div className="row">
      <Button type="submit" look="primary" aria-disabled={!ready}>
        {preview === null
          ? text.actionPlain
          : (preview.faults['no-zone'] ?? 0) > 0
            ? text.zoneFirst
            : isOrderOpen(preview)
              ? text.orderFirst
              : preview.taken === 0
                ? text.nothing
                : text.action(count(preview.taken))}
      </Button>
      <Button look="quiet" onClick={() => void chooseTimeline()}>
        {text.another}
      </Button>
      <Button look="quiet" keys={['Esc']} onClick={closeImport}>
        {en.common.cancel}
      </Button>
      <span className="meta" role="status">
        {reading ? text.reading : ''}
      </span>
    </div>
  );
}

/** Rows that wait for an answer are told beside the field that asks for it, and not one by one. */
function notTakenIn({ notTaken, rows, taken, faults }: ImportPreview) {
  const waiting = (faults['no-zone'] ?? 0) + (faults['no-order'] ?? 0);
  return {
    rows: notTaken.filter(({ fault }) => fault !== 'no-zone' && fault !== 'no-order'),
    all: rows - taken - waiting,
  };
}

const isOrderOpen = ({ dates }: ImportPreview): boolean => dates.some(({ order }) => order === null);

/** Rows that wait for an answer wait all: nothing is imported around them. */
function canImport(preview: ImportPreview | null): boolean {
  return (
    preview !== null &&
    preview.taken > 0 &&
    preview.importedAs === null &&
    (preview.faults['no-zone'] ?? 0) === 0 &&
    !isOrderOpen(preview)
  );
}

/** What a file holds, how its columns are read, and which rows will not be taken: before anything is written. */
function ImportForm({ path }: { readonly path: string }) {
  const text = en.timelineImport;
  const preview = useImport((state) => state.preview);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { reading, error } = useImport.getState();
    if (canImport(preview) && !reading && error === null) void importTimeline();
  };
  return (
    <Dialog title={text.title} onClose={closeImport} size={920}>
      <form className="form-dialog" onSubmit={submit} noValidate aria-label={text.title}>
        <FileLine path={path} />
        <Problem />
        {preview === null ? null : (
          <>
            <ZoneChoice preview={preview} />
            <OrderChoice preview={preview} />
            <ImportRows preview={preview} />
            <NotTakenList {...notTakenIn(preview)} />
          </>
        )}
        <Actions />
      </form>
    </Dialog>
  );
}

/** The dialog, while a file is chosen. */
export function TimelineImport() {
  const path = useImport((state) => state.path);
  // A case that is locked meanwhile takes the dialog with it.
  useEffect(() => closeImport, []);
  return path === null ? null : <ImportForm key={path} path={path} />;
}
