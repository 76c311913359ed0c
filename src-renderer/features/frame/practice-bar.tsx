import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconFlask } from '../../ui/icons.ts';

/** A drill says on every screen that it is one; nothing takes this line away. */
export function PracticeBar() {
  const practice = useCase((state) => state.info?.practice ?? false);
  if (!practice) return null;
  return (
    <section className="place-bar practice" aria-label={en.caseFrame.practice}>
      <Ic of={IconFlask} />
      <p className="grow b">{en.caseFrame.practice}</p>
    </section>
  );
}
