import { useEntryAction } from '../../state/entry-action.ts';
import { CorrectForm } from './correct-form.tsx';
import { LinkForm } from './link-form.tsx';
import { WithholdForm } from './withhold-form.tsx';

/** The form of what is being done to an entry, over whichever screen asked for it. */
export function EntryForms() {
  const action = useEntryAction((state) => state.action);
  switch (action?.kind) {
    case 'correct':
      return <CorrectForm key={action.entry.id} entry={action.entry} start={action.typed} />;
    case 'withhold':
      return <WithholdForm key={action.entry.id} entry={action.entry} />;
    case 'link':
      return <LinkForm key={action.entry.id} entry={action.entry} />;
    default:
      return null;
  }
}
