import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { changeWish, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Check } from '../../ui/check.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';

/** What goes along, how large that is, and for whom it is. */
export function CopyContents() {
  const text = en.share;
  const { evidence, to, readOnly, redact } = useShare((state) => state.wish);
  const sizes = useShare((state) => state.sizes);
  const removable = useShare((state) => state.doubts.some(({ kind }) => kind === 'removable'));
  const entries = useCase((state) => state.info?.entries ?? 0);
  return (
    <section className="col" aria-labelledby="copy-what">
      <h2 id="copy-what">{text.what}</h2>
      <p className="num">{text.entries(count(entries))}</p>
      <EvidenceChoice
        value={evidence}
        sizes={sizes}
        withoutPersonal={redact}
        onChange={(value) => changeWish({ evidence: value })}
      />
      {removable ? (
        <Notice tone="warn" role="alert" title={text.removableTitle}>
          {text.removable}
        </Notice>
      ) : null}
      <Check
        label={sizes === null || sizes.personal === 0 ? text.redact : text.redactCount(count(sizes.personal))}
        checked={redact}
        onChange={(on) => changeWish({ redact: on })}
      />
      <Check label={text.readingOnly} checked={readOnly} onChange={(on) => changeWish({ readOnly: on })} />
      <TextField
        label={text.to}
        help={text.toHelp}
        value={to}
        onChange={(value) => changeWish({ to: value })}
      />
    </section>
  );
}
