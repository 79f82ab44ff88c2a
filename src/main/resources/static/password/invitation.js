import { errorsOf, onSubmit, post, showDone, showErrors } from '/password/page.js';

const field = id => document.getElementById(id);
const wanted = { email: 'your e-mail address', password: 'a password', first_name: 'your first name', last_name: 'your last name' };

// The secret stands behind the #, which no server is told. It leaves the address bar and the history at once.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

if (!/^[\w-]+$/.test(token)) {
  field('form').hidden = true;
  showErrors([{ field: null, text: 'This link is not complete. Open it from the mail once more.' }]);
}

field('known').addEventListener('change', event => {
  field('names').hidden = event.target.checked;
  field('password').autocomplete = event.target.checked ? 'current-password' : 'new-password';
});

onSubmit(async () => {
  const known = field('known').checked;
  const names = known ? ['email', 'password'] : ['first_name', 'last_name', 'email', 'password'];
  const missing = names.filter(name => !field(name).value.trim());
  if (missing.length) return showErrors(missing.map(name => ({ field: name, text: `Enter ${wanted[name]}.` })));
  const body = Object.fromEntries(names.map(name => [name, field(name).value]));
  const entered = await post(known ? '/api/auth/login' : '/api/auth/register', body);
  if (entered.problem || entered.status === 0) {
    return showErrors(errorsOf(entered, Object.fromEntries(names.map(name => [`/${name}`, name]))));
  }
  const answer = await post(`/api/invitations/${token}`, {}, entered.content.access);
  if (answer.status === 200) {
    field('password').value = '';
    return showDone();
  }
  showErrors([{ field: null, text: answer.status === 404
    ? 'This invitation was used or has expired. Ask for another; your log-in stays.'
    : errorsOf(answer, {})[0].text }]);
});
