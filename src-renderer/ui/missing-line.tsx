import { Ic } from './ic.tsx';
import { IconCircleDashed } from './icons.ts';

interface Props {
  readonly title: string;
  readonly names: string;
  /** Where it is said or done. */
  readonly action: string;
  readonly onOpen: () => void;
}

/** Something that is still missing, by its names, and the way to where it is said. */
export function MissingLine({ title, names, action, onOpen }: Props) {
  return (
    <div className="missing-line">
      <span className="warn-text">
        <Ic of={IconCircleDashed} />
      </span>
      <span className="grow missing-what">
        {title}
        <span className="meta clip" title={names}>
          {names}
        </span>
      </span>
      <button type="button" className="link" onClick={onOpen}>
        {action}
      </button>
    </div>
  );
}
