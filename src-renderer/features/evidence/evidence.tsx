import { useState } from 'react';
import { count, size } from '../../format/number.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { copyHashes, saveForms } from '../../state/bulk-evidence.ts';
import { copyText } from '../../state/clipboard.ts';
import { openForm, openIntake, saveForm, useEvidence, verifyExhibits } from '../../state/evidence.ts';
import { unmarkAll, useExhibitTable } from '../../state/exhibit-table.ts';
import { chooseEvidence } from '../../state/intake.ts';
import { useJobs } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconPackage, IconPlus, IconPrinter, IconRefresh } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Menu } from '../../ui/menu.tsx';
import { AddForm } from './add-form.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { CustodyForm } from './custody-form.tsx';
import { DescribeForm } from './describe-form.tsx';
import { EvidenceNotices } from './evidence-notices.tsx';
import { ExhibitDetail } from './exhibit-detail.tsx';
import { ExhibitTable } from './exhibit-table.tsx';
import { HoldForm } from './hold-form.tsx';
import { ReleaseForm } from './release-form.tsx';
import { RetentionDialog } from './retention-dialog.tsx';
import { ThingForm } from './thing-form.tsx';
import './evidence.css';
import './custody.css';

function useEvidenceKeys(readOnly: boolean): void {
  const selected = useEvidence((state) => state.selected);
  const detail = useEvidence((state) => state.detail);
  const marked = (): string[] => {
    const all = useExhibitTable.getState().marked;
    return useEvidence.getState().exhibits.flatMap(({ exhibit }) => (all.has(exhibit) ? [exhibit] : []));
  };
  useKeys({
    e: () => (readOnly ? false : void chooseEvidence('files')),
    'shift+e': () => (readOnly ? false : void chooseEvidence('files-asking')),
    h: () => (selected === null || readOnly ? false : openForm('transferred')),
    v: () => {
      const several = marked();
      if (readOnly || (several.length === 0 && selected === null)) return false;
      return void verifyExhibits(several.length > 0 ? several : [selected ?? '']);
    },
    p: () => {
      const several = marked();
      if (several.length > 0) return void saveForms(several);
      return selected === null ? false : void saveForm(selected);
    },
    escape: () => (useExhibitTable.getState().marked.size === 0 ? false : unmarkAll()),
    y: () => {
      const several = marked();
      if (several.length > 0) return void copyHashes(several);
      const sha256 = detail?.exhibit.sha256 ?? null;
      return sha256 === null ? false : void copyText(sha256, en.evidence.hashCopied);
    },
  });
}

