import { useEffect, useEffectEvent, useState } from 'react';
import { pathsOf } from '../../api/client.ts';
import { count } from '../../format/number.ts';
import { attachPaths } from '../../state/attachments.ts';
import { showSection, useCase } from '../../state/case.ts';
import { openIntake } from '../../state/evidence.ts';
import { takeIn } from '../../state/intake.ts';
import { lookAtLogs } from '../../state/log-intake.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { overNoteLine } from './in-note-line.ts';

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
  const [over, setOver] = useState<{ readonly files: number; readonly line: boolean } | null>(null);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const isLogs = useCase((state) => state.section === 'logs');
  const text = en.evidence;

  const drop = useEffectEvent((event: DragEvent): void => {
    setOver(null);
    if (readOnly) return;
    const paths = pathsOf(Array.from(event.dataTransfer?.files ?? []));
    if (paths.length === 0) return;
    if (overNoteLine(event)) {
      void attachPaths(paths);
      return;
    }
    if (useCase.getState().section === 'logs') {
      void lookAtLogs(paths, []);
      return;
    }
    const folder = paths.length === 1 && holdsFolder(event);
    showSection('evidence');
    // Shift asks, as it does with the key and the dialog.
    if (event.shiftKey) openIntake({ kind: 'files', paths, folders: folder });
    else void takeIn(paths, folder);
  });
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const [files, line] = [fileCount(event), overNoteLine(event)];
      setOver((now) => (now?.files === files && now.line === line ? now : { files, line }));
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
  const words = ({ files, line }: typeof over): string => {
    if (line) return text.dropLink(count(files));
    return files === 0 ? text.dropUnknown : text.drop(count(files));
  };
  return (
    <div className="drop-frame" role="status">
      <div>
        <Ic of={IconDownload} size={28} className="acc" />
        <span>
          <b>{words(over)}</b>
          <br />
          <span className="t2">{readOnly ? text.dropReadOnly : isLogs ? text.dropLogs : text.dropHint}</span>
          {readOnly || over.line || isLogs ? null : (
            <span className="drop-ask t2">
              <Kbd>Shift</Kbd> {text.dropAsk}
              <br />
              {text.dropOnLine}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}
