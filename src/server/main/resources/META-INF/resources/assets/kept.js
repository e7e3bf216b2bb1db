// What was typed into a form is not lost. The self-check is kept in this window until it is saved or
// cleared (docs/adr/0036); a removal and a load can be undone, which the service does in a draft; closing
// asks.
(function () {
  'use strict';

  var KEY = 'sixones-check:';
  var HOME = '/';
  var FILES = /^\/bid\.(json|xlsx)$/;
  var who = document.body.dataset.who || '';
  var bar = document.getElementById('bar');

  function bid() {
    return document.querySelector('form#bid[hx-post]');
  }
  function isCheck() {
    var form = bid();
    return form !== null && form.dataset.from !== undefined;
  }
  function show(id, there) {
    var notice = document.getElementById(id);
    if (notice) {
      notice.hidden = !there;
    }
  }
  function on(id, act) {
    var button = document.getElementById(id);
    if (button) {
      button.addEventListener('click', act);
    }
  }
  function arrival() {
    var entry = performance.getEntriesByType('navigation')[0];
    return entry ? entry.type : 'navigate';
  }

  // The window's own store: one record for each person, and one for nobody. Each access may be
  // refused by the browser.
  function names() {
    try {
      return Object.keys(sessionStorage).filter(function (name) {
        return name.indexOf(KEY) === 0;
      });
    } catch (refused) {
      return [];
    }
  }
  function read(name) {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch (refused) {
      return null;
    }
  }
  function drop(name) {
    try {
      sessionStorage.removeItem(name);
    } catch (refused) {
      // Then nothing is kept there either.
    }
  }
  function put(name, record) {
    try {
      sessionStorage.setItem(name, JSON.stringify(record));
      return true;
    } catch (refused) {
      return false;
    }
  }

  var mine = KEY + who;
  var kept = read(mine);
  var blocked = false;

  // What was there before takes as much room again: that is left out first.
  function write() {
    if (put(mine, kept)) {
      blocked = false;
    } else {
      var less = Object.assign({}, kept, { before: undefined });
      blocked = !put(mine, less);
    }
    show('not-kept', blocked);
  }

  // Others who were signed in at this machine: a person who comes after them never has theirs.
  if (who) {
    names().forEach(function (name) {
      if (name !== mine && name !== KEY) {
        drop(name);
      }
    });
  }
  // Saved: the draft it became is on this page.
  if (/^\/applicant\/drafts\/[0-9a-f-]{36}$/.test(location.pathname)) {
    names().forEach(function (name) {
      if ((read(name) || {}).leaving) {
        drop(name);
      }
    });
  }

  // The fields of a form by name and value, as they would be sent.
  var notTheBids = { 'csrf-token': true, revision: true, over: true };
  function fieldsOf(form) {
    return Array.from(new FormData(form)).filter(function (field) {
      return typeof field[1] === 'string' && !notTheBids[field[0]];
    });
  }
  function says(form) {
    return Array.from(form.elements).some(function (field) {
      return field.name && /^(text|textarea|select-one)$/.test(field.type) && field.value.trim();
    });
  }

  // What stands in the form goes to the store a moment after it was typed, and before leaving; but
  // not before the form holds what was kept.
  var timer = 0;
  var ready = false;
  var last = '';
  document.addEventListener('focusin', function (event) {
    last = event.target.form && event.target.form === bid() && event.target.type !== 'submit' ? event.target.name : last;
  });
  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, 150);
  }
  function keep() {
    clearTimeout(timer);
    timer = 0;
    var form = bid();
    if (!kept || !isCheck() || !ready || form.inert) {
      return;
    }
    kept.fields = fieldsOf(form);
    kept.says = Boolean(says(form));
    kept.focus = last;
    kept.top = window.scrollY;
    write();
    tellState();
  }
  function typed() {
    if (isCheck()) {
      kept = kept || {};
      kept.typed = true;
      kept.file = false;
      ask();
      later();
    }
  }

  // The state of saving, at the foot of the window: of a draft as told beside its form.
  function tellState() {
    var state = document.getElementById('state');
    if (!state) {
      return;
    }
    var saved = document.getElementById('saved');
    if (saved) {
      state.replaceChildren.apply(state, Array.from(saved.cloneNode(true).childNodes));
    } else if (kept) {
      state.textContent = blocked
        ? bar.dataset.blocked
        : kept.file
          ? bar.dataset.file
          : kept.says ? bar.dataset.kept : '';
    } else {
      state.textContent = '';
    }
  }

  // Closing the window asks while something typed is in no file and no draft. Going on within the
  // service does not ask where the window keeps it.
  var unsaved = false;
  var within = 0;
  function beforeUnload(event) {
    keep();
    if (Date.now() < within && !(isCheck() && blocked)) {
      return;
    }
    event.preventDefault();
    event.returnValue = '';
  }
  function ask() {
    window.removeEventListener('beforeunload', beforeUnload);
    if (isCheck() ? kept && kept.typed : unsaved) {
      window.addEventListener('beforeunload', beforeUnload);
    }
  }
  function goesOn() {
    within = Date.now() + 1000;
  }
  if (window.navigation && window.navigation.addEventListener) {
    window.navigation.addEventListener('navigate', function (event) {
      if (isCheck() && !event.destination.sameDocument && !event.downloadRequest && new URL(event.destination.url).origin === location.origin) {
        goesOn();
      }
    });
  }
  document.addEventListener('keydown', function (event) {
    var mod = event.ctrlKey || event.metaKey;
    if (event.key === 'F5' || (mod && /^[r[]$/i.test(event.key)) || (event.altKey && event.key === 'ArrowLeft')) {
      goesOn();
    }
  });
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href]') : null;
    var stays = link && link.getAttribute('href').charAt(0) === '#';
    if (isCheck() && link && !stays && !event.defaultPrevented && link.origin === location.origin && !link.target) {
      keep();
      goesOn();
    }
  });
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') {
      keep();
    } else if (who) {
      // Somebody else may have signed in by another window meanwhile.
      fetch('/sign-in', { cache: 'no-store' })
        .then(function (answer) {
          return answer.ok ? answer.text() : Promise.reject(answer.status);
        })
        .then(function (page) {
          var now = new DOMParser().parseFromString(page, 'text/html').body.dataset.who || '';
          if (now !== who && isCheck()) {
            goesOn();
            location.reload();
          }
        })
        .catch(function () {});
    }
  });
  // A page the browser held back as it was may be another person's: it is made anew.
  window.addEventListener('pagehide', function (event) {
    document.body.classList.toggle('away', event.persisted);
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      goesOn();
      location.reload();
    }
  });

  // A draft says itself whether it was saved; what is typed while it is on its way is not.
  var count = 0;
  var sent = 0;
  function saved() {
    if (!isCheck() && bid() && count === sent) {
      unsaved = document.querySelector('#saved .bad') !== null;
      ask();
    }
  }
  document.addEventListener('input', function (event) {
    var form = bid();
    if (form && event.target.form === form) {
      count += 1;
      unsaved = true;
      typed();
      ask();
    }
    // After the draft's own words are in their place.
    setTimeout(tellState);
  });

  // The self-check is filled again by the server, of these fields: what was kept, or what was there
  // before. What the form holds is replaced, not the form: its buttons are called "remove", so htmx
  // cannot call its method of that name.
  var putting = null;
  function putIn(fields, then) {
    putting = { fields: fields, then: then };
    htmx.trigger('#put', 'put');
  }
  function params(form, fields) {
    var all = new FormData();
    ['csrf-token', 'revision'].forEach(function (name) {
      var field = form.querySelector('input[name="' + name + '"]');
      if (field) {
        all.append(name, field.value);
      }
    });
    fields.forEach(function (field) {
      all.append(field[0], field[1]);
    });
    return all;
  }
  function submitted(form, fields) {
    var whole = document.createElement('form');
    whole.method = 'post';
    whole.action = form.getAttribute('action');
    whole.hidden = true;
    params(form, fields).forEach(function (value, name) {
      var field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      whole.append(field);
    });
    return whole;
  }

  // Entries taken out on this page, the last one first.
  var removed = [];
  var removing = null;
  function inOrder(now, entry) {
    var cut = entry.pointer.lastIndexOf('/');
    var list = entry.pointer.slice(0, cut + 1);
    var at = Number(entry.pointer.slice(cut + 1));
    return now
      .filter(function (field) {
        return field[0] + '/' !== list;
      })
      .map(function (field) {
        var rest = field[0].indexOf(list) === 0 ? field[0].slice(list.length) : '';
        var index = parseInt(rest, 10);
        return index >= at ? [list + (index + 1) + rest.slice(String(index).length), field[1]] : field;
      })
      .concat(entry.fields);
  }
  function offerUndo() {
    var undo = document.getElementById('undo');
    // In a draft the service offers it; what is kept here is the self-check's.
    var what = !isCheck() ? null : removed.length ? 'removed' : kept && kept.before ? kept.before.by : null;
    if (undo) {
      document.getElementById('undone').textContent = what ? undo.dataset[what] : '';
      undo.hidden = !what;
    }
  }
  function undo() {
    var form = bid();
    if (removed.length) {
      var entry = removed[removed.length - 1];
      putIn(
        function () {
          return inOrder(fieldsOf(bid()), entry);
        },
        function () {
          removed.pop();
          typed();
          focusOn(entry.pointer);
        });
      return;
    }
    keep();
    var before = kept.before;
    var now = { fields: fieldsOf(form), typed: kept.typed, says: kept.says, file: kept.file, by: 'undone' };
    putIn(before.fields, function () {
      kept = { fields: before.fields, typed: before.typed, says: before.says, file: before.file };
      kept.before = now.says ? now : undefined;
      removed = [];
      write();
      ask();
    });
  }
  function focusOn(name) {
    var fields = Array.from(bid().elements).filter(function (field) {
      return field.type !== 'hidden' && (field.name === name || field.name.indexOf(name + '/') === 0);
    });
    if (fields.length) {
      fields[0].focus();
    }
  }

  document.addEventListener('htmx:configRequest', function (event) {
    var by = event.detail.elt;
    if (by.id === 'put') {
      var fields = typeof putting.fields === 'function' ? putting.fields() : putting.fields;
      event.detail.parameters = params(bid(), fields);
      bid().inert = true;
    } else if (isCheck() && by.name === 'remove' && by.form === bid()) {
      removing = {
        by: by,
        pointer: by.value,
        fields: fieldsOf(bid()).filter(function (field) {
          return field[0] === by.value || field[0].indexOf(by.value + '/') === 0;
        })
      };
    }
    if (bid() && (by === bid() || by.form === bid())) {
      sent = count;
    }
  });
  document.addEventListener('htmx:afterRequest', function (event) {
    // Where the button went with the list it stood in, the event comes from elsewhere.
    var by = event.detail.requestConfig.elt;
    var done = event.detail.successful;
    if (by.id === 'put' && putting) {
      var put = putting;
      putting = null;
      if (done) {
        bid().inert = false;
        put.then();
        keep();
      } else if (put.bringing) {
        show('not-back', true);
        return;
      } else {
        bid().inert = false;
      }
    } else if (removing && removing.by === by) {
      if (done) {
        removed.push(removing);
        typed();
      }
      removing = null;
    } else if (done && by.name === 'add') {
      typed();
    }
    if (done) {
      saved();
    }
    offerUndo();
    tellState();
  });

  // Enter in a field saves or checks in place; what ends the writing of a character does nothing.
  document.addEventListener('keydown', function (event) {
    var field = event.target;
    if (event.key !== 'Enter' && event.keyCode !== 13 && event.keyCode !== 229) {
      return;
    }
    if (!bid() || field.form !== bid() || field.tagName !== 'INPUT') {
      return;
    }
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
      return;
    }
    event.preventDefault();
    htmx.trigger(bid(), 'update');
  });

  function isInFile() {
    kept.typed = false;
    kept.file = true;
    write();
    ask();
    tellState();
  }
  function leavesCheck(event) {
    var by = event.submitter;
    var address = by && by.hasAttribute('formaction') ? by.getAttribute('formaction') : HOME;
    var expired = document.getElementById('expired');
    if (address === HOME && !(by && by.name) && expired.hidden) {
      // Checked in place, and gone on with at the answer.
      event.preventDefault();
      htmx.trigger(bid(), 'update');
      if (by && by.tabIndex >= 0) {
        var answer = document.querySelector('.answer');
        answer.tabIndex = -1;
        answer.focus();
      }
      return;
    }
    keep();
    goesOn();
    if (kept && !blocked && address.indexOf('/?lang=') === 0) {
      event.preventDefault();
      location.assign(address);
    } else if (kept && FILES.test(address)) {
      isInFile();
    } else if (kept && address.indexOf('/applicant/drafts/') === 0) {
      kept.leaving = true;
      write();
    }
  }
  function mayLoad() {
    return !(kept && kept.typed && kept.says) || window.confirm(bar.dataset.ask);
  }
  function hasUnsaved() {
    return [mine, KEY].some(function (name) {
      var there = read(name);
      return there && there.typed && there.says;
    });
  }
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented) {
      return;
    }
    if (form === bid() && isCheck()) {
      leavesCheck(event);
    } else if (form === bid()) {
      goesOn();
    } else if (form.id === 'load' && isCheck()) {
      keep();
      if (event.submitter && event.submitter.classList.contains('link')) {
        goesOn();
      } else if (mayLoad()) {
        goesOn();
      } else {
        event.preventDefault();
        document.getElementById('file').value = '';
      }
    } else if (form.id === 'bid' && form.dataset.back !== undefined && kept) {
      var to = event.submitter && event.submitter.getAttribute('formaction');
      if (!to) {
        event.preventDefault();
        location.assign(HOME);
      } else if (FILES.test(to)) {
        isInFile();
      }
    } else if (form.getAttribute('action') === '/sign-out') {
      keep();
      goesOn();
      if (location.pathname !== '/sign-out' && hasUnsaved()) {
        event.preventDefault();
        location.assign('/sign-out');
      } else {
        kept = null;
        ask();
        names().forEach(drop);
      }
    }
  });
  document.addEventListener('click', function (event) {
    var start = event.target.closest ? event.target.closest('a.start[href^="/?"]') : null;
    if (start && isCheck()) {
      keep();
      if (!mayLoad()) {
        event.preventDefault();
      }
    }
  }, true);

  // Signing out offers to save what is only here.
  on('draft-first', function () {
    var offer = document.getElementById('kept-first');
    var left = [mine, KEY].filter(function (name) {
      return (read(name) || {}).says;
    });
    var token = document.querySelector('main form input[name="csrf-token"]').value;
    function save() {
      var name = left.shift();
      if (!name) {
        document.querySelector('main form[action="/sign-out"]').requestSubmit();
        return;
      }
      var body = new URLSearchParams([['csrf-token', token]].concat(read(name).fields));
      fetch(offer.dataset.draft, { method: 'POST', body: body })
        .then(function (answer) {
          if (!answer.ok || !answer.redirected) {
            throw new Error(answer.status);
          }
          drop(name);
          save();
        })
        .catch(function () {
          show('not-saved', true);
        });
    }
    save();
  });

  function bringBack() {
    var back = kept;
    bid().inert = true;
    show('not-back', false);
    putIn(back.fields, function () {
      show('not-back', false);
      if (arrival() !== 'navigate') {
        window.scrollTo(0, back.top || 0);
        var field = back.focus && Array.from(bid().elements).find(function (each) {
          return each.name === back.focus && each.type !== 'hidden';
        });
        if (field) {
          field.focus({ preventScroll: true });
        }
      }
    });
    putting.bringing = true;
  }

  function clear() {
    keep();
    if (!mayLoad()) {
      return;
    }
    var before = kept && kept.says ? { fields: kept.fields, typed: kept.typed, says: true, file: kept.file, by: 'cleared' } : undefined;
    ready = false;
    kept = { cleared: true, before: before };
    write();
    goesOn();
    location.assign(HOME);
  }

  // An address of a form that was sent would be asked for again by Back, and is not there.
  function settleAddress() {
    var report = document.querySelector('form#bid[data-back]');
    if (report) {
      history.replaceState(history.state, '', '/?report');
    } else if (/^\/(load|report)$/.test(location.pathname) || FILES.test(location.pathname)) {
      history.replaceState(history.state, '', HOME);
    } else if (location.pathname === HOME || (bid() && !isCheck() && !document.querySelector('#conflict .refused'))) {
      history.replaceState(history.state, '', location.href);
    }
  }

  // Whether somebody chose another rule set than what was typed is for.
  function isOther(form) {
    var was = kept && kept.says && kept.fields.find(function (field) {
      return field[0] === '/ruleSet';
    });
    return form.dataset.from === 'chosen' && Boolean(was) && was[1] !== form.elements['/ruleSet'].value;
  }

  function startCheck() {
    var form = bid();
    var from = form.dataset.from;
    var loaded = (from === 'example' || from === 'file' || isOther(form)) && arrival() === 'navigate';
    var report = new URLSearchParams(location.search).has('report');
    if (report && kept && kept.says && !kept.cleared) {
      var again = submitted(form, kept.fields);
      again.action = '/report';
      document.body.append(again);
      goesOn();
      again.submit();
      return;
    }
    if (report) {
      history.replaceState(history.state, '', HOME);
    }
    ready = true;
    if (from === 'sent' || loaded) {
      var earlier = kept;
      kept = { typed: from === 'sent' && (!earlier || Boolean(earlier.typed)) };
      if (from === 'sent') {
        kept.before = earlier ? earlier.before : undefined;
      } else if (earlier && earlier.says && JSON.stringify(earlier.fields) !== JSON.stringify(fieldsOf(form))) {
        kept.before = { fields: earlier.fields, typed: earlier.typed, says: true, file: earlier.file, by: from };
      }
      keep();
    } else if (kept && kept.cleared) {
      delete kept.cleared;
      write();
    } else if (kept && kept.fields) {
      delete kept.leaving;
      if (kept.typed && kept.before) {
        delete kept.before;
      }
      bringBack();
    } else if ((from === 'blank' || from === 'chosen') && says(form)) {
      typed();
    }
    ask();
    offerUndo();
    tellState();

    // What nobody in particular typed is offered to who signed in; somebody's waits for them.
    var others = names().filter(function (name) {
      return name !== mine && (read(name) || {}).says;
    });
    show('kept-earlier', who && others.indexOf(KEY) >= 0);
    show('kept-theirs', !who && others.length > 0);
    on('take-earlier', function () {
      keep();
      var earlier = read(KEY);
      drop(KEY);
      show('kept-earlier', false);
      var now = kept && kept.says ? { fields: kept.fields, typed: kept.typed, says: true, file: kept.file, by: 'undone' } : undefined;
      kept = Object.assign(earlier, { before: now });
      write();
      ask();
      bringBack();
    });
    ['clear-earlier', 'clear-theirs'].forEach(function (id) {
      on(id, function () {
        others.forEach(drop);
        show('kept-earlier', false);
        show('kept-theirs', false);
      });
    });
    on('try-again', bringBack);
    on('begin-anew', function () {
      drop(mine);
      kept = null;
      ask();
      goesOn();
      location.assign(HOME);
    });
    on('clear', clear);
  }

  // The menu of sections is closed by going to one, elsewhere, or by Escape.
  document.addEventListener('click', function (event) {
    var jump = document.querySelector('.jump[open]');
    if (jump && (event.target.closest('.jump a') || !jump.contains(event.target))) {
      jump.open = false;
    }
  });
  document.addEventListener('keydown', function (event) {
    var jump = document.querySelector('.jump[open]');
    if (jump && event.key === 'Escape') {
      jump.open = false;
      jump.querySelector('summary').focus();
    }
  });

  on('take-back', undo);
  // A page in place of a file: nothing was saved.
  if (kept && FILES.test(location.pathname)) {
    kept.typed = true;
    kept.file = false;
    write();
  }
  settleAddress();
  document.addEventListener('DOMContentLoaded', function () {
    if (isCheck()) {
      startCheck();
    } else {
      tellState();
    }
    show('kept-first', document.getElementById('kept-first') !== null && hasUnsaved());
  });
})();
