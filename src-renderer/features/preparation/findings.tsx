import type { Finding, Preparation } from '../../../src-main/contract/preparation.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconBug, IconPlus } from '../../ui/icons.ts';

const add = (): void => openPreparationForm({ kind: 'finding', finding: null });

function State({ finding, zone }: { readonly finding: Finding; readonly zone: string }) {
  const text = en.preparation.findings;
  const when = finding.due === null ? {} : { when: dayKey(new Date(finding.due), zone) };
  if (finding.state !== 'open') return <DueMark state="ok" word={text.states[finding.state]} />;
  return finding.late ? (
    <DueMark state="overdue" {...when} />
  ) : (
    <DueMark state="none" word={text.states.open} {...when} />
  );
}

/** What scans found, what is open first. */
export function Findings({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation.findings;
  if (shown.findings.length === 0) {
    return (
      <Empty icon={IconBug} title={text.none} hint={text.noneHint}>
        <Button look="primary" icon={IconPlus} onClick={add}>
          {text.add}
        </Button>
      </Empty>
    );
  }
  const titles = new Map(shown.defences.map(({ id, title }) => [id, title]));
  return (
    <>
      <ul className="prep-list" aria-label={en.preparation.tabs.findings}>
        {shown.findings.map((finding) => (
          <li key={finding.id}>
            <button
              type="button"
              className="prep-row prep-finding"
              onClick={() => openPreparationForm({ kind: 'finding', finding })}
            >
              <span className="prep-what">
                <span className="sr">{text.edit} </span>
                <span className="b">{visibleName(finding.title)}</span>
                <span className="meta">
                  {[titles.get(finding.defence) ?? '', finding.why]
                    .filter((part) => part !== '')
                    .map((part) => visibleName(part))
                    .join(' · ')}
                </span>
              </span>
              <span dir="auto">{visibleName(finding.owner)}</span>
              <State finding={finding} zone={shown.zone} />
            </button>
          </li>
        ))}
      </ul>
      <div className="row prep-foot">
        <Button icon={IconPlus} onClick={add}>
          {text.add}
        </Button>
      </div>
    </>
  );
}
