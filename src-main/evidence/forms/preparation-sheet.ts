import { type Html, html } from './html.ts';

/** What the sheets of the preparation add to the look of a form. */
export const SHEET_STYLE: Html = {
  markup: `
h2 { margin-top: 3.6mm; }
.steps { margin: 0; padding-left: 6mm; } .steps li { margin-bottom: .7mm; }
.phones .phone { font-size: 11pt; font-weight: 650; } .phones td { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.phones th:first-child { width: 46%; }
.phones td { padding-top: .7mm; padding-bottom: .7mm; }
.tag { border: .6pt solid #111; border-radius: 1mm; padding: 0 1mm; font-size: 7.6pt; white-space: nowrap; }
.blank { border-bottom: .6pt solid #111; height: 7.5mm; }
`,
};

export const sheetHead = (title: string): Html =>
  html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>`;

/** At most so many characters, so that a page stays one. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
