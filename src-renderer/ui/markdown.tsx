import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { visibleText } from '../format/visible.ts';

/** Longer texts are logs, and laying them out takes too long. */
const LONGEST = 20_000;

/** A text taken apart; null where it has no marks, or is too long to be looked at. */
export function marksIn(text: string): readonly Token[] | null {
  if (text.length > LONGEST) return null;
  const tokens = lexer(text, { gfm: true, breaks: true });
  return tokens.every(isPlain) ? null : tokens;
}

const PLAIN = new Set(['text', 'space', 'br', 'escape', 'html', 'link', 'image']);

function isPlain(token: Token): boolean {
  if (token.type !== 'paragraph') return PLAIN.has(token.type);
  return (token as Tokens.Paragraph).tokens.every(({ type }) => PLAIN.has(type));
}

const all = (tokens: readonly Token[] | undefined): ReactNode =>
  tokens?.map((token, at) => <Fragment key={at}>{shown(token)}</Fragment>);

function list(token: Tokens.List): ReactNode {
  const items = token.items.map((item, at) => (
    <li key={at}>
      {item.task ? `[${item.checked === true ? 'x' : ' '}] ` : ''}
      {all(item.tokens.filter(({ type }) => type !== 'checkbox'))}
    </li>
  ));
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>;
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, at) => (
            <th key={at}>{all(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{all(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that is not named here (HTML, links, pictures, escapes) stands as it was typed: nothing is loaded or followed. */
function shown(token: Token): ReactNode {
  const { tokens } = token as Tokens.Generic;
  switch (token.type) {
    case 'paragraph':
      return <p>{all(tokens)}</p>;
    case 'heading':
      return <p className="b">{all(tokens)}</p>;
    case 'strong':
      return <strong>{all(tokens)}</strong>;
    case 'em':
      return <em>{all(tokens)}</em>;
    case 'del':
      return <del>{all(tokens)}</del>;
    case 'codespan':
      return <code>{visibleText((token as Tokens.Codespan).text)}</code>;
    case 'code':
      return <pre>{visibleText((token as Tokens.Code).text)}</pre>;
    case 'blockquote':
      return <blockquote>{all(tokens)}</blockquote>;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'space':
      return null;
    case 'text':
      return tokens === undefined ? visibleText(token.raw) : all(tokens);
    default:
      return visibleText(token.raw);
  }
}

/** A text with its Markdown marks (CommonMark with the tables and lists of GFM) shown as what they mean. */
export function Markdown({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <div className="markdown" dir="auto">
      {all(tokens)}
    </div>
  );
}
