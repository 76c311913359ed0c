import { useEffect, useState } from 'react';
import { type FileChecked, forgetChecked } from '../../state/check-file.ts';
import { showScreen } from '../../state/session.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { AskPassphrase } from './ask-passphrase.tsx';
import './check.css';
import { Verdict } from './verdict.tsx';

/** Was this file changed? */
export function CheckFile({ path }: { readonly path: string }) {
  const [checked, setChecked] = useState<FileChecked | null>(null);
  useEffect(() => forgetChecked, []);
  useKeys({ escape: () => showScreen({ kind: 'welcome' }) });
  if (checked === null) return <AskPassphrase path={path} onChecked={setChecked} />;
  return <Verdict path={path} checked={checked} />;
}
