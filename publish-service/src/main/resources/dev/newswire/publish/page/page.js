// What the page can do beyond being read: keep itself up to date, be light or dark, and tell times as the reader's clock
// does. Everything else works without it. All content comes from the server as HTML; nothing is put together here.
(() => {
  'use strict';

  const root = document.documentElement;
  const THEME = 'newswire-theme';
  const SOON = 250;        // ms after an event, so that events that come together cost one request
  const AT_MOST = 1000;    // ms between two requests of a busy page
  const POLL = 30000;      // ms between looks where there is no stream
  const DAY = 86400;

  // Before anything is drawn, so that nothing flashes.
  const stored = () => { try { return localStorage.getItem(THEME); } catch { return null; } };
  if (stored() === 'light' || stored() === 'dark') root.dataset.theme = stored();
  root.classList.add('scripted');

  function switchTheme() {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem(THEME, root.dataset.theme); } catch { /* for this page only */ }
    showTheme();
  }

  function showTheme() {
    const dark = getComputedStyle(root).getPropertyValue('--scheme').trim() === 'dark';
    document.querySelector('.theme')?.setAttribute('aria-pressed', String(dark));
  }

  const relative = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
  const absolute = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'});

  function tellTimes() {
    for (const time of document.querySelectorAll('time[datetime]')) {
      const moment = new Date(time.dateTime);
      const seconds = (moment - Date.now()) / 1000;
      if (!time.title) time.title = time.textContent;
      if (Math.abs(seconds) < 60) time.textContent = 'just now';
      else if (Math.abs(seconds) < 3600) time.textContent = relative.format(Math.round(seconds / 60), 'minute');
      else if (Math.abs(seconds) < DAY) time.textContent = relative.format(Math.round(seconds / 3600), 'hour');
      else time.textContent = absolute.format(moment);
    }
  }

  // Makes one element like another and touches only what differs, so that focus, selection and scroll position stay.
  function become(old, now) {
    for (const {name} of [...old.attributes]) {
      if (!now.hasAttribute(name) && !(name === 'open')) old.removeAttribute(name);
    }
    for (const {name, value} of now.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    // What is gone goes first: then what stays need not move, and what moves loses the focus.
    const staying = new Set([...now.children].map(child => child.id));
    const byId = new Map();
    for (const child of [...old.children]) {
      if (child.id && !staying.has(child.id)) child.remove();
      else if (child.id) byId.set(child.id, child);
    }
    let place = old.firstChild;
    for (const next of [...now.childNodes]) {
      const known = next.id ? byId.get(next.id) : alike(place, next) ? place : null;
      if (known === undefined || known === null) {
        if (next.id && known === undefined) next.classList.add('fresh');
        old.insertBefore(next, place);
        continue;
      }
      if (known === place) place = place.nextSibling;
      else old.insertBefore(known, place);
      if (known.nodeType === Node.ELEMENT_NODE) become(known, next);
      else if (known.data !== next.data) known.data = next.data;
    }
    while (place) {
      const gone = place;
      place = place.nextSibling;
      gone.remove();
    }
  }

  const alike = (old, now) => old && old.nodeType === now.nodeType && old.nodeName === now.nodeName && !old.id;

  async function refresh() {
    const answer = await fetch(location.href, {headers: {Accept: 'text/html'}, cache: 'no-cache'});
    if (![200, 404, 410].includes(answer.status)) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = document.querySelector('main');
    const before = new Set([...main.querySelectorAll('article[id]')].map(article => article.id));
    become(main, page.querySelector('main'));
    document.title = page.title;
    tellTimes();
    const fresh = [...main.querySelectorAll('article[id]')].filter(article => !before.has(article.id)).length;
    const status = document.querySelector('.status');
    if (fresh && status) status.textContent = fresh === 1 ? 'One new article' : `${fresh} new articles`;
  }

  let last = 0;
  let waiting = null;
  function refreshSoon() {
    if (waiting) return;
    const wait = Math.max(SOON, last + AT_MOST - Date.now());
    waiting = setTimeout(() => {
      waiting = null;
      last = Date.now();
      refresh().catch(() => setTimeout(refreshSoon, POLL));
    }, wait);
  }

  function follow(path) {
    const live = document.querySelector('.live');
    const stream = new EventSource(path);
    let opened = false;
    stream.onopen = () => {
      live.hidden = false;
      // What happened while nobody listened.
      if (opened) refreshSoon();
      opened = true;
    };
    stream.onerror = () => {
      live.hidden = true;
      // A stream that was refused, not one that broke off, does not come back by itself.
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => { refreshSoon(); follow(path); }, POLL);
    };
    for (const event of ['entry', 'deleted', 'reset']) stream.addEventListener(event, refreshSoon);
    addEventListener('pagehide', () => stream.close());
  }

  addEventListener('DOMContentLoaded', () => {
    const theme = document.querySelector('.theme');
    if (theme) {
      theme.hidden = false;
      theme.addEventListener('click', switchTheme);
    }
    showTheme();
    tellTimes();
    setInterval(tellTimes, 60000);
    const main = document.querySelector('main');
    if (main?.dataset.live) follow(main.dataset.live);
    if (main?.dataset.every) setInterval(refreshSoon, Number(main.dataset.every) * 1000);
  });

  // A slash takes the reader to the search, as elsewhere.
  addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.querySelector('.search input')?.focus();
  });

  // A page that the browser kept comes back as it is now.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
})();
