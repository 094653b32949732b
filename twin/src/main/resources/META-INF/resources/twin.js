const view = document.getElementById('view');
const tabs = document.getElementById('tabs');
const who = document.getElementById('who');
const live = document.getElementById('live');
const detail = document.getElementById('detail');
let sheets = [];
let realms = [];
let lastCells = new Map();

const el = (name, props = {}, ...children) => {
  const node = Object.assign(document.createElement(name), props);
  node.append(...children);
  return node;
};
const get = async path => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
};
const toast = text => {
  const box = document.getElementById('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 6000);
};
const here = () => decodeURIComponent(location.hash.slice(1));
const show = (title, ...content) => {
  document.getElementById('detail-title').textContent = title;
  document.getElementById('detail-body').replaceChildren(...content);
  if (!detail.open) detail.showModal();
};

async function start() {
  const machine = person => person.email.endsWith('@smartsheet.example');
  const people = (await get('/twin/sheets/people')).toSorted((a, b) => machine(a) - machine(b));
  who.append(...people.map(p => el('option', { value: p.email, textContent: `${p.name} (${p.email})` })));
  who.value = localStorage.getItem('who') || people[0]?.email || '';
  who.onchange = () => localStorage.setItem('who', who.value);
  addEventListener('hashchange', render);
  await render();
  listen();
}

async function menu() {
  [sheets, realms] = await Promise.all([get('/twin/sheets'), get('/twin/books')]);
  const entries = [
    ...sheets.map(s => [`sheet/${s.id}`, s.name, s.rows]),
    ...realms.map(r => [`books/${r}`, 'QuickBooks', '']),
    ['mails', 'Mails', ''], ['calls', 'Calls', ''], ['faults', 'Faults', ''],
  ];
  if (!here()) history.replaceState(null, '', `#${entries[0][0]}`);
  tabs.replaceChildren(...entries.map(([path, name, count]) => {
    const link = el('a', { href: `#${path}` }, name, ' ', el('span', { className: 'count', textContent: count }));
    if (here().startsWith(path)) link.setAttribute('aria-current', 'page');
    return link;
  }));
}

async function render() {
  try {
    await menu();
    const [kind, id, entity] = here().split('/');
    const content = kind === 'sheet' ? await sheet(id)
      : kind === 'books' ? await books(id, entity)
      : kind === 'mails' ? await mails()
      : kind === 'faults' ? await faults() : await calls();
    if (!view.querySelector('td input')) keepScroll(() => view.replaceChildren(...content));
  } catch (error) {
    toast(`${error.message}. What is shown may be old; it is tried again at the next change.`);
  }
}

function keepScroll(change) {
  const left = view.querySelector('.scroll')?.scrollLeft || 0;
  change();
  const box = view.querySelector('.scroll');
  if (box) box.scrollLeft = left;
}

const bar = (title, ...rest) => el('div', { className: 'bar' }, el('h2', { textContent: title }), ...rest);
const note = text => el('span', { className: 'note', textContent: text });
const table = (heads, rows) => el('div', { className: 'scroll', tabIndex: 0 }, el('table', {},
  el('thead', {}, el('tr', {}, ...heads.map(h => el('th', { scope: 'col', textContent: h })))),
  el('tbody', {}, ...rows)));

async function sheet(id) {
  const data = await get(`/twin/sheets/${id}`);
  const columns = data.columns.filter(c => !c.systemColumnType);
  const seen = new Map();
  const rows = data.rows.map(row => el('tr', {}, ...columns.map((column, i) => {
    const value = row.cells[column.title];
    const key = `${row.id}/${column.id}`;
    seen.set(key, JSON.stringify(value));
    const changed = lastCells.size && lastCells.has(key) && lastCells.get(key) !== seen.get(key);
    const text = value === undefined ? '' : value === true ? '✓' : value === false ? '–' : String(value);
    const cell = el(i ? 'td' : 'th', { textContent: text, title: text });
    cell.className = [i ? 'edit' : '', typeof value === 'number' ? 'number' : '', changed ? 'changed' : ''].join(' ');
    if (i) {
      cell.tabIndex = 0;
      cell.onclick = () => edit(cell, data, row, column);
      cell.onkeydown = e => { if (e.key === 'Enter' && e.target === cell) edit(cell, data, row, column); };
    }
    return cell;
  }), el('td', {}, talk(row))));
  lastCells = seen;
  const add = el('button', { textContent: 'Add a row' });
  add.onclick = () => write('POST', `/twin/sheets/${id}/rows`, { [columns[0].title]: 'New row' });
  return [bar(data.name, note(`version ${data.version}, ${data.rows.length} rows. Click a cell to change it.`), add),
    table([...columns.map(c => c.title), 'Talk'], rows)];
}

function talk(row) {
  const count = row.comments.length + row.attachments.length;
  if (!count) return '';
  const button = el('button', { className: 'link', textContent: `${count} note${count > 1 ? 's' : ''}` });
  button.onclick = () => show('Comments and files', ...row.comments.map(c => el('div', { className: 'talk' },
    el('strong', { textContent: c.createdBy.name }), ` ${new Date(c.createdAt).toLocaleString()}`, el('br'), c.text)),
  ...row.attachments.map(a => el('p', { textContent: `File: ${a.name}` })));
  return button;
}

function edit(cell, data, row, column) {
  if (cell.querySelector('input')) return;
  const value = row.cells[column.title];
  if (column.type === 'CHECKBOX') {
    write('PUT', `/twin/sheets/${data.id}/rows/${row.id}`, { [column.title]: value !== true });
    return;
  }
  const input = el('input', { value: value ?? '', ariaLabel: `${column.title} of ${row.cells[data.columns[0].title] ?? 'row'}` });
  if (column.options) {
    const list = el('datalist', { id: `options-${column.id}` }, ...column.options.map(o => el('option', { value: o })));
    input.setAttribute('list', list.id);
    cell.replaceChildren(input, list);
  } else {
    cell.replaceChildren(input);
  }
  input.focus();
  input.select();
  let left = false;
  const leave = save => {
    if (left) return;
    left = true;
    const text = input.value;
    cell.replaceChildren(String(value ?? ''));
    if (save && text !== String(value ?? '')) write('PUT', `/twin/sheets/${data.id}/rows/${row.id}`, { [column.title]: text });
  };
  input.onblur = () => leave(true);
  input.onkeydown = e => {
    if (e.key === 'Enter') leave(true);
    if (e.key === 'Escape') leave(false);
    e.stopPropagation();
  };
}

async function write(method, path, cells) {
  const response = await fetch(path, {
    method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ as: who.value, cells }),
  });
  if (!response.ok) toast(`Not saved: ${(await response.json()).message}`);
  render();
}

