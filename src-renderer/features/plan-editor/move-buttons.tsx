import { Button } from '../../ui/button.tsx';
import { IconArrowDown, IconArrowUp } from '../../ui/icons.ts';

interface Props {
  readonly at: number;
  readonly count: number;
  readonly up: string;
  readonly down: string;
  readonly onMove: (to: number) => void;
}

/** One place up or down in a list. */
export function MoveButtons({ at, count, up, down, onMove }: Props) {
  return (
    <>
      <Button
        look="quiet"
        icon={IconArrowUp}
        aria-label={up}
        title={up}
        aria-disabled={at === 0}
        onClick={() => onMove(at - 1)}
      />
      <Button
        look="quiet"
        icon={IconArrowDown}
        aria-label={down}
        title={down}
        aria-disabled={at === count - 1}
        onClick={() => onMove(at + 1)}
      />
    </>
  );
}

/** The list with two places exchanged; as it is where one of them is beyond its ends. */
export function swapped<Item>(list: readonly Item[], at: number, to: number): readonly Item[] {
  const [a, b] = [list[at], list[to]];
  if (a === undefined || b === undefined) return list;
  return list.map((one, place) => (place === at ? b : place === to ? a : one));
}
