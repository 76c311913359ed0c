import { useState } from 'react';
import { clockWithZone } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { checkClock, openCourseForm, sealCase, unsealCase, useCourse } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSecond } from '../../ui/use-now.ts';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { CallForm } from './call-form.tsx';

const close = (): void => openCourseForm(null);

function SealForm() {
  const text = en.facts.seal;
  const [despite, setDespite] = useState('');
  const [unreviewed, setUnreviewed] = useState(false);
  const { busy, error, submit } = useSubmit(async () => {
    const refused = await sealCase(despite.trim(), text.done);
    if (refused?.code === 'review-first') setUnreviewed(true);
    return refused;
  }, close);
  return (
    <FormDialog
      title={text.title}
      action={text.action}
      ready={!unreviewed || despite.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p>{text.text}</p>
      <p className="t2">{text.later}</p>
      {unreviewed ? (
        <TextField label={text.despite} value={despite} onChange={setDespite} required autoFocus />
      ) : null}
    </FormDialog>
  );
}

function UnsealForm() {
  const text = en.facts.seal;
  return (
    <WhyDialog
      title={text.unsealTitle}
      action={text.unsealAction}
      failed={text.unsealFailed}
      why={text.why}
      whyExample={text.whyExample}
      work={async (why) => unsealCase(why, text.unsealDone)}
      onClose={close}
    >
      <p>{text.unsealText}</p>
    </WhyDialog>
  );
}

function Here() {
  const zone = useShownZone();
  const now = useSecond();
  return <p className="t2 num">{en.facts.clock.here(clockWithZone(now, zone, 'second'))}</p>;
}

function ClockForm() {
  const text = en.facts.clock;
  const [reference, setReference] = useState('');
  const [source, setSource] = useState('');
  const { busy, error, submit } = useSubmit(async () => checkClock(reference.trim(), source.trim()), close);
  return (
    <FormDialog
      title={text.title}
      action={text.action}
      ready={reference.trim() !== '' && source.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p>{text.intro}</p>
      <Here />
      <TextField
        label={text.source}
        value={source}
        onChange={setSource}
        help={text.sourceHint}
        required
        autoFocus
      />
      <TextField
        label={text.reference}
        value={reference}
        onChange={setReference}
        help={text.referenceHint}
        required
      />
    </FormDialog>
  );
}

/** The forms about the course of the incident, over whichever screen asked for them. */
export function CourseForms() {
  const form = useCourse((state) => state.form);
  switch (form) {
    case 'seal':
      return <SealForm />;
    case 'unseal':
      return <UnsealForm />;
    case 'clock':
      return <ClockForm />;
    case 'call':
      return <CallForm />;
    case null:
      return null;
  }
}
