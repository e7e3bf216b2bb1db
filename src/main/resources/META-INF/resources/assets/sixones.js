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
  var kept = document.querySelector('form[data-unsaved]');
  if (kept) {
    kept.addEventListener('input', function () {
      document.getElementById('saved').textContent = kept.dataset.unsaved;
    });
  }

  document.addEventListener('htmx:afterRequest', function (event) {
    trouble(!event.detail.successful && event.detail.xhr.status !== 0, event.detail.xhr.status);
    if (event.detail.successful) {
      markDefects();
    }
  });
  document.addEventListener('htmx:sendError', function () {
    trouble(true);
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
    document.addEventListener('dragover', function (event) {
      event.preventDefault();
      document.body.classList.add('dropping');
    });
    document.addEventListener('dragleave', function () {
      document.body.classList.remove('dropping');
    });
    document.addEventListener('drop', function (event) {
      event.preventDefault();
      document.body.classList.remove('dropping');
      if (event.dataTransfer.files.length) {
        file.files = event.dataTransfer.files;
        load.requestSubmit();
      }
    });
  }

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
