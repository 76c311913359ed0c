import type { Defence, Preparation } from '../../../src-main/contract/preparation.ts';
import { size } from '../../format/number.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { IconPencil, IconPlus, IconShieldCheck } from '../../ui/icons.ts';

function LastCheck({ last, zone }: { readonly last: Defence['last']; readonly zone: string }) {
  const text = en.preparation;
  if (last === null) return <DueMark state="never" />;
  return (
    <>
      <span className="num">
        {text.checked(dayKey(new Date(last.at), zone))}
        {last.by === '' ? '' : ` ${text.defences.by(visibleName(last.by))}`}
      </span>
      {last.result === 'problem' ? <DueMark state="overdue" word={text.defences.problem} /> : null}
      {last.note === '' ? null : <span className="meta">{visibleName(last.note)}</span>}
      {last.file === null ? null : (
        <span className="meta">
          {text.defences.proof} <span className="mono">{visibleName(last.file.name)}</span>,{' '}
          {size(last.file.size)}, <span className="mono">{last.file.sha256.slice(0, 8)}…</span>
        </span>
      )}
    </>
  );
}

function Line({ one, zone }: { readonly one: Defence; readonly zone: string }) {
  const text = en.preparation;
  const title = visibleName(one.title);
  const said = [one.text, one.note].filter((part) => part !== '').map((part) => visibleName(part));
  return (
    <li className="prep-row prep-defence" data-plan-id={one.id}>
      <span className="prep-what">
        <span className="b">{title}</span>
        {said.length === 0 ? null : <span className="meta">{said.join(' ')}</span>}
        {one.reports === '' ? null : (
          <span className="meta">{text.defences.reports(visibleName(one.reports))}</span>
        )}
      </span>
      <span dir="auto">{visibleName(one.owner)}</span>
      <span className="col prep-checked">
        <LastCheck last={one.last} zone={zone} />
      </span>
      <span>
        {one.last === null ? null : (
          <DueMark
            state={one.state}
            {...(one.due === null ? {} : { when: dayKey(new Date(one.due), zone) })}
          />
        )}
      </span>
      <span className="row prep-tools">
        <Button
          icon={IconShieldCheck}
          aria-label={text.defences.checkOf(title)}
          title={text.defences.checkOf(title)}
          onClick={() => openPreparationForm({ kind: 'check', defence: one })}
        />
        <Button
          look="quiet"
          icon={IconPencil}
          aria-label={text.defences.edit(title)}
          title={text.defences.edit(title)}
          onClick={() => openPreparationForm({ kind: 'defence', defence: one })}
        />
      </span>
    </li>
  );
}

/** The register of defences: who owns each, when it was checked, and when it is due again. */
export function Defences({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation.defences;
  return (
    <>
      <div className="prep-row prep-defence prep-columns" aria-hidden="true">
        <span>{text.what}</span>
        <span>{text.owner}</span>
        <span>{text.lastCheck}</span>
        <span>{text.nextCheck}</span>
        <span />
      </div>
      <ul className="prep-list" aria-label={en.preparation.tabs.defences}>
        {shown.defences.map((one) => (
          <Line key={one.id} one={one} zone={shown.zone} />
        ))}
      </ul>
      <div className="row prep-foot">
        <Button
          look="primary"
          icon={IconShieldCheck}
          onClick={() => openPreparationForm({ kind: 'check', defence: null })}
        >
          {text.check}
        </Button>
        <Button icon={IconPlus} onClick={() => openPreparationForm({ kind: 'defence', defence: null })}>
          {text.add}
        </Button>
      </div>
    </>
  );
}
