import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { FORM_STYLE, PAPER, pageFoot } from '../../evidence/forms/form-style.ts';
import { type Html, html, NOTHING } from '../../evidence/forms/html.ts';

const SHEET_STYLE: Html = {
  markup: `
.key-words { list-style: none; margin: 5mm 0; padding: 4mm 6mm; border: 1.2pt solid #111; columns: 2; column-gap: 8mm; }
.key-words li { font: 600 16pt/1.9 ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; break-inside: avoid; white-space: nowrap; }
.key-words.own { columns: 1; } .key-words.own li { white-space: pre-wrap; font-size: 13pt; line-height: 1.5; }
.key-words span { font: 9pt sans-serif; color: #444; display: inline-block; width: 7mm; }
.blank { border-bottom: .6pt solid #111; height: 10mm; }
`,
};

const FOOT = 'Holdfast key sheet. Whoever reads it can open the case file.';

/**
 * The key sheet of a case: what it opens, the words, and room to write where it is kept. In memory only: the caller
 * puts it where the person says, and nowhere else.
 */
export function keySheet(
  _engine: unknown,
  given: RequestOf<'passphrase.sheet'>,
): ResponseOf<'passphrase.sheet'> {
  const paper = given.for === 'paper';
  const [only] = given.words;
  const own = given.words.length === 1;
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>Key sheet</title>
        <style>
          ${paper ? PAPER : pageFoot(FOOT)}${FORM_STYLE}${SHEET_STYLE}
        </style>
      </head>
      <body>
        <h1>Key sheet</h1>
        <p>
          The passphrase of one Holdfast case file. Without it nobody can read the file, whoever made it
          included.
        </p>
        <h2>The file</h2>
        <p class="mono">${given.file}</p>
        <h2>The passphrase</h2>
        ${
          own
            ? html`<ol class="key-words own">
                <li>${only ?? ''}</li>
              </ol>`
            : html`<ol class="key-words">
                ${given.words.map((word, at) => html`<li><span>${at + 1}</span>${word}</li>`)}
              </ol>`
        }
        ${own ? NOTHING : html`<p>Type the words in this order, in small letters, with one space between two.</p>`}
        <h2>Keep this sheet apart from the file</h2>
        <p>
          Whoever has both can read the case. As a file this sheet is plain text: print it, then delete it.
          Holdfast keeps no copy of it.
        </p>
        <h2>Where it is kept, and who knows</h2>
        <div class="blank"></div>
        <div class="blank"></div>
        <div class="blank"></div>
      </body>
    </html> `;
  return { html: markup, foot: FOOT };
}
