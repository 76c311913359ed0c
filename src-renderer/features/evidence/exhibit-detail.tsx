import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { count, size } from '../../format/number.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { openForm, saveForm, saveKey, useEvidence, verifyExhibits } from '../../state/evidence.ts';
import { readIntoSearch } from '../../state/log-intake.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Hash } from '../../ui/hash.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconArrowsExchange, IconFileText, IconRefresh } from '../../ui/icons.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { CustodyEvents } from './custody-events.tsx';
import { CustodyLine } from './custody-line.tsx';
import { CustodyNow } from './custody-now.tsx';
import { ExhibitFoot } from './exhibit-foot.tsx';
import { ExhibitMail } from './exhibit-mail.tsx';
import { ExhibitHistory, ExhibitKnown } from './exhibit-known.tsx';
import { ExhibitPreview } from './exhibit-preview.tsx';

const OTHER_EVENTS = ['sealed', 'acknowledged', 'examined', 'copied', 'returned'] as const;

function summary(exhibit: Exhibit, zone: string): string {
  const text = en.evidence;
  const { duplicateOf } = exhibit;
  return [
    en.intake.kinds[exhibit.type],
    ...(exhibit.size === null ? [] : [size(exhibit.size)]),
    text.mode[exhibit.mode],
    ...(exhibit.mode === 'stored' && exhibit.bytes !== 'here' ? [text.bytes[exhibit.bytes]] : []),
    ...(exhibit.files === undefined ? [] : [text.files(count(exhibit.files))]),
    ...(duplicateOf === undefined ? [] : [text.duplicate(duplicateOf)]),
    text.collected(
      nearTime(new Date(exhibit.collected), zone, 'minute', new Date()),
      visibleName(exhibit.collectedBy),
    ),
  ].join(', ');
}

/** What may be done less often; an exhibit that is gone has its form left. */
function menuItems({ exhibit, type, hold, bytes, storedIn, custodyState }: Exhibit): MenuItem[] {
  const text = en.evidence;
  const form = { label: text.form.print, onChoose: () => void saveForm(exhibit) };
  if (custodyState.disposed === true) return [form];
  return [
    ...(type === 'log' && (bytes === 'here' || bytes === 'elsewhere')
      ? [{ label: text.readLog, onChoose: () => readIntoSearch(exhibit) }]
      : []),
    { label: en.intake.describe.menu, onChoose: () => openForm('describe') },
    ...OTHER_EVENTS.map((event) => ({ label: text.events.verbs[event], onChoose: () => openForm(event) })),
    form,
    ...(bytes === 'here' && storedIn === 'evidence-folder'
      ? [{ label: text.key.save, onChoose: () => void saveKey(exhibit) }]
      : []),
    hold
      ? { label: text.hold.menuOff, onChoose: () => openForm('hold-off') }
      : { label: text.hold.menuOn, onChoose: () => openForm('hold-on') },
    bytes === 'here'
      ? { label: text.release.menu, onChoose: () => openForm('release') }
      : { label: text.events.verbs.disposed, onChoose: () => openForm('disposed') },
  ];
}

function Actions({ exhibit: shown }: { readonly exhibit: Exhibit }) {
  const text = en.evidence;
  const { exhibit } = shown;
  return (
    <span className="right row">
      <Button look="primary" icon={IconArrowsExchange} keys={['H']} onClick={() => openForm('transferred')}>
        {text.handOver.button}
        <span className="sr">{text.handOver.buttonRest(exhibit)}</span>
      </Button>
      <Button
        icon={IconRefresh}
        aria-label={text.verifyLabel(exhibit)}
        onClick={() => void verifyExhibits([exhibit])}
      >
        {text.verify}
      </Button>
      <Menu label={text.handOver.menu(exhibit)} items={menuItems(shown)} />
    </span>
  );
}

/** One exhibit below the table: its hash, and the line of hands over the full width. */
export function ExhibitDetail() {
  const detail = useEvidence((state) => state.detail);
  const zone = useShownZone();
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  if (detail === null) return null;
  const { exhibit, custody, history } = detail;
  const text = en.evidence;
  return (
    <section className="exhibit-detail" aria-label={text.detail(exhibit.exhibit)} data-region>
      <div className="row">
        <ExhibitChip exhibit={exhibit.exhibit} />
        <h2 className="clip" title={visibleName(exhibit.title)}>
          {visibleName(exhibit.title)}
        </h2>
        {readOnly ? (
          <span className="right row">
            <Button icon={IconFileText} onClick={() => void saveForm(exhibit.exhibit)}>
              {text.form.print}
            </Button>
          </span>
        ) : (
          <Actions exhibit={exhibit} />
        )}
      </div>
      <p className="meta num exhibit-summary select">{summary(exhibit, zone)}</p>
      {exhibit.path === undefined ? null : (
        <p className="meta exhibit-summary select">
          {text.place} <span className="mono">{visibleName(exhibit.path)}</span>
        </p>
      )}
      {exhibit.changedWhileRead === true ? (
        <p className="warn-text exhibit-summary">
          <Ic of={IconAlertTriangle} /> {text.changingHint}
        </p>
      ) : null}
      {exhibit.sha256 === null ? null : (
        <p className="exhibit-hash">
          <Hash
            hex={exhibit.sha256}
            algorithm={text.hash}
            copyLabel={text.copyHash(exhibit.exhibit)}
            onCopy={(hex) => void copyText(hex, text.hashCopied)}
          />
        </p>
      )}
      <ExhibitKnown exhibit={exhibit} zone={zone} />
      <ExhibitPreview key={exhibit.exhibit} exhibit={exhibit} />
      {exhibit.mail === undefined ? null : <ExhibitMail mail={exhibit.mail} />}
      <CustodyNow exhibit={exhibit} readOnly={readOnly} />
      <h3 className="hands-title">
        {text.hands.title}{' '}
        <span className="meta">{text.hands.hint(zoneName(zone, new Date(exhibit.collected)))}</span>
      </h3>
      <CustodyLine exhibit={exhibit} custody={custody} zone={zone} />
      <ExhibitFoot detail={detail} zone={zone} readOnly={readOnly} />
      <CustodyEvents custody={custody} zone={zone} />
      <ExhibitHistory history={history} zone={zone} />
    </section>
  );
}
