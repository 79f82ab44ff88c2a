// What is wrong, beside its field and in the summary.

import { byId } from '/sign/page/dom.js';

/** Shows [{field, text}], where field may be null; an empty list clears the page. */
export function showErrors(errors) {
  for (const message of document.querySelectorAll('.fault')) {
    const name = message.id.replace(/-error$/, '');
    const error = errors.find(each => each.field === name);
    message.hidden = !error;
    message.textContent = error?.text ?? '';
    mark(byId(name), error);
  }
  const summary = byId('summary');
  summary.hidden = !errors.length;
  summary.replaceChildren(...(errors.length ? [list(errors)] : []));
  if (errors.length) summary.focus();
}

function mark(field, error) {
  field.classList.toggle('wrong', Boolean(error));
  if (field.matches('canvas')) return;
  if (error) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

function list(errors) {
  const items = document.createElement('ul');
  items.append(...errors.map(error => {
    const item = document.createElement('li');
    item.append(error.field ? link(error) : error.text);
    return item;
  }));
  return items;
}

function link({ field, text }) {
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = text;
  link.addEventListener('click', event => {
    event.preventDefault();
    byId(field).focus();
  });
  return link;
}
