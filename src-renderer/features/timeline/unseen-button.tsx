import { useCase } from '../../state/case.ts';
import { markLooked } from '../../state/last-look.ts';
import { useSurvey } from '../../state/survey.ts';
import { setFilter, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCheck, IconEye } from '../../ui/icons.ts';

/** What came in since somebody looked last, and the word that all of it was seen. */
export function UnseenButton() {
  const text = en.timeline.filter;
  const unseen = useTimeline((state) => state.filter.unseen);
  const looked = useSurvey((state) => state.survey?.looked ?? null);
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  return (
    <>
      <Button
        look="quiet"
        icon={IconEye}
        aria-pressed={unseen}
        title={looked === null ? text.neverLooked : text.unseenTitle}
        onClick={() => void setFilter({ unseen: !unseen })}
      >
        <span className="tool-label">{text.unseen}</span>
      </Button>
      {unseen && !readOnly ? (
        <Button look="quiet" className="small" icon={IconCheck} onClick={() => void markLooked()}>
          {text.markLooked}
        </Button>
      ) : null}
    </>
  );
}
