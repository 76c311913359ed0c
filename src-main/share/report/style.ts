import type { Html } from '../../evidence/forms/html.ts';

/** The look of the documents that are more than a form. */
export const REPORT_STYLE: Html = {
  markup: `
section { margin-top: 7mm; }
section > h2:first-child { font-size: 12.5pt; margin: 0 0 2mm; padding-top: 1mm; border-top: 1.2pt solid #111; }
section > h2:not(:first-child) { font-size: 9pt; margin: 2mm 0 .6mm; }
h3 { font-size: 10.5pt; margin: 4mm 0 1.2mm; break-after: avoid; }
.cover { border-bottom: 1.2pt solid #111; padding-bottom: 5mm; }
.cover h1 { font-size: 22pt; margin: 1mm 0 2mm; }
.cover .said { display: block; }
.lead { font-size: 11pt; line-height: 1.5; }
.kv.one dd { min-width: 0; }
.words { font-weight: 650; font-size: 10.5pt; }
.alarm { border: 1.6pt solid #111; padding: 3mm; margin: 3mm 0; font-weight: 650; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 8mm; }
.two > div { min-width: 0; }
.list td bdi { white-space: pre-wrap; }
.list s { color: #444; }
.log { list-style: none; margin: 0; padding: 0; font-size: 8.6pt; }
.log li { padding: 1mm 0 1mm 31mm; text-indent: -31mm; border-bottom: .4pt solid #999; }
.log li > * { text-indent: 0; }
.log .at { display: inline-block; width: 29mm; margin-right: 2mm; vertical-align: top; }
.log bdi { white-space: pre-wrap; }
.log .m { font-size: 7.8pt; }
.log .who { display: inline-block; margin-left: 1mm; }
.letter { border: .6pt solid #777; padding: 3mm; margin: 2mm 0 3mm; font-size: 8.8pt; }
.bar { height: 2.6mm; background: #444; min-width: .4mm; }
.contents { columns: 2; padding-left: 5mm; margin: 0; }
.contents a { color: inherit; }
.box-mark { font-family: ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
.cited { margin: 1mm 0 0; padding-left: 5mm; } .cited bdi { overflow-wrap: anywhere; }
#self-check { border: 1.2pt solid #555; border-radius: 1.5mm; padding: 3.5mm 4mm; margin: 0 0 6mm; font-size: 9.5pt; }
#self-check h3 { margin: 0 0 1.5mm; font-size: 11pt; } #self-check h4 { margin: 3mm 0 1mm; font-size: 9.5pt; }
#self-check ul, #self-check ol { margin: 0 0 1.5mm; padding-left: 5mm; } #self-check li { margin-bottom: .8mm; }
#self-check [role=status] { font-weight: 650; margin: 0 0 2mm; } #self-check [role=status]:empty { display: none; }
#self-check.good { border-color: #17693a; } #self-check.good > [role=status] { color: #17693a; }
#self-check.bad { border: 2pt solid #a3151a; } #self-check.bad > [role=status] { color: #a3151a; }
#self-check button { font: inherit; font-weight: 650; padding: 1.4mm 4mm; border: 1pt solid #111; border-radius: 1mm; background: #111; color: #fff; cursor: pointer; }
#self-check button[aria-disabled=true] { background: #666; border-color: #666; cursor: default; }
#self-check button:focus-visible, #self-check input:focus-visible { outline: 2.5pt solid #1a56c4; outline-offset: 1pt; }
#self-check input { font: inherit; padding: 1.2mm 2mm; border: 1pt solid #555; border-radius: 1mm; width: 100%; margin: 1mm 0 2mm; }
#self-check .result > div > p:first-child, #self-check .sentence { margin-top: 3mm; }
#self-check label { font-weight: 650; } #self-check .kept { border-top: .6pt solid #999; margin-top: 3mm; padding-top: 3mm; }
@media print { #self-check { display: none; } }
ul.plain { margin: 0; padding-left: 5mm; } ul.plain li { margin-bottom: .8mm; }
`,
};

/**
 * Of a page whose script has all of it laid out bit by bit (page-check/show-all.ts): a hundred thousand elements at once take a
 * browser seconds. Without scripts, and on paper, all of it is there at once.
 */
export const LAID_OUT_LATER: Html = {
  markup: `@media screen and (scripting: enabled) { body > section, .log { content-visibility: auto; contain-intrinsic-size: auto 160mm; } }
`,
};
