import { useEffect, useEffectEvent, useState } from 'react';
import { pathsOf } from '../../api/client.ts';
import { count } from '../../format/number.ts';
import { showSection, useCase } from '../../state/case.ts';
import { openIntake } from '../../state/evidence.ts';
import { takeIn } from '../../state/intake.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';

function fileCount(event: DragEvent): number {
  return Array.from(event.dataTransfer?.items ?? []).filter((item) => item.kind === 'file').length;
}

/** True where a folder is among what was dropped. */
function holdsFolder(event: DragEvent): boolean {
  return Array.from(event.dataTransfer?.items ?? []).some(
    (item) => item.webkitGetAsEntry()?.isDirectory === true,
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files dropped anywhere in a case become evidence; while they hang over the window, one frame says so. */
export function DropEvidence() {
  const [over, setOver] = useState<number | null>(null);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const text = en.evidence;

  const drop = useEffectEvent((event: DragEvent): void => {
    setOver(null);
    if (readOnly) return;
    const paths = pathsOf(Array.from(event.dataTransfer?.files ?? []));
    if (paths.length === 0) return;
    showSection('evidence');
    const folder = paths.length === 1 && holdsFolder(event);
    // Shift asks, as it does with the key and the dialog.
    if (event.shiftKey) openIntake({ kind: 'files', paths, folders: folder });
    else void takeIn(paths, folder);
  });
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(fileCount(event));
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(null);
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      drop(event);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (over === null) return null;
  return (
    <div className="drop-frame" role="status">
      <div>
        <Ic of={IconDownload} size={28} className="acc" />
        <span>
          <b>{over === 0 ? text.dropUnknown : text.drop(count(over))}</b>
          <br />
          <span className="t2">{readOnly ? text.dropReadOnly : text.dropHint}</span>
          {readOnly ? null : (
            <span className="drop-ask t2">
              <Kbd>Shift</Kbd> {text.dropAsk}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}
