/** The style of the board: one file, light and dark, nothing fetched from elsewhere. */
export const BOARD_CSS = `:root{color-scheme:light dark;--ink:#1a2326;--soft:#566367;--line:#c9d1d3;--edge:#6f7d81;--paper:#fff;--tint:#eef6f5;--brand:#0b6b6b;--on:#fff;--good:#17693a;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--soft:#a9b6ba;--line:#364347;--edge:#7c898d;--paper:#12191b;--tint:#17282a;--brand:#5cc4c0;--on:#06211f;--good:#7fd49e;--bad:#ff9d94}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.65 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--brand)}:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 20px}header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:4px 16px;padding-top:8px;padding-bottom:8px}
header a{display:inline-flex;align-items:center;min-height:48px;text-decoration:none}.name{color:var(--ink);font-weight:600}nav{display:flex;gap:16px;align-items:center}.write{font-weight:600}
footer{padding-top:32px;padding-bottom:48px;color:var(--soft);font-size:15px}footer a{color:var(--soft);display:inline-block;min-height:24px}
h1{font-size:26px;line-height:1.35;margin:8px 0}h2{font-size:19px;margin:32px 0 8px}h3{font-size:18px;margin:0}.lead{color:var(--soft);margin:0 0 24px}
.search{display:grid;grid-template-columns:1fr 1fr;gap:12px}.search .wide{grid-column:1/-1}.search button{align-self:end}
label{display:block;font-size:15px;color:var(--soft)}input,select,textarea{display:block;width:100%;min-height:48px;margin-top:4px;padding:10px 12px;font:inherit;font-size:17px;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:8px}
button{min-height:48px;padding:8px 20px;font:inherit;font-weight:600;color:var(--on);background:var(--brand);border:1px solid var(--brand);border-radius:8px;cursor:pointer}button.quiet{color:var(--brand);background:transparent}
.found,.empty,.hint,.facts,.text{color:var(--soft)}.hint{font-size:15px;margin:4px 0}.facts{font-size:15px;margin:4px 0 0}.text{margin:2px 0 0;font-size:16px}
.posts,.history{list-style:none;margin:0;padding:0}.posts li{padding:14px 0;border-top:1px solid var(--line)}.posts li>a{font-weight:600;font-size:18px;text-decoration:none;display:inline-block;min-height:24px}
.status{display:inline-block;padding:0 8px;margin-right:4px;border:1px solid var(--edge);border-radius:12px;color:var(--ink);line-height:22px}.status.done{border-color:var(--good);color:var(--good)}.status.planned,.status.in-progress{border-color:var(--brand);color:var(--brand)}
.result{background:var(--tint);border-radius:12px;padding:16px;margin-bottom:12px}.result p{margin:0 0 8px}.result .label{font-size:14px;color:var(--soft);margin:0}.result .facts{margin:0}.result h3 a{display:inline-block;min-height:24px;text-decoration:none}
.words{white-space:pre-wrap}.answer{background:var(--tint);border-radius:12px;padding:4px 16px;margin-top:24px}.answer h2{margin:12px 0 0;font-size:16px}.answer p{margin:4px 0 12px}
.steps{list-style:none;margin:0;padding:0}.steps li{display:flex;gap:12px;padding:0 0 16px}.steps small{display:block;color:var(--soft);font-size:14px}.mark{flex:none;width:24px;height:24px;margin-top:2px;border:2px solid var(--edge);border-radius:50%;text-align:center;line-height:20px;font-size:14px}.steps .done .mark{background:var(--brand);border-color:var(--brand);color:var(--on)}.steps .next{color:var(--soft)}
.vote{margin:24px 0}.vote button{width:100%;min-height:56px;font-size:19px}.vote .hint{text-align:center}.follow{border:1px solid var(--line);border-radius:12px;padding:16px;margin:24px 0}.follow h2{margin:0;font-size:17px}.follow button{width:100%;margin-top:8px}
.check{display:flex;align-items:center;gap:10px;min-height:48px;color:var(--ink)}.check input{width:24px;min-height:24px;height:24px;flex:none;margin:0;accent-color:var(--brand)}
.new label{font-size:17px;font-weight:600;color:var(--ink);margin-top:16px}.new button{width:100%;min-height:56px;font-size:19px;margin-top:16px}.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.wrong,.right{border-left:4px solid var(--bad);padding:4px 0 4px 12px}.right{border-color:var(--good)}.message{font-size:20px;margin:24px 0 12px}.reference{color:var(--soft);font-variant-numeric:tabular-nums}
.history li{padding:4px 0}.history time{color:var(--soft);margin-right:8px}.more a{display:flex;align-items:center;justify-content:center;min-height:48px;border:1px solid var(--line);border-radius:8px;text-decoration:none}
#similar ul{list-style:none;margin:0;padding:0}#similar li{padding:8px 0;border-top:1px solid var(--line)}#similar li .text{display:none}
@media(min-width:640px){.search{grid-template-columns:2fr 1fr 1fr}.search .wide{grid-column:1/-1}.search button{grid-column:3}.vote button,.new button,.follow button{width:auto;min-width:16rem}.vote .hint{text-align:left}}`;

/** Searches while typing. The board works without it; what it shows are nodes of our own pages, never markup from anywhere else. */
export const BOARD_JS = `'use strict';
(function () {
  function fetchPage(query, done) {
    fetch('/board?' + query, { headers: { accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : ''; })
      .then(function (text) { if (text) done(new DOMParser().parseFromString(text, 'text/html')); })
      .catch(function () {});
  }
  function later(work) {
    var timer, turn = 0;
    return function () {
      clearTimeout(timer);
      var mine = ++turn;
      timer = setTimeout(function () { work(function () { return mine === turn; }); }, 250);
    };
  }
  var form = document.querySelector('form[data-live]');
  if (form) {
    var search = later(function (isLatest) {
      var query = new URLSearchParams(new FormData(form)).toString();
      fetchPage(query, function (page) {
        var fresh = page.getElementById('results'), old = document.getElementById('results');
        if (!isLatest() || !fresh || !old) return;
        old.replaceChildren.apply(old, Array.from(fresh.childNodes));
        history.replaceState(null, '', '/board?' + query);
      });
    });
    form.addEventListener('input', search);
  }
  var text = document.querySelector('textarea[data-similar]');
  if (text) {
    var place = document.getElementById(text.dataset.similar);
    var look = later(function (isLatest) {
      var q = text.value.trim().slice(0, 100);
      if (q.length < 4) return place.replaceChildren();
      var lang = new URLSearchParams(location.search).get('lang');
      fetchPage(new URLSearchParams(lang ? { q: q, lang: lang } : { q: q }).toString(), function (page) {
        if (!isLatest()) return;
        var rows = Array.from(page.querySelectorAll('.posts li')).slice(0, 3);
        if (rows.length === 0) return place.replaceChildren();
        var heading = document.createElement('p'), list = document.createElement('ul');
        heading.textContent = place.dataset.heading;
        list.append.apply(list, rows);
        place.replaceChildren(heading, list);
      });
    });
    text.addEventListener('input', look);
  }
})();
`;
