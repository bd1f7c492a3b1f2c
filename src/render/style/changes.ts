/** Pages of changes, and of all versions. */
export const changes = `
.tally{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));margin-block-start:1rem}
.tally p{border:1px solid var(--line);border-radius:var(--radius);padding:.8rem 1rem;font:.925rem/1.45 var(--sans)}
.tally strong{display:block;font:600 1.8rem/1.1 var(--serif)}
.do{border-inline-start:.35rem solid var(--accent);padding-inline-start:1.25rem;margin-block-start:1.5rem;max-inline-size:44rem}
.do h3{font:600 1rem/1.4 var(--sans);margin-block-end:.5rem}
.change{margin-block-start:1.25rem;max-inline-size:var(--measure)}
.change>p+p{margin-block-start:.4rem}
.change>p,.change>div>p{font:1.02rem/1.6 var(--serif)}
.change>p:first-child,.change>p:last-child{font:.9rem/1.6 var(--sans)}
ins{color:inherit;background:var(--goodfill);text-decoration:underline 2px var(--good);text-underline-offset:.2em;padding:.05em .15em;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{color:inherit;background:var(--lossfill);text-decoration:line-through 1.5px var(--loss);padding:.05em .15em;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.words{border:1px solid var(--line);border-radius:var(--radius);background:var(--sunk);padding:.9rem 1.1rem;margin-block-start:1rem;display:grid;gap:.6rem}
.words p,.words li{font:1rem/1.65 var(--serif)}
.line>.version{position:relative;margin-inline-start:.55rem;padding-inline-start:1.9rem;padding-block-end:2.25rem;border-inline-start:2px solid var(--line)}
.line>.version:last-child{border-color:transparent}
.line>.version::before{content:"";position:absolute;inset-inline-start:calc(-.6rem - 1px);inset-block-start:.3rem;inline-size:1.2rem;block-size:1.2rem;border:.2rem solid var(--edge);border-radius:50%;background:var(--paper)}
.line>.version p{font:1rem/1.55 var(--sans);max-inline-size:var(--measure);margin-block-start:.35rem}`.trim();