function Head({ readOnly }: { readonly readOnly: boolean }) {
  const exhibits = useEvidence((state) => state.exhibits);
  const loaded = useEvidence((state) => state.loaded);
  const [dialog, setDialog] = useState<'retention' | 'columns' | null>(null);
  const text = en.evidence;
  const overviews = [
    { label: text.retention.menu, onChoose: () => setDialog('retention') },
    { label: text.columnsChoice, onChoose: () => setDialog('columns') },
  ];
  // Then the button in the middle of the screen is the main one.
  const empty = exhibits.length === 0;
  const bytes = exhibits.reduce((sum, exhibit) => sum + (exhibit.size ?? 0), 0);
  return (
    <div className="head">
      <h1 id="screen-heading">{text.title}</h1>
      <span className="meta num clip" role="status">
        {loaded ? (empty ? '' : text.summary(count(exhibits.length), size(bytes))) : text.reading}
      </span>
      {readOnly && exhibits.length > 0 ? (
        <span className="right row">
          <FormButton />
          <Menu label={text.overviews} items={overviews} />
        </span>
      ) : null}
      {readOnly ? null : (
        <span className="right row">
          {exhibits.length === 0 ? null : (
            <>
              <FormButton />
              <Button
                icon={IconRefresh}
                onClick={() => void verifyExhibits(exhibits.map((exhibit) => exhibit.exhibit))}
              >
                {text.verifyAll}
              </Button>
            </>
          )}
          <Button
            look={empty ? 'plain' : 'primary'}
            icon={IconPlus}
            keys={['E']}
            onClick={() => void chooseEvidence('files')}
          >
            {text.add}
            <span className="sr">{text.addRest}</span>
          </Button>
          <Menu
            label={text.more}
            items={[
              { label: en.intake.addHow, onChoose: () => void chooseEvidence('files-asking') },
              { label: text.addFolder, onChoose: () => void chooseEvidence('folders') },
              { label: en.intake.addThing, onChoose: () => openIntake({ kind: 'thing' }) },
              ...(exhibits.length === 0 ? [] : overviews),
            ]}
          />
        </span>
      )}
      {dialog === 'retention' ? <RetentionDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'columns' ? <ColumnsDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** The form that is open, as a pane beside table and line. */
function OpenForm() {
  const detail = useEvidence((state) => state.detail);
  const form = useEvidence((state) => state.form);
  const intake = useEvidence((state) => state.intake);
  const zone = useShownZone();
  if (intake?.kind === 'thing') return <ThingForm />;
  if (intake !== null) {
    return <AddForm key={intake.paths.join('\0')} paths={intake.paths} folders={intake.folders} />;
  }
  if (detail === null || form === null) return null;
  const { exhibit } = detail.exhibit;
  switch (form) {
    case 'describe':
      return <DescribeForm key={`${exhibit} describe`} exhibit={detail.exhibit} zone={zone} />;
    case 'hold-on':
    case 'hold-off':
      return <HoldForm key={`${exhibit} ${form}`} exhibit={exhibit} on={form === 'hold-on'} />;
    case 'release':
      return <ReleaseForm key={exhibit} exhibit={detail.exhibit} />;
    default:
      return (
        <CustodyForm
          key={`${exhibit} ${form}`}
          exhibit={exhibit}
          event={form}
          holder={detail.holder}
          awaits={detail.exhibit.custodyState.awaits}
        />
      );
  }
}

/** The forms of what is marked, or of everything: what goes with the evidence out of the door. */
function FormButton() {
  const text = en.evidence.form;
  const exhibits = useEvidence((state) => state.exhibits);
  const all = useExhibitTable((state) => state.marked);
  const marked = exhibits.flatMap(({ exhibit }) => (all.has(exhibit) ? [exhibit] : []));
  return (
    <Button
      look="quiet"
      icon={IconPrinter}
      title={marked.length === 0 ? text.allHint : text.markedHint(count(marked.length))}
      onClick={() => void (marked.length === 0 ? saveForm('all') : saveForms(marked))}
    >
      {text.button}
    </Button>
  );
}

/** What do we hold, and who had it? */
export function Evidence() {
  const exhibits = useEvidence((state) => state.exhibits.length);
  const loaded = useEvidence((state) => state.loaded);
  const intake = useEvidence((state) => state.intake !== null);
  const all = useJobs((state) => state.jobs);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const jobs = all.filter((job) => job.kind.startsWith('evidence.'));
  const text = en.evidence;
  useEvidenceKeys(readOnly);
  return (
    <>
      <Head readOnly={readOnly} />
      <EvidenceNotices />
      {exhibits === 0 && jobs.length === 0 && loaded && !intake ? (
        <div className="body">
          <div className="grow">
            <Empty icon={IconPackage} title={text.emptyTitle} hint={text.emptyHint}>
              {readOnly ? null : (
                <>
                  <Button look="primary" icon={IconPlus} onClick={() => void chooseEvidence('files')}>
                    {text.addFilesButton}
                  </Button>
                  <Button onClick={() => openIntake({ kind: 'thing' })}>{en.intake.addThing}</Button>
                </>
              )}
            </Empty>
          </div>
        </div>
      ) : (
        <div className="evidence-body">
          <div className="evidence-column">
            <BulkBar />
            <ExhibitTable jobs={jobs} />
            <ExhibitDetail />
          </div>
          <OpenForm />
        </div>
      )}
    </>
  );
}
