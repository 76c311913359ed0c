import { type SubmitEvent, useEffect, useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { setLogQuery } from '../../state/log-search.ts';
import { keepSearch, loadSearches, useSavedSearches } from '../../state/saved-searches.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconX } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';

function Use({
  query,
  label,
  onUse,
}: {
  readonly query: string;
  readonly label: string;
  readonly onUse: () => void;
}) {
  return (
    <button
      type="button"
      className="link clip"
      aria-label={en.logSearch.saved.use(visibleName(query))}
      title={visibleName(query)}
      onClick={() => {
        onUse();
        setLogQuery(query);
      }}
    >
      {label}
    </button>
  );
}

function Lists({ onUse }: { readonly onUse: () => void }) {
  const text = en.logSearch.saved;
  const saved = useSavedSearches((state) => state.saved);
  const recent = useSavedSearches((state) => state.recent);
  return (
    <>
      <p className="label">{text.saved}</p>
      {saved.length === 0 ? <p className="t3">{text.none}</p> : null}
      <ul>
        {saved.map(({ name, query }) => (
          <li key={name} className="row">
            <Use query={query} label={visibleName(name)} onUse={onUse} />
            <span className="mono t3 clip grow">{visibleName(query)}</span>
            <Button
              look="quiet"
              className="small"
              icon={IconX}
              aria-label={text.forget(visibleName(name))}
              title={text.forget(visibleName(name))}
              onClick={() => void keepSearch(name, '')}
            />
          </li>
        ))}
      </ul>
      {recent.length === 0 ? null : <p className="label">{text.recent}</p>}
      <ul>
        {recent.map((query) => (
          <li key={query} className="row mono">
            <Use query={query} label={visibleName(query)} onUse={onUse} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Keeps the search under a name, and finds kept and earlier ones again. */
export function SavedSearches() {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const query = useLogSearch((state) => state.query.trim());
  const error = useSavedSearches((state) => state.error);
  const text = en.logSearch.saved;
  useEffect(() => void loadSearches(), []);
  const close = (): void => setOpened(false);
  const ready = name.trim() !== '' && query !== '';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!ready || (await keepSearch(name.trim(), query)) !== null) return;
    setName('');
    close();
  };
  return (
    <Popover
      opened={opened}
      onClose={close}
      label={text.title}
      target={
        <Button aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {text.button}
        </Button>
      }
    >
      <form className="saved-searches" onSubmit={(event) => void submit(event)} noValidate>
        <p className="mono clip" title={visibleName(query)}>
          {query === '' ? <span className="t3">{text.everything}</span> : visibleName(query)}
        </p>
        <div className="row">
          <span className="grow">
            <TextField label={text.name} value={name} onChange={setName} autoFocus />
          </span>
          <Button type="submit" look="primary" className="saved-save" aria-disabled={!ready}>
            {text.save}
          </Button>
        </div>
        {error === null ? null : (
          <p role="alert" className="danger-text">
            {errorWords(error)}
          </p>
        )}
        <Lists onUse={close} />
      </form>
    </Popover>
  );
}
