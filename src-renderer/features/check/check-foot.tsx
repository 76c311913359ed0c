import type { ReactNode } from 'react';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** The foot of a check: what identifies the file, and the way back. */
export function CheckFoot({ children }: { readonly children?: ReactNode }) {
  return (
    <footer className="standfoot">
      {children ?? <span>{en.common.noNetwork}</span>}
      <Button look="quiet" className="small right" onClick={() => showScreen({ kind: 'welcome' })}>
        <Kbd>Esc</Kbd> {en.check.back}
      </Button>
    </footer>
  );
}
