import { useEffect, useState } from 'react';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { visibleName } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { loadActions, openPlanForm, saveAction } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPlanForm(null);

type Actions = ResponseOf<'action.list'>;
type Phase = 'containment' | 'eradication';

const EMPTY = {
  system: '',
  what: '',
  why: '',
  orderedBy: '',
  doneBy: '',
  device: '',
  undo: '',
  worked: '',
  result: '',
  retest: '',
  at: '',
  beforeEvidence: '',
};

interface GuardProps {
  readonly missing: Actions['notCollected'];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Nothing is destroyed before it is collected (RFC 3227), or a reason is written down. */
function OrderGuard({ missing, reason, onReason }: GuardProps) {
  const text = en.plan.action;
  return (
    <Notice tone="warn" title={text.guard}>
      <p>{text.guardHint}</p>
      <ul className="guard-list">
        {missing.map((one) => (
          <li key={one}>
            <Ic of={IconCircleDashed} size={14} /> {text.missing[one]}
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          close();
          showSection('evidence');
        }}
      >
        {text.collect}
      </Button>
      <TextField label={text.despite} value={reason} onChange={onReason} />
    </Notice>
  );
}

interface Props {
  readonly phase: Phase;
  readonly actions: Actions;
}

/** What was done: on which system, what exactly, why, who ordered and who did it, how to undo it, whether it worked. */
export function ActionForm({ phase, actions }: Props) {
  const text = en.plan.action;
  const [action, setAction] = useState('');
  // What was collected meanwhile counts; exhibits come by the thousand, so they are not followed one by one.
  useEffect(() => void loadActions(), []);
  const [given, setGiven] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>): void => setGiven({ ...given, ...part });
  const listed = actions.catalogue.find(({ id }) => id === action);
  const missing = listed?.destroys === true ? actions.notCollected : [];
  const guarded = missing.length > 0 && given.beforeEvidence.trim() === '';
  const untested = listed?.retest === true && given.retest.trim() === '';
  const choose = (id: string): void => {
    setAction(id);
    const undo = actions.catalogue.find((one) => one.id === id)?.undo ?? null;
    if (undo !== null && given.undo === '') change({ undo });
  };
  const { busy, error, submit } = useSubmit(async () => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    const request = { phase, ...(action === '' ? {} : { action }), system: '', what: '', ...said };
    return saveAction(request, text.done);
  }, close);
  const field = (name: keyof typeof EMPTY, label: string, help?: string) => (
    <TextField
      label={label}
      value={given[name]}
      onChange={(value) => change({ [name]: value })}
      help={help}
    />
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={given.system.trim() !== '' && given.what.trim() !== '' && !guarded && !untested}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <div className="two-columns">
        <SelectField
          label={text.which}
          value={action}
          empty={text.own}
          options={actions.catalogue
            .filter((one) => one.phase === phase)
            .map((one) => ({ value: one.id, label: visibleName(one.title) }))}
          onChange={choose}
          autoFocus
        />
        {field('system', text.system)}
      </div>
      {missing.length === 0 ? null : (
        <OrderGuard
          missing={missing}
          reason={given.beforeEvidence}
          onReason={(beforeEvidence) => change({ beforeEvidence })}
        />
      )}
      {field('what', text.what, text.whatHint)}
      {listed?.retest === true ? field('retest', text.retest, text.retestHint) : null}
      <div className="two-columns">
        {field('why', text.why)}
        {field('at', text.at, en.plan.doneForm.atHint)}
        {field('orderedBy', text.orderedBy)}
        {field('doneBy', text.doneBy, en.plan.doneForm.byHint)}
        {field('device', text.device)}
        {field('undo', text.undo)}
        <SelectField
          label={text.worked}
          value={given.worked}
          options={Object.entries(text.workedChoices).map(([value, label]) => ({ value, label }))}
          onChange={(worked) => change({ worked })}
        />
        {field('result', text.result)}
      </div>
    </FormDialog>
  );
}
