import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import { factChoices, factShape } from '../../../src-main/domain/fact-value.ts';
import { errorWords } from '../../format/error-words.ts';
import { factName, factValue, PLAN_FACTS } from '../../format/fact.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { openStating, selectFact, stateFact } from '../../state/course.ts';
import { useUnderstood } from '../../state/understood.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const OWN = 'own';
const NAME = /^[a-z][a-z0-9-]{0,63}$/;

const options = (values: readonly string[], word: (value: string) => string) =>
  values.map((value) => ({ value, label: word(value) }));

/** States a fact, or states it anew. `name` is empty where somebody still has to say which. */
export function FactForm({ name: given }: { readonly name: string }) {
  const text = en.facts.form;
  const zone = useShownZone();
  const facts = useCase((state) => state.info?.facts);
  const [picked, setPicked] = useState(given === '' ? '' : given);
  const [ownName, setOwnName] = useState('');
  const [value, setValue] = useState('');
  const [by, setBy] = useState('');
  const [at, setAt] = useState('');
  const [grounds, setGrounds] = useState('');
  const name = picked === OWN ? ownName.trim() : picked;
  const named = NAME.test(name);
  const instant = named && factShape(name) === 'instant';
  const choices = factChoices[name];
  const understood = useUnderstood(instant ? (value.trim().toLowerCase() === 'no' ? '' : value) : at);
  const now = facts?.find((fact) => fact.name === name);

  const { busy, error, submit } = useSubmit(
    async () =>
      stateFact(
        {
          name,
          value: value.trim(),
          by: by
            .split(',')
            .map((person) => person.trim())
            .filter((person) => person !== ''),
          ...(at.trim() === '' || instant ? {} : { at: at.trim() }),
          ...(grounds.trim() === '' ? {} : { grounds: grounds.trim() }),
        },
        text.done(factName(name)),
      ),
    () => selectFact(name),
  );
  const ready = named && value.trim() !== '';
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (ready) submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    openStating(null);
  };
  const title = given === '' ? text.title : text.titleOf(factName(given));
  const help = understood.text === '' ? undefined : understood.text;
  const wrongTime = understood.error === '' ? undefined : understood.error;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the form from any field
    <form
      className="pane fact-form"
      data-region
      aria-label={title}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className="row">
        <h2 className="clip">{title}</h2>
        <Button
          look="quiet"
          className="right"
          icon={IconX}
          aria-label={en.common.closeEsc}
          onClick={() => openStating(null)}
        />
      </div>
      {given === '' ? (
        <SelectField
          label={text.which}
          value={picked}
          empty={text.choose}
          options={[...options(PLAN_FACTS, factName), { value: OWN, label: text.own }]}
          onChange={(next) => {
            setPicked(next);
            setValue('');
          }}
          autoFocus
        />
      ) : null}
      {picked === OWN ? (
        <TextField
          label={text.ownName}
          value={ownName}
          onChange={setOwnName}
          help={text.ownHint}
          required
          autoFocus
        />
      ) : null}
      {choices === undefined ? (
        <TextField
          label={instant ? text.instant : text.value}
          value={value}
          onChange={setValue}
          required
          autoFocus={given !== ''}
          {...(instant ? { help: help ?? text.instantHint, error: wrongTime } : {})}
        />
      ) : (
        <SelectField
          label={text.value}
          value={value}
          empty={text.choose}
          options={options(choices, (choice) => factValue(name, choice, zone))}
          onChange={setValue}
          autoFocus={given !== ''}
        />
      )}
      {now === undefined ? null : (
        <p className="meta">
          {text.before(
            [now, ...now.conflict].map((statement) => factValue(name, statement.value, zone)).join(' | '),
          )}
        </p>
      )}
      <TextField label={text.by} value={by} onChange={setBy} help={text.byHint} />
      {instant ? null : (
        <TextField
          label={text.at}
          value={at}
          onChange={setAt}
          placeholder={text.atNow}
          help={help ?? text.atHint}
          error={wrongTime}
        />
      )}
      <TextField label={text.grounds} value={grounds} onChange={setGrounds} help={text.groundsHint} />
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={!ready || busy}>
          {text.action}
        </Button>
        <Button look="quiet" keys={['Esc']} onClick={() => openStating(null)}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}
