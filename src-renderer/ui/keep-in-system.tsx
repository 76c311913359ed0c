import type { ResponseOf } from '../../src-main/contract/index.ts';
import { en } from '../strings/en.ts';

interface Props {
  /** Null until it is known. */
  readonly system: ResponseOf<'profile.system'> | null;
  readonly value: boolean;
  readonly onChange: (keep: boolean) => void;
}

/** Whether the system's key store keeps the passphrase of the profile; where there is none, that is said. */
export function KeepInSystem({ system, value, onChange }: Props) {
  const text = en.authors.device;
  if (system === null) return null;
  const { store, asked } = system;
  if (store === null) return <p className="meta">{asked ? text.noStore : text.storeLater}</p>;
  return (
    <label className="row">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      {text.keep(text.stores[store])}
    </label>
  );
}
