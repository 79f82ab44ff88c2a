// Refusing takes two steps: a reason, and a second look at what it means.

import { errorsOf } from '/password/page.js';
import { refuse } from '/sign/page/server.js';
import { busy, byId } from '/sign/page/dom.js';
import { showErrors } from '/sign/page/errors.js';

/** Calls back with {status, problem} of an answer that is final for this page. */
export function offerRefusal(isFinal, onFinal) {
  const form = byId('refusal');
  const sure = byId('sure');

  byId('unwilling').addEventListener('click', event => {
    form.hidden = !form.hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) byId('reason').focus();
  });

  form.addEventListener('submit', event => {
    event.preventDefault();
    const missing = !byId('reason').value.trim();
    showErrors(missing ? [{ field: 'reason', text: 'Say why you refuse.' }] : []);
    if (!missing) sure.showModal();
  });

  byId('back').addEventListener('click', () => sure.close());

  byId('refuse').addEventListener('click', event => busy(event.currentTarget, async () => {
    const answer = await refuse(byId('reason').value.trim());
    sure.close();
    if (isFinal(answer)) return onFinal(answer);
    showErrors(errorsOf(answer, { '/reason': 'reason' }));
  }));
}
