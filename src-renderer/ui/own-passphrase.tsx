import { useEffect, useState } from 'react';
import { en } from '../strings/en.ts';
import { Button } from './button.tsx';
import { PassphraseField } from './passphrase-field.tsx';

interface Props {
  readonly label: string;
  readonly back: string;
  readonly value: string;
  readonly error: string;
  readonly onChange: (value: string) => void;
  readonly onBack: () => void;
}

/** How hard a passphrase is to guess, 0 to 4; null until the estimator (a large word list) is there. */
function useStrength(value: string): number | null {
  const [strength, setStrength] = useState<number | null>(null);
  useEffect(() => {
    if (value === '') {
      setStrength(null);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      void import('./strength.ts').then(({ passphraseStrength }) => {
        if (current) setStrength(passphraseStrength(value));
      });
    }, 80);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [value]);
  return strength;
}

/** A passphrase of one's own, with an honest estimate. A weak one is allowed: nothing blocks. */
export function OwnPassphrase({ label, back, value, error, onChange, onBack }: Props) {
  const strength = useStrength(value);
  const word = strength === null ? '' : (en.common.strength[strength] ?? '');
  return (
    <div className="own-passphrase">
      <PassphraseField label={label} value={value} onChange={onChange} error={error} autoFocus />
      <div className="strength" data-level={strength ?? 'none'} role="status">
        <span className="strength-bars" aria-hidden="true">
          {[0, 1, 2, 3].map((bar) => (
            <i key={bar} className={strength !== null && strength > bar ? 'on' : undefined} />
          ))}
        </span>
        <span>{word}</span>
      </div>
      <p className="meta">{en.common.strengthHint}</p>
      <Button look="quiet" onClick={onBack}>
        {back}
      </Button>
    </div>
  );
}
