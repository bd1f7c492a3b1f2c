/**
 * The frame of a page: head, status, contents, foot. Layout depends on the width of the text column measured in its
 * own letters, not on the window: beside a site's side bar, or at twice the text size, a wide window leaves little
 * room.
 */
export const page = `
.top,.frame,.foot{max-inline-size:calc(var(--nav) + var(--wide) + 6rem);margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
.bar{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding-block:1rem;font-size:.9rem;border-block-end:1px solid var(--line)}
.bar ul,.foot ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
.bar a,.foot a{display:inline-block;min-block-size:1.75rem;line-height:1.75rem}
.brand{font:600 1.05rem var(--serif);margin-inline-end:auto;color:var(--ink);text-decoration:none}
.bar [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
.eyebrow{font-size:.875rem;color:var(--soft);margin-block-start:1.25rem}
h1{margin-block-start:clamp(1rem,3vw,2rem)}
.eyebrow+h1{margin-block-start:.25rem}
.status{position:relative;margin-block-start:1.25rem;padding:.8rem 1.25rem;padding-inline-start:3.2rem;border:1px solid var(--tone);border-inline-start-width:.35rem;border-radius:var(--radius);background:var(--fill);--tone:var(--edge);--fill:var(--sunk)}
.status::before{content:"";position:absolute;inset-block-start:1.05rem;inset-inline-start:1.1rem;inline-size:1.15rem;block-size:1.15rem;border:.17rem solid var(--tone);border-radius:50%}
.status strong{font-size:1.06rem;color:var(--tone)}
.status.plain strong{color:var(--ink)}
.status a{color:inherit;font-weight:600}
.status.in-force{--tone:var(--good);--fill:var(--goodfill)}
.status.in-force::before{padding:.14rem;background:var(--tone) content-box}
.status.scheduled{--tone:var(--accent);--fill:var(--accentfill)}
.status.scheduled::before,.status.draft::before{border-style:dashed}
.status.superseded,.status.withdrawn,.status.draft{--tone:var(--warn);--fill:var(--warnfill)}
.frame{padding-block:2rem 4rem}
.contents{font-size:.9rem;border:1px solid var(--line);border-radius:var(--radius);scroll-target-group:auto;margin-block-end:2rem}
.contents summary{font-weight:600;padding:.75rem 1rem;cursor:pointer}
.contents ol{list-style:none;padding:0 .6rem .75rem}
.contents a{display:grid;grid-template-columns:1.7rem minmax(0,1fr);padding:.28rem .4rem;border-radius:.35rem;color:var(--soft);text-decoration:none;line-height:1.4}
.contents ol:not(:has(span:not(:empty))) a{display:block}
.contents a:hover{color:var(--ink);background:var(--sunk)}
.contents a:target-current{color:var(--ink);background:var(--accentfill);font-weight:600}
main{container-type:inline-size}
main>section,main>p,main>div[lang]{margin-block-start:clamp(2.25rem,5vw,3.5rem)}
main>:is(p,[lang])+p{margin-block-start:.8rem}
main>h2{margin-block-start:2.5rem}
main>:first-child{margin-block-start:0}
.news>ul>li,.do>ul>li,.version>ul>li{margin-block-end:.8rem}
main>p,.news>p,:is(.chapter,.clause,.body)>:is(p,ul,ol),:is(main,.chapter,.clause,.body)>div[lang]>:is(p,ul,ol),.clause blockquote{font:1.06rem/1.65 var(--serif);max-inline-size:var(--measure);margin-block-end:.8rem}
main ul,main ol{padding-inline-start:1.3rem}
.frame.plain main{max-inline-size:var(--wide)}
@media(min-width:64rem){
.frame:not(.plain){display:grid;grid-template-columns:var(--nav) minmax(0,var(--wide));gap:4rem;align-items:start}
.contents{position:sticky;inset-block-start:1.5rem;max-block-size:calc(100vh - 3rem);overflow-y:auto;border:0;scrollbar-width:thin;margin:0}
.contents ol{padding-inline:0}
.contents summary{padding-inline:.4rem}
@supports selector(::details-content){
.contents details::details-content{content-visibility:visible;block-size:auto}
.contents summary{list-style:none;cursor:default;pointer-events:none}
.contents summary::-webkit-details-marker{display:none}
}
}
.foot{border-block-start:1px solid var(--line);padding-block:1.5rem 3rem;font-size:.875rem;color:var(--soft)}
.foot p{margin-block-start:.5rem}
:is(:lang(zh),:lang(ja)) :is(main>p,.chapter>p,.clause>p,.body>p){font-size:1.03rem;line-height:1.85;text-align:justify;hanging-punctuation:allow-end last}
:is(:lang(zh),:lang(ja)) :is(.clause,.body)>:is(ul,ol) li{font-size:1.03rem;line-height:1.85}`.trim();
