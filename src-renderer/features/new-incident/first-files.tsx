import { useEffect, useEffectEvent, useState } from 'react';
import { ask, pathsOf } from '../../api/client.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconMail, IconX } from '../../ui/icons.ts';
import type { Intake } from './use-intake.ts';

/** The e-mail in which somebody said it, or what else is there already: dropped anywhere on the page, or chosen. */
export function FirstFiles({ intake }: { readonly intake: Intake }) {
  const { known, change } = intake;
  const [over, setOver] = useState(false);
  const text = en.start.create.files;
  const take = useEffectEvent((paths: readonly string[]): void => {
    if (paths.length > 0) change({ files: [...new Set([...known.files, ...paths])] });
  });
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      take(pathsOf(Array.from(event.dataTransfer?.files ?? [])));
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
  const choose = async (): Promise<void> => {
    const answer = await ask('dialog.evidence', { folders: false });
    if (answer.ok) change({ files: [...new Set([...known.files, ...answer.data.paths])] });
  };
  return (
    <div className="new-files" data-over={over ? '' : undefined}>
      <Ic of={IconMail} size={18} />
      <div>
        <p>
          {over ? text.dropNow : text.drop}{' '}
          {over ? null : (
            <button type="button" className="link" onClick={() => void choose()}>
              {text.choose}
            </button>
          )}
        </p>
        {known.files.length === 0 ? (
          <p className="meta">{text.hint}</p>
        ) : (
          <ul aria-label={text.list}>
            {known.files.map((path) => (
              <li key={path}>
                <span className="clip" title={visibleName(path)}>
                  {visibleName(fileName(path))}
                </span>
                <button
                  type="button"
                  className="btn quiet small icon"
                  aria-label={text.remove(visibleName(fileName(path)))}
                  onClick={() => change({ files: known.files.filter((other) => other !== path) })}
                >
                  <Ic of={IconX} size={14} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
