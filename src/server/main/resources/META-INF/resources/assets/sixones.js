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
