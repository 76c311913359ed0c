import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown, marksIn } from '../../../src-renderer/ui/markdown.tsx';

const html = (text: string): string => {
  const tokens = marksIn(text);
  if (tokens === null) return '(no marks)';
  const inner = renderToStaticMarkup(createElement(Markdown, { tokens }));
  return inner.replace(/^<div class="markdown" dir="auto">|<\/div>$/g, '');
};

describe('Markdown in notes', () => {
  test.each([
    ['**412** requests', '<p><strong>412</strong> requests</p>'],
    ['`c=whoami` by _hand_', '<p><code>c=whoami</code> by <em>hand</em></p>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['3. three\n4. four', '<ol start="3"><li>three</li><li>four</li></ol>'],
    ['- [x] snapshot\n- [ ] logs', '<ul><li>[x] snapshot</li><li>[ ] logs</li></ul>'],
    ['## Found\nit', '<p class="b">Found</p><p>it</p>'],
    ['> said so', '<blockquote><p>said so</p></blockquote>'],
    ['```\n<b>\n```', '<pre>&lt;b&gt;</pre>'],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
  ])('%j', (text, shown) => expect(html(text)).toBe(shown));

  test.each([
    'FusionReactor alert @02:14 #alert',
    'see u_ex_261117_x.log and C:\\inetpub\\*.cfm',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://evil.example/pixel.png)',
    '[click](javascript:alert(1)) https://evil.example',
    'EV-003 * 2 and a_b_c',
    'two\nlines',
  ])('%j has no marks: it stands as it was typed', (text) => expect(html(text)).toBe('(no marks)'));

  test.each([
    ['**x** <script>alert(1)</script>', /&lt;script&gt;/],
    ['**x** <img src=https://evil.example/a.png>', /&lt;img src=https:/],
    ['**x** ![a](https://evil.example/a.png "t")', /!\[a\]\(https:\/\/evil\.example\/a\.png &quot;t&quot;\)/],
    ['**x** [click](javascript:alert(1))', /\[click\]\(javascript:alert\(1\)\)/],
    ['**x** <https://evil.example>', /&lt;https:\/\/evil\.example&gt;/],
    ['**x** [a]\n\n[a]: https://evil.example "b"', /\[a\]/],
    ['**x\u202E** y', /⟨U\+202E⟩/],
    ['**x** C:\\inetpub\\*.cfm', /C:\\inetpub\\\*\.cfm/],
  ])('%j: HTML, links and pictures are inert text', (text, shown) => {
    const made = html(text);
    expect(made).toMatch(shown);
    expect(made).not.toMatch(/<(?:script|img|a|iframe|style)\b|href|src="/);
  });

  test('a log of many lines is not taken apart, and hostile nesting ends', () => {
    expect(marksIn(`**x** ${'a'.repeat(20_001)}`)).toBeNull();
    const before = performance.now();
    for (const evil of [
      '*'.repeat(9999),
      '['.repeat(9999),
      '> '.repeat(4999),
      '- '.repeat(4999),
      '`'.repeat(9999),
    ]) {
      const made = html(`**x** ${evil}\n${evil}`);
      expect(made.length).toBeGreaterThan(0);
    }
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
