import { useState } from 'react';
import { setLogQuery } from '../../state/log-search.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconHelpCircle } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';

/** What the search line understands, with examples that can be taken. */
export function SearchHelp() {
  const [opened, setOpened] = useState(false);
  const text = en.logSearch.help;
  return (
    <Popover
      opened={opened}
      onClose={() => setOpened(false)}
      label={text.button}
      width={460}
      target={
        <Button
          icon={IconHelpCircle}
          look="quiet"
          aria-label={text.button}
          title={text.button}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      }
    >
      <div className="search-help">
        <p className="b">{text.button}</p>
        <p className="t2">{text.intro}</p>
        <ul>
          {text.examples.map(([example, means], i) => (
            <li key={example}>
              <button
                type="button"
                className="link mono"
                autoFocus={i === 0}
                onClick={() => {
                  setOpened(false);
                  setLogQuery(example);
                }}
              >
                {example}
              </button>
              <span className="t2">{means}</span>
            </li>
          ))}
        </ul>
        <p className="meta">{text.fields}</p>
      </div>
    </Popover>
  );
}
