import { useState } from 'react';
import type { Plan } from '../../../src-main/domain/plan/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { changePlan } from '../../state/plan-editor.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { ItemForm } from './item-form.tsx';
import { MoveButtons, swapped } from './move-buttons.tsx';
import type { PlanItem } from './plan-item.ts';
import { type PlanPart, itemParts } from './plan-parts.ts';

interface Props {
  readonly plan: Plan;
  readonly part: Exclude<PlanPart, 'general'>;
}

/** The items of one part of the plan, in their order. */
export function ItemList({ plan, part }: Props) {
  const text = en.planEditor;
  const { items, change, fields, begin, fixed, asks } = itemParts[part];
  /** The place of what is changed; one behind the last adds. */
  const [open, setOpen] = useState<number | null>(null);
  const list = items(plan);
  const put = (next: readonly PlanItem[]): void => changePlan(change(plan, next));
  const keep = (item: PlanItem | null): void => {
    if (open === null) return;
    put([...list.slice(0, open), ...(item === null ? [] : [item]), ...list.slice(open + 1)]);
  };
  return (
    <>
      {list.length === 0 ? <p className="t2 prep-foot">{text.none}</p> : null}
      <ol className="prep-list" aria-label={text.parts[part]}>
        {list.map((item, at) => {
          const title = visibleName(item.title);
          return (
            <li key={item.id} className="editor-row">
              <button type="button" className="editor-item" onClick={() => setOpen(at)}>
                <span className="t3 num" aria-hidden="true">
                  {at + 1}
                </span>
                <span>
                  <span className="sr">{text.change} </span>
                  {title}
                </span>
              </button>
              {fixed ? null : (
                <MoveButtons
                  at={at}
                  count={list.length}
                  up={text.up(title)}
                  down={text.down(title)}
                  onMove={(to) => put(swapped(list, at, to))}
                />
              )}
            </li>
          );
        })}
      </ol>
      {fixed ? null : (
        <div className="row prep-foot">
          <Button icon={IconPlus} onClick={() => setOpen(list.length)}>
            {text.add}
          </Button>
        </div>
      )}
      {open === null ? null : (
        <ItemForm
          item={list[open] ?? null}
          fields={fields}
          begin={begin}
          plan={plan}
          removable={!fixed}
          asks={asks === true}
          onKeep={keep}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
