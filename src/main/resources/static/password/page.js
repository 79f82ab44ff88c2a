// What both pages share: errors beside the fields and in a summary, and one call to the API.

const byId = id => document.getElementById(id);

/** Shows what is wrong, [{field, text}], where field may be null; with nothing wrong it clears the page. */
export function showErrors(errors) {
  for (const input of document.querySelectorAll('form input')) {
    const error = errors.find(each => each.field === input.id);
    const message = byId(`${input.id}-error`);
    input.toggleAttribute('aria-invalid', false);
    if (message) {
      message.hidden = !error;
      message.textContent = error ? error.text : '';
      if (error) input.setAttribute('aria-invalid', 'true');
    }
  }
  const summary = byId('summary');
  summary.hidden = errors.length === 0;
  summary.replaceChildren(...(errors.length ? [list(errors)] : []));
  if (errors.length) summary.focus();
}

function list(errors) {
  const items = document.createElement('ul');
  for (const error of errors) {
    const item = document.createElement('li');
    const place = error.field ? document.createElement('a') : document.createElement('span');
    if (error.field) {
      place.href = `#${error.field}`;
      place.addEventListener('click', event => {
        event.preventDefault();
        byId(error.field).focus();
      });
    }
    place.textContent = error.text;
    item.append(place);
    items.append(item);
  }
  return items;
}

/** Posts JSON and answers {status, problem}; a network that fails is status 0. */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: 'no-store'
    });
    const problem = answer.ok ? null : await answer.json().catch(() => null);
    return { status: answer.status, problem };
  } catch {
    return { status: 0, problem: null };
  }
}

/** The problem's violations as errors, with the field that each pointer stands for. */
export function errorsOf({ status, problem }, fields) {
  if (status === 0) return [{ field: null, text: 'The server does not answer. Try again in a moment.' }];
  const violations = problem?.violations ?? [];
  return violations.length
    ? violations.map(each => ({ field: fields[each.pointer] ?? null, text: each.detail }))
    : [{ field: null, text: problem?.detail ?? 'Something went wrong. Try again in a moment.' }];
}

/** Runs the work once at a time, while the button is off. */
export function onSubmit(work) {
  const form = byId('form');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    try {
      await work();
    } finally {
      button.disabled = false;
    }
  });
}

export function showDone() {
  showErrors([]);
  byId('form').hidden = true;
  byId('done').hidden = false;
  byId('done').focus();
}
