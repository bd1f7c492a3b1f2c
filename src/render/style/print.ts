/** Paper: the layout of a wide screen, all that folds unfolded, where links lead, and the page's number. */
export const print = `
@page{margin:18mm 17mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--sunk:#fff;--line:#bbb;--edge:#666;--accent:#000;--accentfill:#fff;--good:#000;--goodfill:#fff;--warn:#000;--warnfill:#fff;--loss:#000;--lossfill:#fff;--mark:#fff}
html{font-size:9.5pt}
.bar,.contents,.skip,.foot ul{display:none}
.top,.frame:not(.plain),.frame,.foot{display:block;max-inline-size:none;padding:0}
details::details-content{content-visibility:visible;block-size:auto}
.card:target{box-shadow:none}
h2,h3,h4{break-after:avoid}
tr,.point,dd{break-inside:avoid}
dt{break-after:avoid}
p{orphans:3;widows:3}
.scroll{overflow:visible;border:0;padding:0}
.matrix{font-size:7.5pt}
.needed::before{print-color-adjust:exact;-webkit-print-color-adjust:exact;background:#000}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}
}`.trim();
