// What the pages can do better with a script; each of them works without.
(function () {
  'use strict';

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  // A field whose value cannot be read says so to assistive technology, too.
  function markDefects() {
    each('#bid .notes', function (notes) {
      var field = document.getElementById(notes.id.replace(/^found-/, 'in-'));
      if (field && notes.querySelector('.defect')) {
        field.setAttribute('aria-invalid', 'true');
      } else if (field) {
        field.removeAttribute('aria-invalid');
      }
    });
  }

  function tell(id, there) {
    var notice = document.getElementById(id);
    if (notice) {
      notice.hidden = !there;
    }
    return notice !== null;
  }

  // Why nothing came back, where the page has words for it: else that there was trouble.
  var reasons = { 400: 'expired', 401: 'signed-out' };
  function trouble(there, status) {
    var told = false;
    Object.keys(reasons).forEach(function (known) {
      var is = there && status === Number(known);
      told = (tell(reasons[known], is) && is) || told;
    });
    tell('trouble', there && !told);
  }

  // A kept draft says when what is on the page is not what is kept.
  document.addEventListener('input', function (event) {
    var form = event.target.form;
    if (form && form.dataset.unsaved) {
      document.getElementById('saved').textContent = form.dataset.unsaved;
    }
  });

  document.addEventListener('htmx:afterRequest', function (event) {
    trouble(!event.detail.successful && event.detail.xhr.status !== 0, event.detail.xhr.status);
    if (event.detail.successful) {
      markDefects();
    }
  });
  ['htmx:sendError', 'htmx:timeout'].forEach(function (lost) {
    document.addEventListener(lost, function () {
      trouble(true);
    });
  });

  // htmx takes the button pressed last for the sender of what its form sends, with its address and its
  // value, until it loses the focus. In Safari no button has it, and an answer may give it to one while
  // somebody types elsewhere: what is typed would go astray then, or add another entry.
  document.addEventListener('htmx:configRequest', function (event) {
    var form = event.detail.elt;
    if (form.id === 'bid') {
      event.detail.path = form.getAttribute('hx-post');
      delete event.detail.parameters.add;
      delete event.detail.parameters.remove;
      delete event.detail.parameters.undo;
    }
  });

  // What is typed into a list that is about to be replaced would be lost.
  function still(event, is) {
    if (event.detail.target.classList.contains('list')) {
      event.detail.target.inert = is;
    }
  }
  document.addEventListener('htmx:beforeRequest', function (event) {
    still(event, true);
  });
  document.addEventListener('htmx:afterRequest', function (event) {
    still(event, false);
    if (!event.detail.successful && document.activeElement === document.body) {
      event.detail.elt.focus();
    }
  });

  // A new entry is gone on with, unless its reader went on elsewhere; htmx would not ask. Where the page
  // came with one, the browser has seen to it.
  each('[autofocus]', function (seen) {
    seen.removeAttribute('autofocus');
  });
  document.addEventListener('htmx:afterSwap', function () {
    var next = document.querySelector('#bid [autofocus]');
    if (next) {
      next.removeAttribute('autofocus');
      var now = document.activeElement;
      if (now === null || now === document.body || next.closest('.list').contains(now)) {
        next.focus();
      }
    }
  });

  // A bid file is loaded as soon as it is chosen or dropped.
  var load = document.getElementById('load');
  if (load) {
    var file = document.getElementById('file');
    file.addEventListener('change', function () {
      if (file.files.length) {
        load.requestSubmit();
      }
    });
    // Text that is dragged into a field is the browser's own matter.
    var place = load.closest('details');
    var shown = false;
    var dragging = function (there) {
      document.body.classList.toggle('dropping', there);
      if (there && !place.open) {
        place.open = shown = true;
      } else if (!there && shown) {
        place.open = shown = false;
      }
    };
    var files = function (event) {
      return Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0;
    };
    document.addEventListener('dragover', function (event) {
      if (files(event)) {
        event.preventDefault();
        dragging(true);
      }
    });
    document.addEventListener('dragleave', function (event) {
      // From one part of the page to another is not away.
      if (event.relatedTarget === null) {
        dragging(false);
      }
    });
    document.addEventListener('drop', function (event) {
      if (!files(event)) {
        return;
      }
      event.preventDefault();
      dragging(false);
      if (event.dataTransfer.files.length) {
        file.files = event.dataTransfer.files;
        load.requestSubmit();
      }
    });
  }

  // On paper nothing can be opened: what a report folds is unfolded for it, and folded again.
  var unfolded = [];
  window.addEventListener('beforeprint', function () {
    each('.passed:not([open]), .chart details:not([open])', function (fold) {
      fold.open = true;
      unfolded.push(fold);
    });
  });
  window.addEventListener('afterprint', function () {
    unfolded.splice(0).forEach(function (fold) {
      fold.open = false;
    });
  });

  each('.scripted', function (button) {
    button.hidden = false;
  });
  each('[data-print]', function (button) {
    button.addEventListener('click', function () {
      window.print();
    });
  });
  each('[data-back]', function (button) {
    button.addEventListener('click', function () {
      window.history.back();
    });
  });
})();

