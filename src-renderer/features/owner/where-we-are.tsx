import { useState } from 'react';
import type { OwnerView } from '../../../src-main/contract/document.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { stateFact } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { IconPencil } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { factBy, factSaid } from './owner-words.ts';

/** The text for the owner with its time; where there is none, phase and last decision, and no guess. */
export function WhereWeAre({ view }: { readonly view: OwnerView }) {
  const [writing, setWriting] = useState(false);
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const zone = useShownZone();
  const text = en.owner;
  const { where, phase, decision, ended } = view;
  const time = (at: string): string => fullTime(new Date(at), zone, 'minute');
  return (
    <>
      {where === null ? (
        <>
          <p className="owner-lead">
            {text.phase(visibleName(phase.title), phase.since === null ? '' : text.since(time(phase.since)))}{' '}
            {ended === null ? '' : `${text.ended(time(ended))} `}
            {decision === null
              ? text.noDecision
              : `${text.lastDecision} ${factSaid(decision, zone)} ${factBy(decision, zone)}`}
          </p>
          <p className="owner-quiet">{text.noText}</p>
        </>
      ) : (
        <>
          <p className="owner-lead owner-said" dir="auto">
            {visibleText(where.value)}
          </p>
          <p className="owner-quiet num">
            {text.writtenBy(text.and(where.by.map((who) => visibleName(who))), time(where.at))}
          </p>
        </>
      )}
      {writable ? (
        <p>
          <Button look="quiet" icon={IconPencil} onClick={() => setWriting(true)}>
            {text.write}
          </Button>
        </p>
      ) : null}
      {writing ? <WriteForm before={where?.value ?? ''} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

function WriteForm({ before, onClose }: { readonly before: string; readonly onClose: () => void }) {
  const text = en.owner;
  const [words, setWords] = useState(before);
  const { busy, error, submit } = useSubmit(
    async () => stateFact({ name: 'where-we-are', value: words }, text.writeDone),
    onClose,
  );
  return (
    <FormDialog
      title={text.writeTitle}
      action={text.writeSave}
      ready={words.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.writeFailed}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={text.writeText} value={words} onChange={setWords} required autoFocus />
    </FormDialog>
  );
}
