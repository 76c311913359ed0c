import { ThisDevice } from './features/authors/this-device.tsx';
import { CaseZone } from './features/settings/case-zone.tsx';
import { Settings } from './features/settings/settings.tsx';
import { useCase } from './state/case.ts';
import { en } from './strings/en.ts';

/** The settings as a section of an open case. */
export function SettingsSection() {
  const readOnly = useCase((state) => state.info?.readOnly === true);
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{en.settings.title}</h1>
        <span className="meta clip">{en.settings.hint}</span>
      </div>
      <Settings>
        <CaseZone />
        {readOnly ? null : <ThisDevice />}
      </Settings>
    </>
  );
}
