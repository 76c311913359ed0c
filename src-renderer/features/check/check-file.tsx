import { useEffect, useState } from 'react';
import { checkBag } from '../../state/check-bag.ts';
import { type FileChecked, forgetChecked } from '../../state/check-file.ts';
import { type CheckedKind, checkReport, kindOf } from '../../state/check-report.ts';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { AskPassphrase } from './ask-passphrase.tsx';
import { BagVerdict } from './bag-verdict.tsx';
import './check.css';
import { CheckAtOnce } from './check-at-once.tsx';
import { ReportVerdict } from './report-verdict.tsx';
import { Verdict } from './verdict.tsx';

/** Was this file changed? */
export function CheckFile({ path }: { readonly path: string }) {
  const [kind, setKind] = useState<CheckedKind | null>(null);
  const [checked, setChecked] = useState<FileChecked | null>(null);
  useEffect(() => {
    let here = true;
    void kindOf(path).then((is) => {
      if (here) setKind(is);
    });
    return () => {
      here = false;
      forgetChecked();
    };
  }, [path]);
  useKeys({ escape: () => showScreen({ kind: 'welcome' }) });
  if (kind === null) return null;
  if (kind === 'page') {
    return (
      <CheckAtOnce
        path={path}
        text={en.checkReport}
        check={checkReport}
        verdict={(report) => <ReportVerdict path={path} checked={report} />}
      />
    );
  }
  if (kind === 'bag') {
    return (
      <CheckAtOnce
        path={path}
        text={en.checkBag}
        check={async (folder, onPercent) => {
          onPercent(null);
          return checkBag(folder);
        }}
        verdict={({ bag, took }) => <BagVerdict bag={bag} took={took} />}
      />
    );
  }
  if (checked === null) return <AskPassphrase path={path} onChecked={setChecked} />;
  return <Verdict path={path} checked={checked} />;
}
