import { useEffect, useRef } from 'react';
import { type PreparationTab, showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { useKeys } from '../../ui/keyboard.ts';

const TABS: readonly PreparationTab[] = ['team', 'defences', 'findings', 'reviews', 'organisation', 'plan'];

const show = (tab: PreparationTab): void => showScreen({ kind: 'preparation', tab });

/** The pages of the preparation; their numbers are keys. */
export function PreparationTabs({ shown }: { readonly shown: PreparationTab }) {
  const text = en.preparation;
  const list = useRef<HTMLElement>(null);
  // The focus goes with the page, so that the arrow keys of a screen reader begin there.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [shown]);
  useKeys(Object.fromEntries(TABS.map((tab, at) => [String(at + 1), () => show(tab)] as const)));
  return (
    <nav className="prep-tabs" ref={list} aria-label={text.tabList}>
      {TABS.map((tab, at) => (
        <button
          key={tab}
          type="button"
          className="prep-tab"
          aria-current={tab === shown ? 'page' : undefined}
          onClick={() => show(tab)}
        >
          <span className="t3 num" aria-hidden="true">
            {at + 1}
          </span>{' '}
          {text.tabs[tab]}
        </button>
      ))}
    </nav>
  );
}
