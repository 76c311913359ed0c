import { useEffect, useState } from 'react';
import { type FileChecked, forgetChecked } from '../../state/check-file.ts';
import { isPage } from '../../state/check-report.ts';
import { showScreen } from '../../state/session.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { AskPassphrase } from './ask-passphrase.tsx';
import './check.css';
import { CheckReport } from './check-report.tsx';
import { Verdict } from './verdict.tsx';

/** Was this file changed? */
export function CheckFile({ path }: { readonly path: string }) {
  const [page, setPage] = useState<boolean | null>(null);
  const [checked, setChecked] = useState<FileChecked | null>(null);
  useEffect(() => {
    let here = true;
    void isPage(path).then((is) => {
      if (here) setPage(is);
    });
    return () => {
      here = false;
      forgetChecked();
    };
  }, [path]);
  useKeys({ escape: () => showScreen({ kind: 'welcome' }) });
  if (page === null) return null;
  if (page) return <CheckReport path={path} />;
  if (checked === null) return <AskPassphrase path={path} onChecked={setChecked} />;
  return <Verdict path={path} checked={checked} />;
}
