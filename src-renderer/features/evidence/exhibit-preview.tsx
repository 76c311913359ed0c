import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import type { Preview } from '../../../src-main/contract/evidence-preview.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { size } from '../../format/number.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconEye, IconEyeOff } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

type Looked = ResponseOf<'evidence.preview'> | { readonly error: ErrorData };

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

/** An original that is another one by now: said so that nobody overlooks it. */
function Changed({
  now,
  then,
}: {
  readonly now: Extract<Preview, { kind: 'changed' }>;
  readonly then: number;
}) {
  const text = en.evidence.preview;
  const path = visibleName(now.path);
  return (
    <Notice tone="danger" role="alert" title={text.changed}>
      {now.sha256 === null
        ? text.changedSize(path, size(now.size), size(then))
        : text.changedHash(path, now.sha256)}{' '}
      {text.changedNext}
    </Notice>
  );
}

function Shown({ looked }: { readonly looked: ResponseOf<'evidence.preview'> }) {
  const text = en.evidence.preview;
  const { preview, hashed, size: all } = looked;
  switch (preview.kind) {
    case 'picture':
      return <Picture picture={preview} />;
    case 'refused':
      return <p className="warn-text">{preview.reason}</p>;
    case 'changed':
      return <Changed now={preview} then={all} />;
    case 'text':
    case 'hex': {
      const what = preview.kind === 'text' ? text.text(preview.encoding) : text.bytes;
      const whole = preview.shown >= all;
      return (
        <>
          <p className="meta num">
            {whole ? text.whole(what) : text.part(what, size(preview.shown), size(all))}
            {hashed ? '' : `; ${text.unchecked}`}
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
  const text = en.evidence.preview;
  const [looked, setLooked] = useState<Looked | null>(null);
  const label = exhibit.exhibit;
  const original = exhibit.bytes === 'elsewhere' ? visibleName(exhibit.path ?? '') : null;
  useEffect(() => {
    let wanted = true;
    void ask('evidence.preview', { exhibit: label }).then((answer) => {
      if (wanted) setLooked(answer.ok ? answer.data : { error: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [label]);
  if (looked === null) {
    return (
      <p className="meta preview-place" role="status">
        {original === null ? text.reading : text.hashing(original)}
      </p>
    );
  }
  if ('preview' in looked) {
    return (
      <>
        {looked.hashed && original !== null && looked.preview.kind !== 'refused' ? (
          <p className="meta preview-place">{text.hashed(original)}</p>
        ) : null}
        <Shown looked={looked} />
      </>
    );
  }
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
  const isThere = exhibit.bytes === 'here' || exhibit.bytes === 'elsewhere';
  if (!isThere || exhibit.files !== undefined) return null;
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