const party = e => (e.CustomerRef || e.VendorRef || e.EntityRef || {}).name || '';
const money = amount => amount === undefined ? '' : Number(amount).toFixed(2);
const name = e => e.FullyQualifiedName || e.DisplayName || e.Name || e.CompanyName || e.DocNumber || '';

async function books(realm, wanted) {
  const counts = await get(`/twin/books/${realm}`);
  const entity = wanted || 'Invoice';
  const all = counts[entity] ? await get(`/twin/books/${realm}/${entity.toLowerCase()}`) : [];
  const choose = el('select', { ariaLabel: 'Kind of entry' },
    ...Object.keys(counts).map(k => el('option', { value: k, textContent: `${k} (${counts[k]})`, selected: k === entity })));
  choose.onchange = () => { location.hash = `books/${realm}/${choose.value}`; };
  const rows = all.toReversed().map(e => {
    const open = el('button', { className: 'link', textContent: e.Id });
    open.onclick = () => {
      const paper = ['Invoice', 'Estimate'].includes(entity)
        ? [el('p', {}, el('a', { href: `/twin/books/${realm}/${entity.toLowerCase()}/${e.Id}/pdf`, textContent: 'Open the PDF' }))] : [];
      show(`${entity} ${name(e)}`, ...paper, el('pre', { textContent: JSON.stringify(e, null, 2) }));
    };
    const state = e.Active === false ? el('span', { className: 'badge bad', textContent: '✕ inactive' })
      : /^Voided/.test(e.PrivateNote || '') ? el('span', { className: 'badge bad', textContent: '✕ voided' })
      : e.EmailStatus === 'EmailSent' ? el('span', { className: 'badge', textContent: '✓ sent' }) : '';
    return el('tr', {}, el('th', {}, open), el('td', { textContent: name(e) }), el('td', { textContent: e.TxnDate || '' }),
      el('td', { textContent: party(e) }), el('td', { className: 'number', textContent: money(e.TotalAmt ?? e.UnitPrice) }),
      el('td', { className: 'number', textContent: money(e.Balance) }), el('td', {}, state),
      el('td', { textContent: e.MetaData ? new Date(e.MetaData.LastUpdatedTime).toLocaleString() : '' }));
  });
  return [bar('QuickBooks', choose, note(`company ${realm}, newest first`)),
    rows.length ? table(['Id', 'Name or number', 'Date', 'Customer or vendor', 'Amount', 'Balance', 'State', 'Updated'], rows)
      : el('p', { className: 'empty', textContent: `No ${entity} yet.` })];
}