// The form of a bid for whoever fills it in by hand: its sections as tasks, notes when they are due,
// choices that follow what is typed, and texts that grow and are counted.
(function () {
  'use strict';

  var form = document.querySelector('form#bid:not(.actions)');
  if (!form || !document.getElementById('tasks')) {
    return;
  }

  function each(within, selector, act) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), act);
  }

  // On a narrow screen one section is a page. What is not shown stays in the form and is sent with it.
  var narrow = window.matchMedia('(max-width: 37.5rem)');
  function target() {
    return location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  }
  var shown = '';
  function show(section) {
    shown = section ? section.id : '';
    each(form, '.sections > section', function (other) {
      other.classList.toggle('here', other === section);
    });
    form.classList.toggle('in-section', Boolean(section));
  }
  function sectionOf(element) {
    return element && element.closest('.sections > section[id]');
  }
  function open(moved) {
    var there = target();
    show(sectionOf(there));
    if (moved && narrow.matches && there && form.contains(there)) {
      there.focus({ preventScroll: true });
      there.scrollIntoView();
    }
  }
  form.classList.add('paged');
  open(false);
  // The script that gives a new entry the focus takes the mark away, so the focus itself tells.
  if (!target() && sectionOf(document.activeElement)) {
    show(sectionOf(document.activeElement));
  }
  window.addEventListener('hashchange', function () {
    leave(null);
    open(true);
  });
  // Where the whole form was filled again, its sections are new ones.
  function showAgain() {
    show(shown && document.getElementById(shown));
  }
  document.addEventListener('htmx:afterSwap', showAgain);

  // Notes on blank fields wait until somebody left the field, or asked for all that is missing. What was
  // shown once stays. A group, an entry or a list is left when the focus goes elsewhere.
  var left = new Set();
  function waits() {
    return !form.querySelector('input[type="hidden"][name="asked"]');
  }
  function isBlank(container) {
    return !Array.prototype.some.call(
      container.querySelectorAll('input:not([type="hidden"]), textarea, select'),
      function (field) {
        return field.value.trim() !== '';
      }
    );
  }
  function hush() {
    var waiting = waits();
    each(form, '.notes', function (notes) {
      var around = notes.parentElement;
      var hushed = waiting && !left.has(notes.id) && isBlank(around);
      if (!hushed && notes.firstElementChild) {
        left.add(notes.id);
      }
      around.classList.toggle('untouched', hushed);
    });
    each(form, '#summary .verdicts ul li', function (gap) {
      var link = gap.querySelector('a');
      var there = link && document.getElementById(link.hash.slice(1));
      gap.hidden = Boolean(waiting && there && there.closest('.untouched'));
    });
  }
  // Nothing moves while a button is pressed, for it would move away from under the pointer.
  var pressed = false;
  document.addEventListener('pointerdown', function () {
    pressed = true;
  });
  ['pointerup', 'pointercancel'].forEach(function (end) {
    document.addEventListener(end, function () {
      pressed = false;
      window.setTimeout(hush, 50);
    });
  });
  function settle() {
    if (!pressed) {
      hush();
    }
  }

  var last = null;
  function leave(next) {
    if (!last) {
      return;
    }
    for (var at = last; at && at !== form; at = at.parentElement) {
      if (!next || !at.contains(next)) {
        each(at, ':scope > .notes', function (notes) {
          left.add(notes.id);
        });
      }
    }
    last = next;
    settle();
  }
  form.addEventListener('focusin', function (event) {
    if (last !== event.target) {
      leave(event.target);
    }
    last = event.target.closest('.sections') ? event.target : null;
  });
  form.addEventListener('focusout', function (event) {
    // Elsewhere on the page, or nowhere: then the field alone was left.
    var field = event.target.closest('.field');
    if (field && document.hasFocus()) {
      each(field, ':scope > .notes', function (notes) {
        left.add(notes.id);
      });
      settle();
    }
  });
  document.addEventListener('htmx:configRequest', function (event) {
    var sender = event.detail.elt;
    // An entry behind one that is taken out moves up, and what was shown of it with it.
    if (sender.name === 'remove') {
      var steps = sender.value.slice(1).split('/');
      var index = Number(steps.pop());
      var before = 'found-' + steps.join('-') + '-';
      var kept = new Set();
      left.forEach(function (id) {
        var rest = id.startsWith(before) && id.slice(before.length).match(/^([0-9]+)(.*)$/);
        if (!rest || Number(rest[1]) < index) {
          kept.add(id);
        } else if (Number(rest[1]) > index) {
          kept.add(before + (Number(rest[1]) - 1) + rest[2]);
        }
      });
      left = kept;
    }
    // What is new is added by its own button alone, not while its title is typed.
    each(form, 'input[name^="new:"]', function (title) {
      if (sender.name !== 'add' || sender.value !== title.name) {
        delete event.detail.parameters[title.name];
      }
    });
  });

  // A title that was written is added once it is left, as if by the button beside it; and once only.
  form.addEventListener('focusout', function (event) {
    var fresh = event.target.closest('.fresh');
    if (!fresh || fresh.contains(event.relatedTarget) || !document.hasFocus()) {
      return;
    }
    var title = fresh.querySelector('input');
    if (title.value.trim() && title.value !== title.dataset.sent) {
      fresh.querySelector('button').click();
    }
  });
  form.addEventListener('click', function (event) {
    var fresh = event.target.closest('.fresh');
    if (fresh && event.target.closest('button')) {
      var title = fresh.querySelector('input');
      title.dataset.sent = title.value;
    }
  });

  // Choices of entries follow the entries; what was chosen stays, and is there in any case.
  function follow() {
    each(form, 'select[data-list]', function (select) {
      var list = document.getElementById(select.dataset.list);
      if (!list) {
        return;
      }
      var chosen = select.value;
      var labels = new Map();
      each(list, 'option', function (option) {
        labels.set(option.value, option.textContent);
      });
      Array.prototype.slice.call(select.options).forEach(function (option) {
        if (labels.has(option.value)) {
          option.textContent = labels.get(option.value);
          labels.delete(option.value);
        } else if (option.value !== '' && option.value !== chosen) {
          option.remove();
        }
      });
      labels.forEach(function (label, value) {
        select.add(new Option(label, value));
      });
      select.value = chosen;
    });
  }

  // Texts grow where the browser does not see to it, and are counted in code points as the limit is.
  var grows = window.CSS && CSS.supports('field-sizing', 'content');
  function grow(area) {
    if (!grows && area.scrollHeight) {
      area.style.height = 'auto';
      area.style.height = area.scrollHeight + area.offsetHeight - area.clientHeight + 'px';
    }
  }
  var words = document.getElementById('count-words').dataset;
  var language = document.documentElement.lang;
  function count(field, spoken) {
    var most = Number(field.dataset.most);
    var length = field.value.length < most / 2 ? 0 : Array.from(field.value).length;
    var told = document.getElementById(field.id.replace(/^in-/, 'count-'));
    if (!told && length > most * 0.9) {
      told = document.createElement('small');
      told.id = field.id.replace(/^in-/, 'count-');
      told.className = 'count';
      field.closest('.control').after(told);
      field.setAttribute('aria-describedby', told.id + ' ' + field.getAttribute('aria-describedby'));
    }
    if (!told) {
      return;
    }
    length = length || Array.from(field.value).length;
    var over = length > most;
    if (length) {
      told.textContent = (over ? words.over : words.count)
        .replace('##', most.toLocaleString(language))
        .replace('#', length.toLocaleString(language));
    }
    told.classList.toggle('over', over);
    if (spoken) {
      told.setAttribute('aria-live', 'polite');
    }
  }
  var pause;
  form.addEventListener('input', function (event) {
    var field = event.target;
    if (field.tagName === 'TEXTAREA') {
      grow(field);
    }
    if (field.dataset.most) {
      // Once typing pauses, so that a reader of the screen hears a number and not each.
      window.clearTimeout(pause);
      pause = window.setTimeout(function () {
        count(field, true);
      }, 300);
    }
  });
  function fit() {
    each(form, 'textarea', grow);
    each(form, '[data-most]', function (field) {
      count(field, false);
    });
  }

  // htmx would carry a style over to what comes, which the content security policy forbids; and it puts
  // the classes of what comes in place last of all.
  document.addEventListener('htmx:beforeSwap', function () {
    each(form, 'textarea[style]', function (area) {
      area.removeAttribute('style');
    });
  });
  document.addEventListener('htmx:afterRequest', function () {
    hush();
    follow();
    fit();
  });
  document.addEventListener('htmx:afterSettle', function () {
    showAgain();
    hush();
  });
  follow();
  hush();
  fit();
})();
