import { errorsOf, onSubmit, post, showDone, showErrors } from '/password/page.js';

const email = document.getElementById('email');

onSubmit(async () => {
  if (!email.value.trim() || !email.checkValidity()) {
    return showErrors([{ field: 'email', text: 'Enter your e-mail address, for example ann@example.com.' }]);
  }
  const answer = await post('/api/auth/password-resets', { email: email.value });
  if (answer.status === 202) return showDone();
  showErrors(errorsOf(answer, { '/email': 'email' }));
});