async function mails() {
  const all = await get('/twin/mails');
  const rows = all.toReversed().map(m => {
    const open = el('button', { className: 'link', textContent: m.subject || '(no subject)' });
    open.onclick = () => show(m.subject, el('p', { textContent: `From ${m.from} to ${m.to.join(', ')}` }), el('pre', { textContent: m.text || m.html }));
    return el('tr', {}, el('th', {}, open), el('td', { textContent: m.to.join(', ') }), el('td', { textContent: m.from }),
      el('td', { textContent: new Date(m.at).toLocaleString() }));
  });
  return [bar('Mail sink', note(`${all.length} mails`)), rows.length ? table(['Subject', 'To', 'From', 'When'], rows)
    : el('p', { className: 'empty', textContent: 'No mail yet. Whatever is sent to the SMTP port lands here.' })];
}

async function calls() {
  const [all, summary] = await Promise.all([get('/twin/calls'), get('/twin/calls/summary')]);
  const rows = all.slice(-200).toReversed().map(c => el('tr', {}, el('th', { textContent: `${c.vendor}: ${c.operation}` }),
    el('td', {}, el('span', { className: c.status >= 400 || c.faulted ? 'badge bad' : 'badge', textContent: `${c.status}${c.errorCode ? ` ${c.errorCode}` : ''}` })),
    el('td', { className: 'number', textContent: c.items }), el('td', { textContent: c.replayed ? 'replayed' : c.mutating ? 'writes' : '' }),
    el('td', { textContent: new Date(c.at).toLocaleTimeString() }), el('td', { textContent: `${c.method} ${c.path}` })));
  return [bar('Calls the vendors would have seen', note(`${summary.total} in all; the last 200`)),
    rows.length ? table(['Operation', 'Answer', 'Items', '', 'When', 'Request'], rows) : el('p', { className: 'empty', textContent: 'No call yet.' })];
}

async function faults() {
  const all = await get('/twin/faults');
  const rows = all.map(f => el('tr', {}, el('th', { textContent: f.script.id }), el('td', { textContent: f.script.kind }),
    el('td', { textContent: `${f.script.vendor ?? '*'}: ${f.script.operation ?? '*'}` }),
    el('td', { className: 'number', textContent: `${Math.round(f.script.share * 100)} %` }), el('td', { className: 'number', textContent: `${f.hits} of ${f.seen}` })));
  return [bar('Fault scripts', note('made by POST /twin/faults')), rows.length ? table(['Id', 'Kind', 'Calls', 'Share', 'Struck'], rows)
    : el('p', { className: 'empty', textContent: 'Everything works as it should.' })];
}

function listen() {
  const stream = new EventSource('/twin/stream');
  const topics = { sheet: ['sheets'], books: ['books'], mails: ['mails'], calls: ['calls'], faults: ['calls'] };
  stream.onopen = () => { live.className = 'live on'; live.textContent = 'live'; };
  stream.onerror = () => { live.className = 'live'; live.textContent = 'connection lost, trying again'; };
  stream.onmessage = event => {
    if (topics[here().split('/')[0]]?.includes(event.data)) {
      live.textContent = `as of ${new Date().toLocaleTimeString()}`;
      clearTimeout(listen.timer);
      listen.timer = setTimeout(render, 120);
    }
  };
}

start();
