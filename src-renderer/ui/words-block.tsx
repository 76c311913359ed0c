import { classNames } from './class-names.ts';

interface Props {
  readonly label: string;
  readonly words: readonly string[];
  readonly large?: boolean;
}

/** Words to be read out or written down: a list in reading order, numbered. */
export function WordsBlock({ label, words, large = false }: Props) {
  return (
    <ol className={classNames('words', large && 'large')} aria-label={label}>
      {words.map((word, at) => (
        <li key={`${at} ${word}`}>
          <span className="words-n" aria-hidden="true">
            {at + 1}
          </span>
          <span className="words-w">{word}</span>
        </li>
      ))}
    </ol>
  );
}
