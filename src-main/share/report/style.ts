import type { Html } from '../../evidence/forms/html.ts';

/** The look of the documents that are more than a form. */
export const REPORT_STYLE: Html = {
  markup: `
section { margin-top: 7mm; }
section > h2 { font-size: 12.5pt; margin: 0 0 2mm; padding-top: 1mm; border-top: 1.2pt solid #111; }
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
.list .day td { font-weight: 650; padding-top: 3mm; border-bottom: .8pt solid #111; break-after: avoid; }
.long tr { break-inside: auto; }
.letter { border: .6pt solid #777; padding: 3mm; margin: 2mm 0 3mm; font-size: 8.8pt; }
.bar { height: 2.6mm; background: #444; min-width: .4mm; }
.contents { columns: 2; padding-left: 5mm; margin: 0; }
.contents a { color: inherit; }
.box-mark { font-family: ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
.cited { margin: 1mm 0 0; padding-left: 5mm; } .cited bdi { overflow-wrap: anywhere; }
ul.plain { margin: 0; padding-left: 5mm; } ul.plain li { margin-bottom: .8mm; }
`,
};
