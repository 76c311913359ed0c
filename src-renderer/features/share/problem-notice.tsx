import type { ReactNode } from 'react';
import type { Problem } from '../../../src-main/contract/record.ts';
import { visibleText } from '../../format/visible.ts';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly problems: readonly Problem[];
  readonly title: string;
  readonly children?: ReactNode;
}

/** What is wrong with another copy, one line each; nothing where nothing is. */
export function ProblemNotice({ problems, title, children }: Props) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" title={title}>
      {children}
      <ul className="merge-lines">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.entry ?? ''} ${problem.message}`}>
            {visibleText(problem.message)} <ErrorCode code={problem.code} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
