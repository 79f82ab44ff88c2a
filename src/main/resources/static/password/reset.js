import { errorsOf, onSubmit, post, showDone, showErrors } from '/password/page.js';

const password = document.getElementById('password');
const repeated = document.getElementById('repeated');
const again = document.getElementById('again');

// The secret stands behind the #, which no server is told. It leaves the address bar and the history at once.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

if (!/^[\w-]+$/.test(token)) {
  document.getElementById('form').hidden = true;
  again.hidden = false;
  showErrors([{ field: null, text: 'This link is not complete. Open it from the mail once more, or ask for another.' }]);
}

document.getElementById('shown').addEventListener('change', event => {
  password.type = repeated.type = event.target.checked ? 'text' : 'password';
});

onSubmit(async () => {
  const errors = [];
  if (!password.value) errors.push({ field: 'password', text: 'Enter a new password.' });
  if (password.value !== repeated.value) {
    errors.push({ field: 'repeated', text: 'Enter the same password in both fields.' });
  }
  if (errors.length) return showErrors(errors);
  const answer = await post(`/api/auth/password-resets/${token}`, { new_password: password.value });
  if (answer.status === 204) {
    password.value = repeated.value = '';
    return showDone();
  }
  again.hidden = answer.status !== 404;
  showErrors(errorsOf(answer, { '/new_password': 'password' }));
});
