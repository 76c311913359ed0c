import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { Preview } from '../../../src-main/contract/evidence-preview.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { size } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconEye, IconEyeOff } from '../../ui/icons.ts';

type Looked = { readonly preview: Preview } | { readonly error: ErrorData };

function Picture({ picture }: { readonly picture: Extract<Preview, { kind: 'picture' }> }) {
  const text = en.evidence.preview;
  const [broken, setBroken] = useState(false);
  if (broken) return <p className="warn-text">{text.broken}</p>;
  return (
    <>
      <p className="meta num">{text.picture(picture.type, picture.width, picture.height)}</p>
      <img
        className="preview-picture"
        src={`data:image/${picture.type};base64,${picture.base64}`}
        alt={text.alt}
        onError={() => setBroken(true)}
      />
    </>
  );
}

function Shown({ preview, all }: { readonly preview: Preview; readonly all: number }) {
  const text = en.evidence.preview;
  switch (preview.kind) {
    case 'picture':
      return <Picture picture={preview} />;
    case 'refused':
      return <p className="warn-text">{preview.reason}</p>;
    case 'text':
    case 'hex': {
      const what = preview.kind === 'text' ? text.text(preview.encoding) : text.bytes;
      const whole = preview.shown >= all;
      return (
        <>
          <p className="meta num">
            {whole ? text.whole(what) : text.part(what, size(preview.shown), size(all))}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
          <pre className="preview-text mono select" tabIndex={0} aria-label={text.region}>
            {visibleText(preview.text)}
          </pre>
        </>
      );
    }
  }
}

function Look({ exhibit }: { readonly exhibit: Exhibit }) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const label = exhibit.exhibit;
  useEffect(() => {
    let wanted = true;
    void ask('evidence.preview', { exhibit: label }).then((answer) => {
      if (wanted) setLooked(answer.ok ? { preview: answer.data.preview } : { error: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [label]);
  if (looked === null) {
    return (
      <p className="meta" role="status">
        {en.evidence.preview.reading}
      </p>
    );
  }
  if ('preview' in looked) return <Shown preview={looked.preview} all={exhibit.size ?? 0} />;
  return (
    <p className="warn-text" role="alert">
      {errorWords(looked.error)} <ErrorCode code={looked.error.code} />
    </p>
  );
}

/** A look at the bytes, when somebody asks for it: closed again, nothing of it is left. */
export function ExhibitPreview({ exhibit }: { readonly exhibit: Exhibit }) {
  const [opened, setOpened] = useState(false);
  const text = en.evidence.preview;
  if (exhibit.bytes !== 'here' || exhibit.files !== undefined) return null;
  return (
    <section className="exhibit-preview" aria-label={text.region}>
      <Button
        className="small"
        icon={opened ? IconEyeOff : IconEye}
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {opened ? text.hide : text.show}
      </Button>
      {opened ? <Look exhibit={exhibit} /> : null}
    </section>
  );
}
