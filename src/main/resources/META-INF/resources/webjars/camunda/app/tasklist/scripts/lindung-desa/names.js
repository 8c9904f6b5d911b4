/**
 * Cockpit and Admin are the engine's own pages: buttons that are a picture only have no name there for whoever hears the page, though
 * most carry it as a tooltip. Attributes only: nodes put in while the page is being built shift the places that its code is tied to.
 */
(() => {
  const english = /^en/.test(navigator.language);
  const KNOWN = [
    ['.app-switch > a', 'Aplikasi lain', 'Other applications'],
    ['.dropdown-toggle', 'Buka menu', 'Open the menu'],
    ['.sort-direction', 'Balik urutan', 'Reverse the order'],
    ['.btn', 'Tindakan', 'Action']
  ];

  const said = control => control.textContent.trim() || control.querySelector('img[alt]:not([alt=""])');
  const written = text => text && !text.includes('{{') ? text : null;

  function nameOf(control) {
    const hint = written(control.getAttribute('uib-tooltip')) || written(control.getAttribute('tooltip')) || written(control.dataset.originalTitle);
    const known = KNOWN.find(([selector]) => control.matches(selector));
    return hint || (known && known[english ? 2 : 1]);
  }

  function name() {
    document.querySelectorAll('a:not([aria-label]):not([title]), button:not([aria-label]):not([title])').forEach(control => {
      const label = said(control) ? null : nameOf(control);
      label && control.setAttribute('aria-label', label);
      if (label && control.matches('a:not([href])')) {     // a button for the mouse only
        control.setAttribute('role', 'button');
        control.setAttribute('tabindex', '0');
      }
    });
    document.querySelectorAll('input[uib-typeahead]:not([role])').forEach(input => {
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-label', input.placeholder || (english ? 'Filter' : 'Saringan'));
    });
    document.querySelectorAll('input.toggle:not([aria-label])').forEach(input =>
        input.setAttribute('aria-label', english ? 'Open or close' : 'Buka atau tutup'));
    document.querySelectorAll('.ctn-view:not([tabindex])').forEach(view => view.setAttribute('tabindex', '0'));
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('a[role=button]:not([href])')) {
      event.target.click();
    }
  });

  let asked = false;
  new MutationObserver(() => {
    if (!asked) {
      asked = true;
      setTimeout(() => {
        asked = false;
        name();
      }, 50);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
