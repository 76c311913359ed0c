import { showSection, useCase } from '../../state/case.ts';
import { openStating, selectFact } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';

/** The zone of the case: shown where somebody looks for it, changed where it is recorded. */
export function CaseZone() {
  const info = useCase((state) => state.info);
  const text = en.settings.zone;
  if (info === null) return null;
  return (
    <section className="setting" aria-labelledby="setting-zone">
      <h2 id="setting-zone">{text.title}</h2>
      <p className="mono select">{info.zone}</p>
      <p className="meta">{text.means}</p>
      {info.readOnly || info.sealed ? null : (
        <Button
          onClick={() => {
            showSection('facts');
            selectFact('zone');
            openStating('zone');
          }}
        >
          {text.change}
        </Button>
      )}
    </section>
  );
}
