import { useMemo, useState } from 'react';
import { preview } from '../../format/cut.ts';
import { entryText } from '../../format/entry-words.ts';
import { errorWords } from '../../format/error-words.ts';
import { bestOf } from '../../format/find-words.ts';
import { instantOf } from '../../format/occurred.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useShownZone } from '../../state/case.ts';
import { selectExhibit, useEvidence } from '../../state/evidence.ts';
import { carryOut, openPalette, usePalette } from '../../state/palette.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Finder } from '../../ui/finder.tsx';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { commands } from './commands.ts';
import { useFoundEntries } from './use-found-entries.ts';

const COMMANDS = 8;
const EXHIBITS = 5;
const ENTRY_CHARS = 90;

function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const zone = useShownZone();
  const now = useMinute().getTime();
  const all = useMemo(() => commands(now), [now]);
  const exhibits = useEvidence((state) => state.exhibits);
  const found = useFoundEntries(typed);
  const text = en.palette;

  const doing = bestOf(all, ({ label, also }) => `${label} ${also ?? ''}`, typed).slice(0, COMMANDS);
  const things =
    typed.trim() === ''
      ? []
      : bestOf(exhibits, ({ exhibit, title }) => `${exhibit} ${title}`, typed).slice(0, EXHIBITS);
  const entries = found?.entries ?? [];

  const choose = (id: string): void => {
    onClose();
    // The dialog gives the focus back first; what opens next may take it.
    setTimeout(() => {
      if (id.startsWith('exhibit/')) {
        showSection('evidence');
        selectExhibit(id.slice('exhibit/'.length));
      } else if (id.startsWith('entry/')) void openEntry(id.slice('entry/'.length));
      else {
        const command = all.find((one) => one.id === id);
        if (command !== undefined) void carryOut(command.label, command.run);
      }
    });
  };

  const count = doing.length + things.length + entries.length;
  return (
    <Dialog title={text.title} onClose={onClose} size={620}>
      <Finder
        label={text.label}
        value={typed}
        onChange={setTyped}
        onChoose={choose}
        nothing={found === null ? text.searching : text.none(visibleText(typed.trim()))}
        status={found === null ? '' : text.found(count)}
        groups={[
          { name: text.groups.commands, items: doing },
          {
            name: text.groups.exhibits,
            items: things.map(({ exhibit, title }) => ({
              id: `exhibit/${exhibit}`,
              mark: exhibit,
              label: visibleName(title),
            })),
          },
          {
            name: text.groups.entries,
            items: entries.map((entry) => ({
              id: `entry/${entry.id}`,
              label: `${fullTime(instantOf(entry, 'occurred'), zone, 'minute')}  ${visibleText(preview(entryText(entry), 1, ENTRY_CHARS).text)}`,
            })),
          },
        ]}
      />
      {found?.error == null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(found.error)}
        </Notice>
      )}
    </Dialog>
  );
}

/** Everything that can be done and found, by its name: Ctrl+K. */
export function Palette() {
  const open = usePalette((state) => state.open);
  const failed = usePalette((state) => state.failed);
  useKeys({ 'mod+k': () => openPalette(true) });
  const close = (): void => openPalette(false);
  if (failed !== null) {
    return (
      <Dialog title={en.palette.notDone(failed.label)} onClose={close}>
        <Notice tone="danger" role="alert" title={errorWords(failed.error)}>
          <ErrorCode code={failed.error.code} />
        </Notice>
      </Dialog>
    );
  }
  return open ? <PaletteDialog onClose={close} /> : null;
}
