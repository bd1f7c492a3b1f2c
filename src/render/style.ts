/** The theme: inline in every page, so that a page loads nothing. Its hash stands in the page's security policy. */
export const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#545c66;--line:#d5dae0;--faint:#f4f6f8;--paper:#fff;--link:#0b57a4;--mark:#fff7d6;--good:#0f5f36;--goodfill:#e4f4ea;--warn:#7a4300;--warnfill:#fdf0dc;--info:#1c4a86;--infofill:#e6effb}
@media(prefers-color-scheme:dark){:root{--ink:#e5e8eb;--soft:#a5aeb8;--line:#3a424b;--faint:#20262c;--paper:#15191d;--link:#8cc2ff;--mark:#3a3412;--good:#93dcb0;--goodfill:#153324;--warn:#f3c48a;--warnfill:#3a2a13;--info:#a9cdfb;--infofill:#1a2c45}}
*{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99em;top:0;padding:.6em 1em;background:var(--paper)}
.skip:focus{left:0;z-index:1}
.top,.frame,.foot{max-width:72rem;margin:0 auto;padding:0 1.25rem}
.top{padding-top:2.5rem}
.bar{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1.25rem;padding:0;list-style:none;font-size:.9rem}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);line-height:1.2;letter-spacing:-.015em;margin:0 0 .5rem;text-wrap:balance}
.version{margin:0 0 1rem;color:var(--soft)}
.status{margin:0 0 1.5rem;padding:.65rem 1rem;border-left:4px solid;border-radius:0 .3rem .3rem 0;background:var(--infofill);color:var(--info)}
.status a{color:inherit;font-weight:600}
.status.in-force{background:var(--goodfill);color:var(--good)}
.status.superseded,.status.withdrawn,.status.draft{background:var(--warnfill);color:var(--warn)}
.contents{margin:0 0 2rem;padding:1rem 1.25rem;background:var(--faint);border-radius:.5rem;font-size:.925rem}
.contents h2{font-size:1rem;margin:0 0 .4rem}
.contents ol{list-style:none;margin:0;padding:0}
.contents li{margin:.3rem 0}
.contents ol ol{display:none}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
main h2{font-size:1.5rem;line-height:1.3;margin:3rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--line);text-wrap:balance}
main h3{font-size:1.15rem;line-height:1.35;margin:2.25rem 0 .5rem}
main p,main ul,main ol{margin:.6rem 0}
main ul,main ol{padding-left:1.35rem}
main li{margin:.25rem 0}
main li>p{margin:.25rem 0}
.number{color:var(--soft);text-decoration:underline dotted var(--line);text-decoration-thickness:.08em;font-variant-numeric:tabular-nums;margin-right:.25em}
.number:hover{text-decoration:underline}
section{scroll-margin-top:1rem}
.clause:target>h3,.chapter:target>h2,.clause:target:not(:has(>h3)){background:var(--mark);box-shadow:0 0 0 .4rem var(--mark)}
.summary{background:var(--faint);border-radius:.5rem;padding:1.25rem 1.5rem .75rem;margin:0 0 2rem}
.summary h2{border:0;padding:0;margin:0 0 .25rem}
.summary h3{margin:1.25rem 0 .25rem;font-size:1rem}
.summary>p:last-child{color:var(--soft);font-size:.9rem;margin-top:1rem}
.badge{display:inline-block;font-size:.8rem;font-weight:600;line-height:1.5;padding:.05rem .6rem;margin-right:.3rem;border-radius:1rem;background:var(--infofill);color:var(--info)}
.badge.basic,.badge.removed{background:var(--warnfill);color:var(--warn)}
.badge.additional,.badge.new{background:var(--goodfill);color:var(--good)}
strong{font-weight:700}
.limit{text-decoration-thickness:.08em;text-underline-offset:.2em}
.facts{margin:1rem 0 0;border-top:1px solid var(--line)}
.grid+.facts{margin-top:-1rem;border-top:0}
.fact{padding:.55rem 0;border-bottom:1px solid var(--line)}
.fact dt{font-weight:600;font-size:.925rem;color:var(--soft)}
.fact dd{margin:0}
.fact dd>:first-child{margin-top:0}
.fact dd>:last-child{margin-bottom:0}
.grid,.scroll table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.925rem;line-height:1.45}
caption{text-align:left;font-weight:600;color:var(--soft);padding:0 0 .4rem}
.overview caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.overview{position:relative}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-size:.85rem;font-weight:600;border-bottom-width:2px}
tbody th{font-weight:400}
.scroll{overflow-x:auto}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}
code{font-size:.9em;overflow-wrap:anywhere}
pre{overflow-x:auto}
.foot{margin-top:4rem;padding-top:1.25rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
.foot ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0 0 .75rem;padding:1.25rem 0 0;border-top:1px solid var(--line)}
.foot p{margin:.35rem 0;overflow-wrap:anywhere}
@media(max-width:46rem){
.grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.grid,.grid tbody,.grid tr,.grid th,.grid td,.grid caption{display:block}
.grid tr{padding:.6rem 0;border-bottom:1px solid var(--line)}
.grid th,.grid td{border:0;padding:.1rem 0}
.grid tbody th{font-size:1rem}
.grid td{position:relative;padding-left:8.5rem;min-height:1.6em}
.grid td::before{content:attr(data-label);position:absolute;left:0;width:8rem;color:var(--soft)}
.grid td:empty{display:none}
}
@media(min-width:46rem){
.fact{display:grid;grid-template-columns:13rem 1fr;gap:1.25rem}
}
@media(min-width:62rem){
.frame{display:grid;grid-template-columns:16rem minmax(0,1fr);gap:3.5rem;align-items:start}
.frame.plain{display:block}
.contents{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;margin:0}
.contents ol ol{display:block;padding-left:.9rem;color:var(--soft);font-size:.875rem}
main{max-width:48rem}
}
main>:first-child,main>:first-child>h2:first-child{margin-top:0}
main>:first-child:not(.summary)>h2:first-child{border:0;padding-top:0}
@media print{
:root{--ink:#000;--soft:#333;--line:#999;--faint:#fff;--paper:#fff;--link:#000;--goodfill:#fff;--warnfill:#fff;--infofill:#fff;--good:#000;--warn:#000;--info:#000}
html{font-size:10pt}
.skip,.bar,.contents,.foot ul{display:none}
.top,.frame,.foot{display:block;max-width:none;padding:0}
.badge{border:1px solid}
.summary{padding:0}
h2,h3{break-after:avoid}
tr,.fact{break-inside:avoid}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}
}
`.trim();
