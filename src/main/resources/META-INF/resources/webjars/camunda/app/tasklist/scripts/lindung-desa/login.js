/**
 * A third of a second after it started, the engine's page puts the cursor into the field marked `autofocus`, wherever the
 * user is by then: on a slow machine a password typed at once lands, readable, in the field of the name. Once a field of
 * the login has the cursor, nobody moves it any more. And who comes here from a form is told that nothing of it is lost.
 */
const ENDED = 'ld-session-ended';

document.addEventListener('focusin', event => {
  const form = event.target.closest('form[name="signinForm"]');
  if (form) {
    form.querySelectorAll('[autofocus]').forEach(field => field.removeAttribute('autofocus'));
    setTimeout(() => tell(form));       // the engine still ties its code to the fields, by their place
  }
});

function tell(form) {
  if (form.isConnected && sessionStorage.getItem(ENDED)) {
    sessionStorage.removeItem(ENDED);
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = 'Sesi Anda berakhir. Isian Anda disimpan dan ada lagi di formulir setelah Anda masuk.';
    form.before(said);
  }
}
