import type { SystemStore } from '../../src-main/contract/shell.ts';
import { en } from '../strings/en.ts';

interface Props {
  /** Null where this computer has no key store that deserves the name. */
  readonly store: SystemStore | null;
  readonly value: boolean;
  readonly onChange: (keep: boolean) => void;
}

/** Whether the system's key store keeps the passphrase of the profile; where there is none, that is said. */
export function KeepInSystem({ store, value, onChange }: Props) {
  const text = en.authors.device;
  if (store === null) return <p className="meta">{text.noStore}</p>;
  return (
    <label className="row">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      {text.keep(text.stores[store])}
    </label>
  );
}
