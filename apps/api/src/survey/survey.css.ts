/** The style of the survey's pages, and of the page that leads out of it: light and dark, touch targets of 48 px and more. */
export const SURVEY_CSS = `:root{color-scheme:light dark;--ink:#1a2326;--soft:#566367;--line:#c9d1d3;--edge:#6f7d81;--paper:#fff;--tint:#eef6f5;--brand:#0b6b6b;--on:#fff;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--soft:#a9b6ba;--line:#364347;--edge:#7c898d;--paper:#12191b;--tint:#17282a;--brand:#5cc4c0;--on:#06211f;--bad:#ff9d94}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:16px 20px 48px}.reference{color:var(--soft);font-size:15px;font-variant-numeric:tabular-nums;margin:0 0 16px}
h1{font-size:24px;line-height:1.35;margin:0 0 20px}h2{font-size:15px;color:var(--soft);font-weight:500;margin:0 0 4px}
.told{margin:32px 0 0;padding:16px;background:var(--tint);border-radius:12px}.reply{white-space:pre-wrap;margin:0}
.solved{display:grid;gap:12px;margin:0}.solved button{min-height:72px;font-size:22px;background:transparent;color:var(--ink);border:2px solid var(--edge)}
.solved button:hover,.solved button:active{border-color:var(--brand);background:var(--tint)}
fieldset{border:0;padding:0;margin:0 0 28px;min-width:0}legend{font-size:17px;font-weight:600;padding:0;margin-bottom:12px}
.score div{display:grid;grid-template-columns:repeat(5,1fr);gap:8px}.score label{position:relative}.score label span{display:block;text-align:center;min-height:52px;line-height:50px;border:1px solid var(--edge);border-radius:8px;font-variant-numeric:tabular-nums}
.ends{display:flex;justify-content:space-between;margin:4px 0 0;color:var(--soft);font-size:15px}
input[type=radio]{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on);font-weight:600}
:focus-visible,input:focus-visible+span{outline:3px solid var(--brand);outline-offset:2px}
.comment{display:block;margin-bottom:24px;font-size:17px;font-weight:600}textarea{display:block;width:100%;margin-top:8px;padding:12px;font:inherit;font-weight:400;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:8px}
button{width:100%;min-height:56px;font:inherit;font-size:20px;font-weight:600;color:var(--on);background:var(--brand);border:0;border-radius:12px;cursor:pointer}
.wrong{border-left:4px solid var(--bad);padding-left:12px}.message{font-size:22px;line-height:1.5;margin:8px 0 16px}.alone{margin-top:22vh;text-align:center}.next{color:var(--soft);margin:0 0 28px}`;
