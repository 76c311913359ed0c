import { useState } from 'react';
import type {
  ReviewItemView,
  ReviewList,
  ReviewPart,
  ReviewView,
} from '../../../src-main/contract/review.ts';
import { visibleText } from '../../format/visible.ts';
import {
  addItem,
  approveReview,
  openImprovementsOf,
  openReviewForm,
  settleItem,
  useReview,
  writePart,
} from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { NextPlanForm } from './next-plan-form.tsx';
import { PickForm } from './pick-form.tsx';

const close = (): void => openReviewForm(null);

function PartForm({ part, before }: { readonly part: ReviewPart; readonly before: string }) {
  const text = en.review;
  const [words, setWords] = useState(before);
  const { busy, error, submit } = useSubmit(async () => writePart(part, words, text.saved.part), close);
  return (
    <FormDialog
      title={text.parts[part]}
      action={text.save}
      ready={words.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextArea
        label={text.text}
        value={words}
        onChange={setWords}
        help={text.partHints[part]}
        required
        autoFocus
      />
    </FormDialog>
  );
}

function AddForm({ list }: { readonly list: ReviewList }) {
  const text = en.review;
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const { busy, error, submit } = useSubmit(
    async () =>
      addItem(
        {
          list,
          text: words,
          ...(owner.trim() === '' ? {} : { owner }),
          ...(due.trim() === '' ? {} : { due }),
        },
        text.saved.added,
      ),
    close,
  );
  const needsOwner = list !== 'cause';
  const needsDue = list === 'improvement';
  return (
    <FormDialog
      title={text.addTitle[list]}
      action={text.save}
      ready={words.trim() !== '' && (!needsOwner || owner.trim() !== '') && (!needsDue || due.trim() !== '')}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextArea
        label={text.text}
        value={words}
        onChange={setWords}
        help={text.listHints[list]}
        required
        autoFocus
      />
      {needsOwner ? (
        <div className="two-columns">
          <TextField label={text.owner} value={owner} onChange={setOwner} required />
          <TextField label={text.due} value={due} onChange={setDue} help={text.dueHint} required={needsDue} />
        </div>
      ) : null}
    </FormDialog>
  );
}

function DropForm({ item }: { readonly item: ReviewItemView }) {
  const text = en.review;
  return (
    <WhyDialog
      title={text.dropTitle}
      action={text.dropAction}
      failed={text.failed}
      why={text.why}
      whyExample=""
      work={async (why) => settleItem({ item: item.item, state: 'dropped', why }, text.saved.settled)}
      onClose={close}
    >
      <p className="b">{visibleText(item.text)}</p>
    </WhyDialog>
  );
}

function ApproveForm({ due }: { readonly due: string | null }) {
  const text = en.review.approveForm;
  const [given, setGiven] = useState({ by: '', at: '', remark: '', lateWhy: '' });
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const [late, setLate] = useState(false);
  const { busy, error, submit } = useSubmit(async () => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    const problem = await approveReview({ by: given.by, ...said }, en.review.saved.approved);
    // The engine knows the time: it asks for the reason.
    if (problem !== null && due !== null) setLate(Date.parse(due) < Date.now());
    return problem;
  }, close);
  return (
    <FormDialog
      title={text.title}
      action={text.action}
      ready={given.by.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.review.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="t2">{text.text}</p>
      <div className="two-columns">
        <TextField label={text.by} value={given.by} onChange={(by) => change({ by })} required autoFocus />
        <TextField label={text.at} value={given.at} onChange={(at) => change({ at })} help={text.atHint} />
      </div>
      {late ? (
        <TextField
          label={text.lateWhy}
          value={given.lateWhy}
          onChange={(lateWhy) => change({ lateWhy })}
          required
        />
      ) : null}
      <TextArea label={text.remark} value={given.remark} onChange={(remark) => change({ remark })} />
    </FormDialog>
  );
}

/** The forms of the review, over its screen. */
export function ReviewForms({ review }: { readonly review: ReviewView }) {
  const form = useReview((state) => state.form);
  switch (form?.kind) {
    case 'part':
      return (
        <PartForm part={form.part} before={review.texts.find(({ part }) => part === form.part)?.text ?? ''} />
      );
    case 'add':
      return <AddForm list={form.list} />;
    case 'drop':
      return <DropForm item={form.item} />;
    case 'pick':
      return <PickForm shown={new Set(review.excerpts.map(({ id }) => id))} />;
    case 'approve':
      return <ApproveForm due={review.due} />;
    case 'next-plan':
      return <NextPlanForm improvements={openImprovementsOf(review)} />;
    case undefined:
      return null;
  }
}
