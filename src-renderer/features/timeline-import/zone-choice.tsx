import { useEffect } from 'react';
import type { ImportPreview } from '../../../src-main/contract/timeline-import.ts';
import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { look, setImportZone, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A zone is looked up when nobody typed for so long, in ms. */
const SETTLED = 400;

/** The zone of times without one: asked where it is needed, and never filled in by itself. */
export function ZoneChoice({ preview }: { readonly preview: ImportPreview }) {
  const text = en.timelineImport;
  const zone = useImport((state) => state.zone);
  const caseZone = useCase((state) => state.info?.zone ?? 'UTC');
  const without = preview.faults['no-zone'] ?? 0;
  useEffect(() => {
    if (zone.trim() === (useImport.getState().preview?.zone ?? '')) return undefined;
    const timer = setTimeout(() => void look(), SETTLED);
    return () => clearTimeout(timer);
  }, [zone]);
  if (without === 0 && zone === '') return <p className="t2">{text.zoneNotNeeded}</p>;
  return (
    <div className="import-zone">
      <TextField
        label={text.zone}
        value={zone}
        onChange={setImportZone}
        help={text.zoneHelp}
        error={without === 0 ? undefined : text.zoneMissing(count(without))}
        required
        autoFocus
      />
      {[...new Set([caseZone, 'UTC'])].map((name) => (
        <Button key={name} onClick={() => setImportZone(name)}>
          {name === 'UTC' ? text.zoneUtc : text.zoneCase(name)}
        </Button>
      ))}
    </div>
  );
}
