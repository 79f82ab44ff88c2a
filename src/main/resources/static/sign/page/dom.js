// Small words for the page's elements. Text from elsewhere only ever becomes text.

export const byId = id => document.getElementById(id);

export function say(id, text) {
  byId(id).textContent = text;
}

/** Shows one of the page's main parts and hides the others. */
export function showOnly(shown) {
  for (const id of ['loading', 'message', 'work', 'done']) byId(id).hidden = id !== shown;
  byId('skip').hidden = shown !== 'work';
}

/** A part with a heading of its own takes the focus, so that it is read out. */
export function turnTo(part) {
  showOnly(part);
  byId(`${part}-heading`).focus();
  scrollTo(0, 0);
}

/** Runs the work once at a time; the button is off meanwhile and says what is going on. */
export async function busy(button, work) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const words = button.textContent;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = button.dataset.busy ?? words;
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
    button.textContent = words;
  }
}
