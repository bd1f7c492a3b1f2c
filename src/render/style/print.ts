/** Print: the layout of a wide screen with everything unfolded, link targets written out, and page numbers. */
export const print = `
@page{margin:18mm 17mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--sunk:#fff;--line:#bbb;--edge:#666;--accent:#000;--accentfill:#fff;--good:#000;--goodfill:#fff;--warn:#000;--warnfill:#fff;--loss:#000;--lossfill:#fff;--mark:#fff}
html{font-size:9.5pt;--measure:46rem}
body{line-height:1.4}
.bar,.contents,.skip,.foot ul{display:none}
.top,.frame:not(.plain),.frame,.foot{display:block;max-inline-size:none;padding:0}
.frame,.foot{margin-block-start:1.5rem}
main>section{margin-block-start:1.75rem}
.chapter p,.chapter li,.news p,main>p,.body p,.clause p,.clause li{line-height:1.45!important}
.clause,.card{margin-block-start:1.1rem}
.card>.body,.say,.care{padding-block:.8rem}
details::details-content{content-visibility:visible;block-size:auto}
.card:target{box-shadow:none}
.card.function:has(>.say){display:block}
.card.function>.say{border-inline-start:0;border-block-start:1px solid var(--line);columns:15rem;column-gap:1.75rem}
.say dt{break-after:avoid}.say dd{break-inside:avoid}.say dt:first-child{margin:0}
h2,h3,h4{break-after:avoid}
tr,.point,dd{break-inside:avoid}
dt{break-after:avoid}
p{orphans:3;widows:3}
.scroll{overflow:visible;border:0;padding:0}
.matrix{font-size:7.5pt}
.needed::before{print-color-adjust:exact;-webkit-print-color-adjust:exact;background:#000}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}
}`.trim();

/** The title at the foot of every sheet, escaped so that it cannot break the style sheet. */
export function printedTitle(title: string): string {
  const escaped = title.replace(/[^\p{L}\p{N} ]/gu, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `);
  return `@page{@bottom-left{content:"${escaped}";font:8pt sans-serif;color:#444}}`;
}
