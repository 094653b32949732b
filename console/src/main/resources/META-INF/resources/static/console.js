// Keys, live news and times in the reader's own zone. Everything here is also possible without it.
'use strict';
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Times: shown in the reader's zone; ages grow while the page stays open.
  const age = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    if (s < 1) return 'now';
    if (s < 60) return s + ' s';
    if (s < 3600) return Math.floor(s / 60) + ' min';
    return s < 172800 ? Math.floor(s / 3600) + ' h' : Math.floor(s / 86400) + ' d';
  };
  const isAge = /^(now|\d+ (s|min|h|d))$/;
  const localise = (root) => $$('time[datetime]', root).forEach((time) => {
    const at = new Date(time.getAttribute('datetime'));
    if (Number.isNaN(at.getTime())) return;
    time.title = at.toLocaleString();
    if (isAge.test(time.textContent)) time.textContent = age(Date.now() - at);
    else if (/^\d\d:\d\d:\d\d UTC$/.test(time.textContent)) time.textContent = at.toLocaleTimeString();
    else if (/UTC$/.test(time.textContent)) time.textContent = at.toLocaleString();
  });
  localise(document);
  setInterval(() => localise(document), 20000);

  // On a wide screen the first of a list is shown at once; its address says so, as it would had it been chosen.
  const shown = $('[data-item][aria-current]');
  if (shown && $('main > .list') && matchMedia('(min-width: 761px)').matches && !new URL(location.href).searchParams.get('id')) history.replaceState(null, '', shown.href);
  const here = $('#sections [aria-current]');
  const nav = here && here.closest('nav');
  if (nav && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;

  // A second press of the same button: the server would answer it, but it need not be asked.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  $$('[data-submit]').forEach((control) => control.addEventListener('change', () => control.form.requestSubmit()));

  // Selection: the buttons say what they will do, and to how many.
  const bar = $('[data-bulkbar]');
  const boxes = () => $$('input[name=pick][type=checkbox]');
  let lastBox = null;
  const tell = () => {
    if (!bar) return;
    const taken = boxes().filter((box) => box.checked);
    const sums = {};
    taken.forEach((box) => { if (box.dataset.currency) sums[box.dataset.currency] = (sums[box.dataset.currency] || 0) + Number(box.dataset.amount); });
    const money = Object.entries(sums).map(([code, sum]) => ', ' + code + ' ' + sum.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })).join('');
    $$('[data-bulk]', bar).forEach((button, index) => {
      button.disabled = taken.length === 0;
      button.textContent = taken.length === 0 ? button.dataset.bulk + (index > 0 && bar.dataset.bulkbar === 'short' ? '' : ' selected') : button.dataset.bulk + ' ' + taken.length + (index === 0 ? money : '') + (button.hasAttribute('data-at-once') ? '' : '…');
    });
  };
  document.addEventListener('click', (event) => {
    const box = event.target.closest('input[name=pick][type=checkbox]');
    if (!box) return;
    if (event.shiftKey && lastBox) {
      const all = boxes();
      const [from, to] = [all.indexOf(lastBox), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((other) => { other.checked = box.checked; });
    }
    lastBox = box;
    tell();
  });
  tell();
  window.addEventListener('pageshow', tell);

  // Keys.
  const items = () => $$('[data-item]');
  const at = () => {
    const all = items();
    const focused = all.indexOf(document.activeElement);
    return focused >= 0 ? focused : all.findIndex((item) => item.hasAttribute('aria-current'));
  };
  const move = (step) => {
    const all = items();
    if (all.length === 0) return;
    const next = all[Math.min(all.length - 1, Math.max(0, at() + step))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  let going = 0;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
    if (event.key === 'Escape' && typing) { event.target.blur(); return; }
    if (typing || $('dialog[open]')) return;
    if (Date.now() - going < 1500) {
      const link = $('[data-go="' + CSS.escape(event.key) + '"]');
      going = 0;
      if (link) { event.preventDefault(); link.click(); return; }
    }
    const press = (selector) => { const target = $(selector); if (target && !target.disabled && target.offsetParent !== null) { event.preventDefault(); target.click(); } };
    switch (event.key) {
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'x': case 'X': {
        const item = items()[at()];
        const box = item && $('input[type=checkbox]', item.parentElement);
        if (box) { event.preventDefault(); box.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: event.shiftKey })); }
        break;
      }
      case 'a': press(boxes().some((box) => box.checked) ? '[data-bulk=Approve]' : '[data-approve]'); break;
      case 'r': {
        if (boxes().some((box) => box.checked)) { press('[data-bulk=Reject], [data-bulk=Accept]'); break; }
        const reject = $('[data-reject]');
        if (reject && reject.offsetParent !== null) { event.preventDefault(); reject.open = true; const reason = $('input[name=reason]', reject); if (reason) reason.focus(); }
        break;
      }
      case 't': press(boxes().some((box) => box.checked) ? '[data-bulk=Take]' : '[data-take]'); break;
      case 'c': { const note = $('.say textarea'); if (note && note.offsetParent !== null) { event.preventDefault(); note.focus(); } break; }
      case '/': { const search = $('[data-search]'); if (search) { event.preventDefault(); search.focus(); search.select(); } break; }
      case 'g': going = Date.now(); break;
      case '?': { const help = $('#keys'); if (help) help.showModal(); break; }
      default:
    }
  });

  // News: counts and known lines are brought up to date where they stand; nothing moves, nothing that is being read is replaced.
  const news = $('#asof');
  if (!news || !window.EventSource) return;
  const busy = () => $$('form').some((form) => form.dataset.sent) || $$('input, textarea', $('#detail') || document.createElement('i')).some((field) => field.type !== 'hidden' && field.type !== 'checkbox' && field.value !== field.defaultValue) || $$('#detail option').some((option) => option.selected !== option.defaultSelected) || $('[data-reject][open]');
  const bringUpToDate = (fresh) => {
    const sections = $('#sections', fresh);
    if (sections && sections.innerHTML !== $('#sections').innerHTML) $('#sections').replaceWith(sections);
    news.innerHTML = $('#asof', fresh).innerHTML;
    ['list-total'].forEach((id) => { const now = $('#' + id, fresh); const old = $('#' + id); if (now && old) old.textContent = now.textContent; });
    const list = $('[data-list]');
    const freshList = $('[data-list]', fresh);
    if (list && freshList) {
      const now = new Map($$('[data-key]', freshList).map((line) => [line.dataset.key, line]));
      let others = false;
      $$('[data-key]', list).forEach((line) => {
        const newer = now.get(line.dataset.key);
        now.delete(line.dataset.key);
        if (!newer) { line.classList.add('gone'); others = true; return; }
        line.classList.remove('gone');
        const link = $('a', line); const newerLink = $('a', newer);
        localise(newerLink);
        if (link && newerLink && link.textContent !== newerLink.textContent) { link.innerHTML = newerLink.innerHTML; line.classList.add('fresh-now'); }
        const box = $('input[type=checkbox]', line); const newerBox = $('input[type=checkbox]', newer);
        if (box && newerBox && box.value !== newerBox.value) { box.checked = false; box.value = newerBox.value; box.dataset.amount = newerBox.dataset.amount; tell(); }
      });
      const flag = $('[data-fresh]');
      if (now.size > 0 && list.children.length === 0) { list.replaceWith(freshList); const empty = $('.fill .empty'); if (empty) empty.remove(); others = false; }
      if (flag) { flag.hidden = !(others || now.size > 0); const text = now.size > 0 ? now.size + ' more: show' : 'Some have moved on: refresh'; $('a', flag).textContent = text; }
    }
    const detail = $('[data-detail]');
    const freshDetail = $('[data-detail]', fresh);
    if (detail && freshDetail) {
      if (detail.dataset.detail !== freshDetail.dataset.detail) $('[data-changed]', detail).hidden = false;
      else if (!busy()) {
        localise(freshDetail);
        if (detail.textContent !== freshDetail.textContent) {
          const open = $$('details', detail).map((part) => part.open);
          detail.innerHTML = freshDetail.innerHTML;
          $$('details', detail).forEach((part, index) => { if (open[index]) part.open = true; });
        }
      }
    }
    localise(document);
  };
  let asking = false;
  let again = false;
  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      if (answer.ok) bringUpToDate(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch { /* the stream says by itself that the console is out of reach */ }
    asking = false;
    if (again) { again = false; setTimeout(ask, 500); }
  };
  // A page that answers a form stands at the form's address, where there is nothing to ask for again.
  if (document.body.dataset.still === undefined) {
    const stream = new EventSource('/live');
    // The first message tells of the last change, which the page may have been made before or after.
    const made = () => new Date($('time', news).getAttribute('datetime')).getTime();
    stream.onmessage = (event) => {
      $('#live').textContent = '';
      if (new Date(event.data).getTime() < made() - 1000) return;
      if (document.visibilityState === 'visible') ask(); else again = true;
    };
    stream.onopen = () => { $('#live').textContent = ''; };
    stream.onerror = () => { $('#live').textContent = ' · not live, reload to see news'; };
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && again) { again = false; ask(); } });
  }
})();
