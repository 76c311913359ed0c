import { useState } from 'react';
import { nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import {
  acceptHandover,
  giveHandover,
  openHandover,
  useHandover,
  waitingHandover,
} from '../../state/handover.ts';
import { openSteps, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { HandedOver } from './handed-over.tsx';
import './handover.css';

const close = (): void => openHandover(null);

function GiveForm() {
  const text = en.handover.giveForm;
  const plan = usePlan((state) => state.plan);
  const deadlines = usePlan((state) => state.deadlines);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const { busy, error, submit } = useSubmit(
    async () => giveHandover({ to, ...(note.trim() === '' ? {} : { note: note.trim() }) }),
    close,
  );
  const running = deadlines.filter(({ state }) => state === 'running' || state === 'overdue');
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={to.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.handover.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p>{text.hint}</p>
      <p className="meta">{text.goes(openSteps(plan).length, running.length)}</p>
      <TextField label={text.to} value={to} onChange={setTo} required autoFocus />
      <TextArea label={text.note} value={note} onChange={setNote} />
    </FormDialog>
  );
}

function AcceptForm() {
  const text = en.handover.acceptForm;
  const waiting = useHandover(waitingHandover);
  const author = useCase((state) => state.author);
  const zone = useShownZone();
  const now = useMinute();
  const [remark, setRemark] = useState('');
  const { busy, error, submit } = useSubmit(
    async () => acceptHandover(remark.trim() === '' ? {} : { remark: remark.trim() }),
    close,
  );
  if (waiting === undefined) return null;
  const { from, to, at, note } = waiting;
  const when = nearTime(new Date(at), zone, 'minute', now);
  const head = (
    <>
      <p>{text.text(visibleName(from.name), visibleName(to), when)}</p>
      {note === null ? null : <p className="b">{visibleText(note)}</p>}
      <HandedOver handover={waiting} />
    </>
  );
  if (author?.id === from.id) {
    return (
      <Dialog title={text.title} onClose={close} size={520}>
        <div className="form-dialog">
          {head}
          <Notice tone="info" title={text.own(visibleName(from.name))} />
          <div className="row">
            <Button
              look="primary"
              onClick={() => {
                close();
                showSection('authors');
              }}
            >
              {text.authors}
            </Button>
            <Button look="quiet" keys={['Esc']} onClick={close}>
              {en.common.cancel}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready
      busy={busy}
      error={error}
      failed={en.handover.failed}
      onSubmit={submit}
      onClose={close}
    >
      {head}
      <TextField label={text.remark} value={remark} onChange={setRemark} autoFocus />
    </FormDialog>
  );
}

/** The forms of a hand-over, over whichever screen asked for them. */
export function HandoverForms() {
  const form = useHandover((state) => state.form);
  switch (form) {
    case 'give':
      return <GiveForm />;
    case 'accept':
      return <AcceptForm />;
    case null:
      return null;
  }
}
