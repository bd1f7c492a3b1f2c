/** Table rows as cards, with their labels inside the text. */
const cards = (table: string): string =>
  `
${table} thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
${table},${table} tbody,${table} tr,${table} th,${table} td{display:block}
${table} tr{border:1px solid var(--line);border-radius:var(--radius);padding:.7rem 1rem;margin-block-start:.75rem}
${table} th,${table} td{border:0;padding:.15rem 0;min-inline-size:0!important}
${table} tbody th{font-size:1rem;min-inline-size:0}
${table} td:empty{display:none}
${table} .label{display:block;color:var(--soft);font-weight:600;font-size:.8125rem}`.trim();

/** Tables: plain ones become cards on phones, those with many columns everywhere; wide ones scroll in their frame. */
export const tables = `
.scroll{overflow-x:auto;margin-block:1rem;border:1px solid var(--line);border-radius:var(--radius);position:relative;padding-inline:.9rem}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem;line-height:1.45}
.stack{margin-block-start:1rem}
caption{text-align:start;font-weight:600;color:var(--soft);padding-block-end:.4rem}
.stack caption,.matrix caption{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.stack{position:relative}
th,td{text-align:start;vertical-align:top;padding:.6rem .9rem .6rem 0;border-block-end:1px solid var(--line);font-weight:400}
td>*+*,th>p{margin-block-start:.4rem}
th>p{color:var(--soft);font-size:.8125rem}
td ul{padding-inline-start:1.1rem}
thead th{font-weight:600;color:var(--soft);font-size:.8125rem;vertical-align:bottom;border-block-end:2px solid var(--line)}
.stack tbody th{min-inline-size:9rem}
.stack td{min-inline-size:6.4rem}
.stack td:has([href^=mailto]){min-inline-size:14rem}
.stack .label{display:none}
${cards('.many')}
.many tbody tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(11rem,100%),1fr));gap:.2rem 1.5rem}
.many tbody th{grid-column:1/-1}
.overview{margin-block-start:2rem}
.overview h3{margin-block-end:.5rem}
.matrix{font-size:.8125rem}
.matrix th,.matrix td{padding:.3rem .25rem}
.matrix td{min-inline-size:2rem;text-align:center;vertical-align:middle;position:relative}
.matrix thead th+th{text-align:center}
.matrix thead th+th span{writing-mode:vertical-rl;text-orientation:sideways;rotate:180deg;white-space:nowrap;line-height:1.2;display:inline-block}
:is(:lang(zh),:lang(ja)) .matrix thead th+th span{rotate:none;text-orientation:mixed}
.matrix tbody th,.matrix thead th:first-child{min-inline-size:10rem;padding-inline:0 .6rem}
.matrix .group th{font-weight:600;color:var(--soft);padding-block-start:.7rem}
.matrix td span{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.needed::before,.optional::before,.used::before{content:"";display:inline-block;inline-size:.72rem;block-size:.72rem;border:2px solid var(--accent);border-radius:50%;vertical-align:middle}
.needed::before{background:var(--accent)}
.used::before{background:linear-gradient(90deg,var(--accent) 50%,transparent 50%)}
.marks,.marks span{display:block;font-weight:400}
.marks{margin-block-end:.4rem}
.marks span::before{margin-inline-end:.4rem}
.matrix tbody tr:hover>*{background:var(--sunk)}
@container (max-width:41.99rem){
${cards('.stack')}
}
@container (max-width:36.99rem){
.matrix thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.scroll:has(>.matrix){border:0;padding:0}
.matrix,.matrix tbody,.matrix tr,.matrix th{display:block;inline-size:auto}
.matrix thead th:first-child{min-inline-size:0}
.matrix tr{padding-block:.5rem;border-block-end:1px solid var(--line)}
.matrix tr.group{padding:0}
.matrix th,.matrix td{border:0;padding:.1rem 0!important}
.matrix tbody th{font-size:.95rem;min-inline-size:0}
.matrix td{display:none}
.matrix td.needed,.matrix td.optional,.matrix td.used{display:inline-flex;align-items:center;gap:.35rem;margin-inline-end:1rem}
.matrix td span{position:static;inline-size:auto;block-size:auto;clip-path:none}
}
@media(forced-colors:active){.needed::before{background:CanvasText;border-color:CanvasText}.optional::before,.used::before{border-color:CanvasText}}`.trim();
