import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconSearch } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** What was found in a message, and what was not looked for. It warns, and holds nothing back. */
export function WordFindings({ findings }: Pick<ResponseOf<'notice.draft'>, 'findings'>) {
  const text = en.notify;
  return (
    <>
      {findings.length === 0 ? (
        <p className="meta row">
          <Ic of={IconSearch} /> {text.clean}
        </p>
      ) : (
        <Notice tone="warn" title={text.found}>
          <ul>
            {findings.map(({ kind, text: found }) => (
              <li key={`${kind} ${found}`}>
                {text.findings[kind]}: <span className="mono">{visibleName(found)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="meta">{text.limits}</p>
    </>
  );
}
