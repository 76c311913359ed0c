import { DoneToasts } from './features/frame/done-toasts.tsx';
import { PlanEditor } from './features/plan-editor/plan-editor.tsx';
import { Preparation } from './features/preparation/preparation.tsx';
import { usePlanEditor } from './state/plan-editor.ts';
import { type PreparationTab, showScreen } from './state/session.ts';
import { en } from './strings/en.ts';
import { Button } from './ui/button.tsx';
import { useKeys } from './ui/keyboard.ts';

interface Props {
  readonly tab: PreparationTab;
}

/** What is kept ready outside any case, on a page of its own. */
export function PreparationScreen({ tab }: Props) {
  const editing = usePlanEditor(({ draft }) => draft !== null) && tab === 'plan';
  const back = (): void => showScreen({ kind: 'welcome' });
  useKeys({ escape: back });
  return (
    <div className="stand">
      {editing ? <PlanEditor /> : <Preparation tab={tab} />}
      <footer className="standfoot">
        <span>{en.common.noNetwork}</span>
        <Button look="quiet" className="small right" keys={['Esc']} onClick={back}>
          {en.preparation.back}
        </Button>
      </footer>
      <DoneToasts />
    </div>
  );
}
