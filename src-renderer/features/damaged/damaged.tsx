import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseCase, showUnlock } from '../../state/open.ts';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconFileSearch, IconFolderOpen, IconRefresh } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keyboard.ts';
import { DamageDetails } from './damage-details.tsx';
import './damaged.css';

interface Props {
  readonly path: string;
  readonly error: ErrorData;
  /** What was tried: to open it, or to check it. */
  readonly by: 'open' | 'check';
}

/** The file is damaged: what is known, what it means, what to do. Nothing is repaired or deleted. */
export function Damaged({ path, error, by }: Props) {
  const text = en.start.damaged;
  useKeys({ escape: () => showScreen({ kind: 'welcome' }), o: () => void chooseCase() });
  return (
    <div className="stand">
      <main className="damaged" aria-labelledby="damaged-heading">
        <p className="meta row damaged-file">
          <Ic of={IconFileSearch} size={14} />
          {by === 'check' ? text.checked : text.opened}{' '}
          <span className="mono select">{visibleName(fileName(path))}</span>
        </p>
        <div className="verdict bad" role="alert">
          <Ic of={IconAlertOctagon} size={40} />
          <div>
            <h1 id="damaged-heading">{text.titles[error.code] ?? text.titles['file-damaged']}</h1>
            <p className="t2 select">
              {errorWords(error)} <ErrorCode code={error.code} />
            </p>
          </div>
        </div>
        <div className="damaged-columns">
          <section>
            <h2>{text.known}</h2>
            <DamageDetails details={error.details} path={path} />
          </section>
          <section>
            <h2>{text.means}</h2>
            <p className="damaged-text">{text.meansText}</p>
            <h2>{text.now}</h2>
            <ol className="damaged-steps">
              {text.steps.map((step, at) => (
                <li key={step}>
                  <span className="num t3">{at + 1}</span>
                  {step}
                </li>
              ))}
            </ol>
            <div className="row">
              <Button look="primary" icon={IconFolderOpen} keys={['O']} onClick={() => void chooseCase()}>
                {text.openOther}
              </Button>
              <Button
                icon={IconRefresh}
                onClick={() => (by === 'check' ? showScreen({ kind: 'check', path }) : showUnlock(path))}
              >
                {text.tryAgain}
              </Button>
            </div>
          </section>
        </div>
      </main>
      <footer className="standfoot">
        <span className="mono clip select">{visibleName(path)}</span>
        <Button look="quiet" className="small right" onClick={() => showScreen({ kind: 'welcome' })}>
          <Kbd>Esc</Kbd> {text.back}
        </Button>
      </footer>
    </div>
  );
}
