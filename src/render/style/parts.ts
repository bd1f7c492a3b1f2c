/** The parts of a policy's page: choices, points, cards, facts. */
export const parts = `
.number{color:var(--soft);text-decoration:none;font-family:var(--sans);font-weight:600;font-variant-numeric:tabular-nums;margin-inline-end:.3em}
.number:hover,.number:focus-visible{text-decoration:underline}
h2 .number{font-size:.8em}
.quiet,.overview+.quiet{color:var(--soft);font-size:.9rem;font-family:var(--sans);margin-block-end:1rem}
.find{display:grid;gap:1.25rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));padding:1.1rem 1.4rem 1.25rem;background:var(--sunk);border-radius:var(--radius);grid-template-rows:auto 1fr}
.find>:first-child:nth-last-child(3){grid-row:span 2}
.find h3{font:600 .9rem/1.4 var(--sans);margin-block-end:.35rem}
.find ul{list-style:none;padding:0;columns:9.5rem;column-gap:1.5rem;font-size:.875rem}
.find li{break-inside:avoid;margin-block-end:.2rem;line-height:1.35;color:var(--soft)}
.find a{display:block;padding-block:.16rem;line-height:1.35}
.find details{font-size:.875rem;border-block-start:1px solid var(--line)}
.find details:last-of-type{border-block-end:1px solid var(--line)}
.find summary{cursor:pointer;padding-block:.4rem;line-height:1.35}
.find details>:last-child{padding-block-end:.6rem}
.find p{font-size:.875rem;line-height:1.5}
.find p a{display:inline;padding:0}
.find>.point>p{padding-block:.3rem}
.choices h2{margin-block-end:.6rem}
.short{display:grid;gap:0 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));border-block-start:1px solid var(--line)}
.short>.point{padding-block:.9rem;border-block-end:1px solid var(--line)}
.short h3{font:600 .9rem/1.45 var(--sans);margin-block-end:.2rem}
.short p,.short ul{font:1.02rem/1.5 var(--serif)}
.short p a{font:600 .875rem var(--sans)}
details.more{margin-block-start:.75rem}
details.more>summary{cursor:pointer;font-weight:600;font-size:.95rem;padding-block:.6rem;color:var(--accent)}
.flow{display:grid;gap:1.9rem;align-items:start;font-size:.9rem;margin-block-start:1rem}
.box,.hub{position:relative;border:1px solid var(--line);border-radius:var(--radius);padding:.9rem 1.1rem 1rem}
.hub{background:var(--accentfill);border-color:var(--accent)}
.flow h4{margin-block-end:.4rem}
.flow ul{list-style:none;padding:0}
.flow li+li,.flow li>ul{margin-block-start:.3rem}.flow>*>ul>li+li{margin-block-start:.7rem}
.flow>*+*::before{content:"";position:absolute;inset-block-start:-1.4rem;inset-inline-start:1.6rem;inline-size:.55rem;block-size:.55rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(45deg)}
.badge{display:inline-flex;align-items:center;gap:.4em;padding:.08em .55em;margin-inline-end:.35rem;border:1px solid var(--line);border-radius:.3rem;color:var(--soft);font:600 .8125rem/1.6 var(--sans);background:var(--paper)}
.badge::before{content:"";inline-size:.55em;block-size:.55em;border:2px solid;border-radius:50%;flex:none}
.badge.basic,.badge.changed,.badge.more{color:var(--warn);border-color:currentColor;background:var(--warnfill)}
.badge.basic::before{background:currentColor}
.badge.additional,.badge.new,.badge.less,.badge.current{color:var(--good);border-color:currentColor;background:var(--goodfill)}
.badge.later{color:var(--accent);border-color:currentColor;background:var(--accentfill)}
.badge.current::before{background:currentColor}
.badge.later::before{border-style:dashed}
.badge.removed,.badge.past{color:var(--soft);border-color:var(--edge)}
.badge.changed::before,.badge.removed::before,.badge.new::before,.badge.more::before,.badge.less::before{display:none}
.limit{text-decoration-thickness:.08em;text-underline-offset:.2em}
.card{border:1px solid var(--line);border-radius:calc(var(--radius)*1.4);margin-block-start:1.5rem;overflow:clip}
.card.body,.card>.body{padding:1.2rem clamp(1rem,3vw,1.6rem) 1.3rem}
.card h3,.clause h3{margin-block-end:.5rem}
.clause{margin-block-start:2rem}
.body>p:has(>.badge:first-child){font:.9rem/1.6 var(--sans);margin-block-end:.7rem}
.card:target{border-color:var(--accent);box-shadow:0 0 0 3px var(--mark),0 0 0 4px var(--accent)}
.clause:target>h3,.chapter:target>h2,tr:target>*{background:var(--mark)}
dl{font-size:.925rem}
dt{font-weight:600;color:var(--soft)}
dd>*+*{margin-block-start:.4rem}
.uses,.facts{margin-block-start:1rem}
dd+dt{margin-block-start:.7rem}
.uses:not(:first-child){padding-block-start:1rem;border-block-start:1px solid var(--line)}
.uses:first-child{margin:0}
.parties .facts{margin-block-end:1.5rem}
.say{background:var(--sunk);padding:1.1rem clamp(1rem,3vw,1.6rem) 1.25rem;border-block-start:1px solid var(--line);}
.say dt{color:var(--ink)}
.care{border-block-start:1px solid var(--line);padding:1.1rem clamp(1rem,3vw,1.6rem) 1.3rem;}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--soft)}
@container (min-width:37rem){
.flow{grid-template-columns:minmax(0,1fr) minmax(0,1fr) minmax(0,1.8fr);gap:1.9rem}
.flow:not(:has(>:nth-child(3))){grid-template-columns:minmax(0,1fr) minmax(0,2fr)}
.flow>*+*::before{inset-block-start:1.2rem;inset-inline-start:-1.35rem;transform:rotate(-45deg)}
.flow>:dir(rtl)::before{transform:rotate(135deg)}
.uses,.facts{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.7rem 1.25rem}
.uses dt,.facts dt{margin:0!important}
.card>.care{grid-column:1/-1;columns:15rem;column-gap:1.75rem}
.care dt{break-after:avoid}.care :is(dt,dd){break-inside:avoid}
.care dt:first-child{margin:0}
}
@container (min-width:46rem){
.card.function:has(>.say){display:grid;grid-template-columns:minmax(0,1fr) 17.5rem}
.card.function>.say{border-block-start:0;border-inline-start:1px solid var(--line)}
}
@media(forced-colors:active){.badge,.card,.status{border-color:CanvasText}.status.in-force::before{background-color:CanvasText}.contents a:target-current{outline:2px solid;outline-offset:-2px}}`.trim();
