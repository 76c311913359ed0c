import { groupedHash } from '../../format/hash.ts';
import { en } from '../../strings/en.ts';

interface Props {
  /** SHA-256, hex, like the other. */
  readonly recorded: string;
  readonly found: string;
}

/** What was recorded beside what is there now: the one look by which somebody sees that they differ. */
export function TwoHashes({ recorded, found }: Props) {
  const text = en.check.bad;
  return (
    <dl className="check-hashes">
      <div>
        <dt>{text.recorded}</dt>
        <dd className="mono">{groupedHash(recorded)}</dd>
      </div>
      <div>
        <dt>{text.foundNow}</dt>
        <dd className="mono check-differs">{groupedHash(found)}</dd>
      </div>
    </dl>
  );
}
