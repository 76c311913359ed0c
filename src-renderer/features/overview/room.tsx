import { type SubmitEvent, useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { InRoom } from '../../../src-main/contract/room.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { recordPresence } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconUser } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMinute } from '../../ui/use-now.ts';

/** Who came and left; asked again when something is added. */
function usePeople(entries: number): { people: readonly InRoom[] | null; error: ErrorData | null } {
  const [people, setPeople] = useState<readonly InRoom[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let current = true;
    void ask('room.list', {}).then((answer) => {
      if (!current) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setPeople(answer.data.people);
    });
    return () => {
      current = false;
    };
  }, [entries]);
  return { people, error };
}

interface PersonProps {
  readonly one: InRoom;
  readonly writable: boolean;
  readonly onChange: (person: string, here: boolean) => void;
}

function Person({ one, writable, onChange }: PersonProps) {
  const zone = useShownZone();
  const now = useMinute();
  const text = en.overview.room;
  const name = visibleName(one.person);
  const when = nearTime(new Date(one.since), zone, 'minute', now);
  return (
    <li className={one.here ? undefined : 't3'}>
      <Ic of={IconUser} />
      <span className="grow">
        <span className={one.here ? 'b' : undefined}>{name}</span>{' '}
        <span className="meta num">{one.here ? text.since(when) : text.left(when)}</span>
      </span>
      {writable ? (
        <button
          type="button"
          className="link"
          aria-label={one.here ? text.leavesOf(name) : text.backOf(name)}
          onClick={() => onChange(one.person, !one.here)}
        >
          {one.here ? text.leaves : text.back}
        </button>
      ) : null}
    </li>
  );
}

/** Who works on the incident now. One key says that the author came, or leaves. */
export function Room({ writable }: { readonly writable: boolean }) {
  const entries = useCase((state) => state.info?.entries ?? 0);
  const author = useCase((state) => state.author?.name ?? '');
  const { people, error: unread } = usePeople(entries);
  const [name, setName] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const text = en.overview.room;
  const iAmHere = people?.some(({ person, here }) => here && person === author) ?? false;

  const record = async (person: string | null, here: boolean): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const problem = await recordPresence({ ...(person === null ? {} : { person }), here });
    setBusy(false);
    setError(problem);
    return problem === null;
  };
  const mine = (): void => void record(author === '' ? null : author, !iAmHere);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void record(name.trim(), true).then((done) => (done ? setName('') : undefined));
  };
  useKeys({ p: () => (writable && people !== null ? mine() : false) });

  return (
    <section aria-labelledby="overview-room">
      <div className="section-head">
        <h2 id="overview-room">{text.title}</h2>
        {writable ? (
          <Button className="small right" keys={['P']} onClick={mine}>
            {iAmHere ? text.iLeft : text.iCame}
          </Button>
        ) : null}
      </div>
      {unread === null ? null : (
        <p className="danger-text" role="alert">
          {text.listFailed} {errorWords(unread)}
        </p>
      )}
      <button type="button" className="link" onClick={() => showSection('preparation')}>
        {en.prepared.openTeam}
      </button>
      {people?.length === 0 ? <p className="t2">{text.empty}</p> : null}
      <ul className="summary-lines">
        {people?.map((one) => (
          <Person
            key={one.entry}
            one={one}
            writable={writable}
            onChange={(person, here) => void record(person, here)}
          />
        ))}
      </ul>
      {writable ? (
        <form className="room-form" onSubmit={submit}>
          <TextField label={text.who} value={name} onChange={setName} placeholder={text.whoHint} />
          <Button type="submit" aria-disabled={name.trim() === '' || busy}>
            {text.came}
          </Button>
        </form>
      ) : null}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
    </section>
  );
}
