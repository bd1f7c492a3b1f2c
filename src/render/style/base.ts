/** Colours (AAA contrast in light and dark), typefaces, and the basic rules of every page. */
export const base = `
:root{color-scheme:light dark;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--serif:"Iowan Old Style",Charter,"Bitstream Charter","Source Serif 4",Georgia,serif;--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,monospace;--ink:#1c2024;--soft:#454c53;--paper:#fdfcfa;--sunk:#f5f3ee;--line:#dcd7cd;--edge:#767168;--accent:#174a75;--accentfill:#eaf0f6;--good:#124a2b;--goodfill:#e7f1ea;--warn:#5c3900;--warnfill:#faf0da;--loss:#74201a;--lossfill:#fae9e6;--mark:#fdf3cf;--radius:.6rem;--measure:38rem;--wide:54rem;--nav:15rem}
@media(prefers-color-scheme:dark){:root{--ink:#e7e9eb;--soft:#b6bdc4;--paper:#14171a;--sunk:#1c2024;--line:#343a40;--edge:#8d959d;--accent:#9cc7f0;--accentfill:#1a2a3a;--good:#9bd8b2;--goodfill:#16291e;--warn:#eec98b;--warnfill:#2e2413;--loss:#f2b3aa;--lossfill:#351c19;--mark:#3a3213}}
*,::before,::after{box-sizing:border-box}
html{font:106.25%/1.6 var(--sans);scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;color:var(--ink);background:var(--paper);overflow-wrap:anywhere;font-variant-numeric:lining-nums}
p,ul,ol,dl,dd,table{margin:0}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.2em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
h1,h2,h3,h4{margin:0;font:600 1.28rem/1.3 var(--serif);text-wrap:balance}
h1{font-size:clamp(1.7rem,1.3rem + 2.4vw,2.8rem);line-height:1.15;letter-spacing:-.015em}
h2{font-size:clamp(1.4rem,1.2rem + 1.1vw,1.9rem);line-height:1.2;margin-block-end:.75rem}
h4{font:600 .9rem/1.5 var(--sans)}
code{font:.9em var(--mono);overflow-wrap:anywhere}
pre{overflow-x:auto}
.hidden,.skip:not(:focus){position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;padding:.6rem 1rem;background:var(--paper);z-index:2}
[lang|=zh],[lang|=ja]{--serif:var(--sans);line-height:1.75;text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;text-underline-offset:.3em}
[lang|=zh]{--sans:"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
[lang|=zh-TW],[lang|=zh-HK],[lang|=zh-MO],[lang|=zh-Hant]{--sans:"PingFang TC","Microsoft JhengHei UI","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",system-ui,sans-serif}
[lang|=ja]{--sans:"Hiragino Sans","Hiragino Kaku Gothic ProN","Yu Gothic UI","Yu Gothic",Meiryo,"Noto Sans CJK JP","Noto Sans JP",system-ui,sans-serif}
[lang|=en]{--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--serif:"Iowan Old Style",Charter,"Bitstream Charter","Source Serif 4",Georgia,serif}
html,[lang|=zh],[lang|=ja],:is([lang|=zh],[lang|=ja]) [lang]{font-family:var(--sans)}
:is(:lang(zh),:lang(ja)) em{font-style:normal;text-emphasis:filled dot;text-emphasis-position:under right}
:lang(ja) em{text-emphasis-position:over right}
:is(:lang(zh),:lang(ja)) h1{letter-spacing:0}
:is(:lang(zh),:lang(ja)) .number{text-decoration:underline dotted .06em}`.trim();
