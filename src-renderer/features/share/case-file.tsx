import { useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseMirror, endMirror, mirrorNow, useBackup } from '../../state/backup.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import type { PassphraseChanged } from '../../state/change-passphrase.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconLock, IconUsb } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';

/** What keeps the old passphrase, once it was changed. */
function Changed({ changed }: { readonly changed: PassphraseChanged }) {
  const text = en.backup;
  const names = changed.copies.map(({ file, to }) => visibleName(text.copyName(file ?? text.nameless, to)));
  return (
    <Notice tone="ok" role="status" title={text.changed}>
      {names.length === 0 ? null : text.keep(names.join(', '))}{' '}
      {changed.mirror === null || changed.mirror.renewed
        ? null
        : text.oldMirror(visibleName(changed.mirror.folder))}
    </Notice>
  );
}

function MirrorButtons() {
  const text = en.backup;
  const has = useCase((state) => state.info !== null && state.info.backup.mirror !== null);
  const writing = useBackup((state) => state.writing);
  if (writing) return <p role="status">{text.writing}</p>;
  return (
    <div className="row">
      <Button icon={IconUsb} onClick={() => void chooseMirror()}>
        {has ? text.other : text.choose}
      </Button>
      {has ? (
        <>
          <Button onClick={() => void mirrorNow()}>{text.now}</Button>
          <Button look="quiet" onClick={() => void endMirror()}>
            {text.off}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Where else this case is, how old that is, and its passphrase. */
export function CaseFile() {
  const text = en.backup;
  const info = useCase((state) => state.info);
  const zone = useShownZone();
  const error = useBackup((state) => state.error);
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState<PassphraseChanged | null>(null);
  if (info === null || info.readOnly) return null;
  const { copy, mirror, since } = info.backup;
  const when = (at: string): string => fullTime(new Date(at), zone, 'minute');
  return (
    <section className="share-form wide case-file" aria-labelledby="case-file">
      <h2 id="case-file">{text.title}</h2>
      <dl className="kv share-facts">
        <dt>{text.lastCopy}</dt>
        <dd className="num">
          {copy === null
            ? text.noCopy
            : text.copyIn(when(copy.made), visibleName(copy.file ?? text.nameless))}
        </dd>
        <dt>{text.second}</dt>
        <dd className="num">
          {mirror === null
            ? text.none
            : mirror.at === null
              ? text.notYet
              : text.in(when(mirror.at), visibleName(mirror.folder))}
          {copy === null && mirror === null ? null : (
            <span className="meta">
              {' '}
              {since.entries === 0 ? text.allIn : text.since(count(since.entries))}
            </span>
          )}
        </dd>
      </dl>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.bar.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <p className="meta">{text.secondHint}</p>
      <MirrorButtons />
      {info.kind === 'preparation' ? null : (
        <div className="row">
          <Button icon={IconLock} onClick={() => setChanging(true)}>
            {text.change}
          </Button>
        </div>
      )}
      {changed === null ? null : <Changed changed={changed} />}
      {changing ? <ChangePassphrase onDone={setChanged} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}
