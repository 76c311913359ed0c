import type { CopyMade, CopySizes } from '../../../src-main/contract/share.ts';
import { count, size } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { Choice } from '../../ui/choice.tsx';

interface Props {
  readonly value: CopyMade['evidence'];
  readonly onChange: (value: CopyMade['evidence']) => void;
  /** Null until they are known. */
  readonly sizes: CopySizes | null;
  /** Nothing can be taken out of bytes: then none go along. */
  readonly withoutPersonal: boolean;
}

/** Whether the stored bytes go along, and what each way comes to. */
export function EvidenceChoice({ value, onChange, sizes, withoutPersonal }: Props) {
  const text = en.share;
  const come = (bytes: number): string => (sizes === null ? '' : text.about(size(bytes)));
  const file = sizes?.file ?? 0;
  const [inside, beside] = [sizes?.inside ?? NONE, sizes?.beside ?? NONE];
  const stored = inside.exhibits + beside.exhibits;
  const some = (n: number): string => en.caseFrame.exhibitsCount(count(n));
  return (
    <>
      <Choice
        legend={text.evidence}
        value={withoutPersonal ? 'none' : value}
        options={[
          ...(withoutPersonal
            ? []
            : [
                {
                  value: 'all' as const,
                  label: text.all,
                  hint: `${come(file + beside.bytes)}${text.allHint(some(stored))}`,
                },
              ]),
          ...(beside.exhibits === 0 || withoutPersonal
            ? []
            : [
                {
                  value: 'small' as const,
                  label: text.small,
                  hint: `${come(file)}${text.smallHint(some(beside.exhibits), size(beside.bytes))}`,
                },
              ]),
          { value: 'none', label: text.none, hint: `${come(file - inside.bytes)}${text.noneHint}` },
        ]}
        onChange={onChange}
      />
      {withoutPersonal && stored > 0 ? <p className="meta">{text.redactBytes}</p> : null}
      {sizes === null || sizes.elsewhere + sizes.missing === 0 ? null : (
        <p className="meta num">
          {sizes.elsewhere === 0 ? null : text.elsewhere(some(sizes.elsewhere))}{' '}
          {sizes.missing === 0 ? null : text.missing(some(sizes.missing))}
        </p>
      )}
    </>
  );
}

const NONE = { exhibits: 0, bytes: 0 };
