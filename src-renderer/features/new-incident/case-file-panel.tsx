import type { ReactNode } from 'react';
import { fileName, folderOf } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCheck, IconRefresh } from '../../ui/icons.ts';
import { OwnPassphrase } from '../../ui/own-passphrase.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { PlanLine } from './plan-line.tsx';
import type { CasePlace } from './use-case-place.ts';
import type { PassphraseChoice } from './use-passphrase.ts';

interface Props {
  readonly passphrase: PassphraseChoice;
  readonly place: CasePlace;
  readonly children: ReactNode;
}

function Generated({ passphrase }: { readonly passphrase: PassphraseChoice }) {
  const text = en.start.create;
  return (
    <>
      <WordsBlock label={text.wordsLabel} words={passphrase.words} />
      <div className="row new-tools">
        <Chip tone="ok">
          <Ic of={IconCheck} size={14} />
          {text.entropy}
        </Chip>
        <Button look="quiet" icon={IconRefresh} onClick={passphrase.otherWords}>
          {text.otherWords}
        </Button>
        <Button look="quiet" onClick={() => passphrase.setOwn('')}>
          {text.ownWords}
        </Button>
      </div>
      <p className="meta">{text.writeDown}</p>
    </>
  );
}

/** The side of the page about the file: passphrase, place, and the button. */
export function CaseFilePanel({ passphrase, place, children }: Props) {
  const text = en.start.create;
  return (
    <aside className="new-side" aria-label={text.caseFile} data-region>
      <h2>{text.caseFile}</h2>
      <p className="t2">{text.caseFileHint}</p>
      {passphrase.own === null ? (
        <Generated passphrase={passphrase} />
      ) : (
        <OwnPassphrase
          label={text.ownLabel}
          back={text.generated}
          value={passphrase.own}
          error={passphrase.error}
          onChange={passphrase.setOwn}
          onBack={() => passphrase.setOwn(null)}
        />
      )}
      <hr />
      <dl className="kv new-place">
        <dt>{text.file}</dt>
        <dd>
          {place.path === '' ? null : (
            <span className="mono" title={place.path}>
              {visibleName(fileName(folderOf(place.path)))} / {visibleName(fileName(place.path))}
            </span>
          )}{' '}
          <button
            type="button"
            className="link"
            aria-label={text.changeLabel}
            onClick={() => void place.changeFolder()}
          >
            {text.change}
          </button>
        </dd>
        <PlanLine />
      </dl>
      <div className="col new-actions">{children}</div>
    </aside>
  );
}
