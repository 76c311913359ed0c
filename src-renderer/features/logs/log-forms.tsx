import { useLogs } from '../../state/logs.ts';
import { CoverForm, UncoverForm } from './cover-forms.tsx';
import { RotationForm } from './rotation-form.tsx';
import { DownloadedForm, ReviewedForm, WantForm, WhyForm } from './wanted-forms.tsx';

/** The form that is open over the logs; there is one at a time. */
export function LogForms() {
  const form = useLogs((state) => state.form);
  switch (form?.kind) {
    case 'want':
      return <WantForm />;
    case 'downloaded':
      return <DownloadedForm log={form.log} />;
    case 'reviewed':
      return <ReviewedForm log={form.log} />;
    case 'not-available':
    case 'wanted':
      return <WhyForm log={form.log} event={form.kind} />;
    case 'cover':
      return (
        <CoverForm
          source={form.source}
          host={form.host}
          {...(form.given === undefined ? {} : { given: form.given })}
        />
      );
    case 'uncover':
      return <UncoverForm entry={form.entry} what={form.what} />;
    case 'rotation':
      return <RotationForm event={form.event} job={form.job} />;
    case undefined:
      return null;
  }
}
