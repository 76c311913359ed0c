import { chooseCase, chooseCheck } from '../../state/open.ts';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconFileSearch, IconFlask, IconFolderOpen, IconPlus } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Mark } from '../../ui/mark.tsx';

interface StartProps {
  readonly look: 'primary' | 'plain';
  readonly icon: IconType;
  readonly title: string;
  readonly hint: string;
  readonly keyName: string;
  readonly autoFocus?: boolean;
  readonly onClick: () => void;
}

function Start({ look, icon, title, hint, keyName, autoFocus, onClick }: StartProps) {
  return (
    <button
      type="button"
      className={classNames('start', look)}
      onClick={onClick}
      autoFocus={autoFocus === true}
    >
      <Ic of={icon} size={20} />
      <span className="grow">
        <span className="start-title">{title}</span>
        <span className="start-hint">{hint}</span>
      </span>
      <Kbd>{keyName}</Kbd>
    </button>
  );
}

interface Props {
  readonly preparing: boolean;
  readonly onSample: () => void;
}

/** The ways into a case. */
export function StartList({ preparing, onSample }: Props) {
  const text = en.start.welcome;
  return (
    <section className="welcome-start" aria-label={text.region}>
      <div className="welcome-name">
        <Mark />
        <h1 id="welcome-heading">{en.common.product}</h1>
      </div>
      <Start
        look="primary"
        icon={IconPlus}
        title={text.newIncident}
        hint={text.newIncidentHint}
        keyName="N"
        autoFocus
        onClick={() => showScreen({ kind: 'new' })}
      />
      <Start
        look="plain"
        icon={IconFolderOpen}
        title={text.open}
        hint={text.openHint}
        keyName="O"
        onClick={() => void chooseCase()}
      />
      <Start
        look="plain"
        icon={IconFileSearch}
        title={text.check}
        hint={text.checkHint}
        keyName="C"
        onClick={() => void chooseCheck()}
      />
      <Start
        look="plain"
        icon={IconFlask}
        title={preparing ? text.samplePreparing : text.sample}
        hint={text.sampleHint}
        keyName="S"
        onClick={onSample}
      />
    </section>
  );
}
