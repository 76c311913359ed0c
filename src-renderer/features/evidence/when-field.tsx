import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { nearTime } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time as typed, and what it is understood as. Empty means now. */
export function WhenField({ value, onChange }: Props) {
  const text = en.evidence.handOver;
  const zone = useShownZone();
  const [understood, setUnderstood] = useState('');
  const [error, setError] = useState('');
  useEffect(() => {
    setError('');
    setUnderstood('');
    if (value.trim() === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('time.understand', { typed: value.trim() }).then((answer) => {
        if (!current) return;
        if (!answer.ok) {
          setError(answer.error.message);
          return;
        }
        const when = nearTime(new Date(answer.data.utc), zone, 'minute', new Date());
        setUnderstood(text.understood(when));
      });
    }, 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [value, zone, text]);
  return (
    <TextField
      label={text.when}
      value={value}
      placeholder={text.now}
      onChange={onChange}
      help={understood === '' ? text.whenHint : understood}
      error={error === '' ? undefined : error}
    />
  );
}
