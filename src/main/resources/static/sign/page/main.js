// Puts the page together: what is to be signed, the document, the form, and the end.

import { errorsOf } from '/password/page.js';
import { content, details, sign } from '/sign/page/server.js';
import { busy, byId, say, showOnly, turnTo } from '/sign/page/dom.js';
import { showErrors } from '/sign/page/errors.js';
import { showFacts } from '/sign/page/facts.js';
import { Reader } from '/sign/page/reader.js';
import { drawnPath } from '/sign/page/pad.js';
import { offerRefusal } from '/sign/page/refusal.js';
import { offerCopy } from '/sign/page/copy.js';

const reader = new Reader();
const isFinal = ({ status }) => status === 200 || status === 201 || status === 404 || status === 409 || status === 410;

byId('reload').addEventListener('click', () => location.reload());

function end(text, mayReload) {
  say('message-text', text);
  byId('reload').hidden = !mayReload;
  turnTo('message');
}

function endWith(answer) {
  end(errorsOf(answer, {})[0].text, answer.status === 409 || answer.status === 0 || answer.status >= 500);
}

function thank(heading, text) {
  say('done-heading', heading);
  say('done-text', text);
  document.title = heading;
  turnTo('done');
}

/** SHA-256 in hexadecimal; null where the browser computes none, as on a page that was not encrypted on its way. */
async function fingerprint(bytes) {
  if (!crypto.subtle) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}

async function open() {
  showOnly('loading');
  const answer = await details();
  if (!answer.content) return endWith(answer);
  const asked = answer.content;
  showFacts(asked);
  prepare(asked);
  showOnly('work');
  try {
    const bytes = await content(size => reader.progress(size, asked.document.size));
    const found = await fingerprint(bytes);
    if (found && found !== asked.document.sha256) {
      return end('The document was replaced while this page was loading. Load the page again.', true);
    }
    await reader.show(bytes);
  } catch (error) {
    reader.fail();
    console.warn('The document is not shown:', error.name);
  }
}

function prepare(asked) {
  reader.offerFile(asked.document.file_name);
  offerRefusal(isFinal, answer => answer.status === 200
    ? thank('You have refused to sign', `${asked.lender} has your reason. Nothing was signed, and you may close this page.`)
    : endWith(answer));
  byId('form').addEventListener('submit', event => {
    event.preventDefault();
    busy(byId('form').querySelector('[type=submit]'), () => submit(asked));
  });
}

async function submit(asked) {
  const kind = byId('drawn').checked ? 'drawn' : 'typed';
  const name = byId('name').value.trim();
  const value = kind === 'drawn' ? drawnPath() : name;
  const errors = missing(name, kind, value);
  showErrors(errors);
  if (errors.length) return;
  const answer = await sign({ name, signature: { kind, value }, sha256: asked.document.sha256 });
  if (answer.status === 201) {
    const whole = answer.content.others_to_sign === 0;
    thank('Thank you. You have signed.', whole
      ? `Everybody has signed “${asked.document.title}”.`
      : `Your signature under “${asked.document.title}” is recorded. Others have still to sign.`);
    return offerCopy(answer.content.copy);
  }
  if (isFinal(answer)) return endWith(answer);
  const place = kind === 'drawn' ? 'pad' : 'name';
  showErrors(errorsOf(answer, { '/name': 'name', '/signature/value': place, '/signature/kind': place }));
}

function missing(name, kind, value) {
  const errors = [];
  if (!reader.isRead()) errors.push(reader.whyNotRead());
  if (!name) errors.push({ field: 'name', text: 'Enter your full name.' });
  if (kind === 'drawn' && !value) errors.push({ field: 'pad', text: 'Draw your signature, or choose “Type it”.' });
  if (!byId('consent').checked) errors.push({ field: 'consent', text: 'Tick that you have read the document and agree.' });
  return errors;
}

byId('name').addEventListener('input', event => say('script', event.target.value));
for (const choice of document.getElementsByName('kind')) {
  choice.addEventListener('change', () => {
    byId('drawing').hidden = !byId('drawn').checked;
    byId('typing').hidden = byId('drawn').checked;
  });
}

open();
