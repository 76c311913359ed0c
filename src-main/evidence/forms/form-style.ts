import type { Html } from './html.ts';

/** The look of a printed form: black on white, one column, nothing loaded from anywhere. */
export const FORM_STYLE: Html = {
  markup: `
* { box-sizing: border-box; }
html { font: 9.5pt/1.42 system-ui, "Segoe UI", -apple-system, "Noto Sans", "DejaVu Sans", sans-serif; color: #111; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 178mm; overflow-wrap: anywhere; }
h1 { font-size: 16pt; letter-spacing: -.01em; margin: 0; line-height: 1.25; }
h2 { font-size: 10.5pt; margin: 5mm 0 1.4mm; break-after: avoid; }
p { margin: 0 0 1.5mm; }
.head { display: flex; gap: 6mm; justify-content: space-between; align-items: flex-start; }
.head > div { min-width: 0; }
.qr { flex: none; width: 27mm; height: 27mm; margin: -3mm -2.4mm -3mm 0; shape-rendering: crispEdges; }
.m { color: #444; font-size: 8.5pt; font-weight: 400; }
.mono { font-family: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .93em; }
.num { font-variant-numeric: tabular-nums; }
.sheet { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sheet > thead { break-inside: avoid; }
.sheet > thead td { padding: 0 0 3mm; border: 0; }
.sheet > tbody > tr > td { padding: 0; border: 0; }
.sheet + .sheet { break-before: page; }
.running { display: flex; gap: 4mm; align-items: baseline; justify-content: space-between; border-bottom: 1.2pt solid #111; padding-bottom: 1.5mm; font-size: 7.8pt; }
.running .mono { font-size: 7.2pt; white-space: nowrap; }
.list { border-collapse: collapse; width: 100%; font-size: 8.6pt; table-layout: fixed; }
.list th { text-align: left; font-size: 7.8pt; color: #333; font-weight: 650; border-bottom: .8pt solid #111; padding: 1mm 2mm 1mm 0; vertical-align: bottom; }
.list td { border-bottom: .4pt solid #999; padding: 1.15mm 2mm 1.15mm 0; vertical-align: top; }
.list tr { break-inside: avoid; }
.list .doubt td { background: #eee; padding-left: 2mm; }
.list .blank td { height: 9.5mm; }
.kv { display: grid; grid-template-columns: 27mm 1fr 27mm 1fr; gap: 1.2mm 3mm; margin: 0; }
.kv.one { grid-template-columns: 27mm 1fr; font-size: 8.6pt; gap: .6mm 3mm; margin-bottom: 1.5mm; }
dt { color: #444; } dd { margin: 0; }
.said { margin: 0; } .said div { display: flex; gap: 1.5mm; } .said dt { flex: none; font-size: 7.8pt; padding-top: .35pt; } .said dd { min-width: 0; }
.box { border: .8pt solid #111; padding: 2.2mm 3mm; margin-top: 3mm; break-inside: avoid; }
.box .mono { font-size: 8.6pt; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 10mm; break-inside: avoid; }
.sign div { border-bottom: .6pt solid #111; height: 11mm; }
.sign span { font-size: 7.8pt; color: #444; display: block; margin-top: .8mm; }
.keep { break-inside: avoid; }
ol.proves { margin: 0; padding-left: 5mm; font-size: 8pt; } ol.proves li { margin-bottom: .6mm; }
@media screen { body { padding: 12mm 10mm; max-width: 198mm; } .sheet + .sheet { margin-top: 16mm; } }
`,
};

/**
 * Paper, where the printer adds the foot of each page. Nobody sees it on a screen: laying a long document out for one
 * takes as long as printing it.
 */
export const PAPER: Html = { markup: '@page { size: A4; } @media screen { body { display: none; } }' };

/** Paper, where the browser is asked for the foot of each page; one that cannot prints its own page numbers. */
export const pageFoot = (foot: string): Html => ({
  markup: `@page { size: A4; margin: 15mm 16mm 17mm; @bottom-left { content: "${cssText(foot)}"; font: 7.5pt sans-serif; color: #333; width: 140mm; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt sans-serif; color: #333; } }`,
});

/** Text inside a quoted CSS string of a style element. */
const cssText = (text: string): string =>
  text.replace(/[^ \p{L}\p{N}.,:()+/-]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `);
