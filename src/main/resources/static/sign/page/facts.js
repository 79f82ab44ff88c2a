// Says what is to be signed, by whom and until when.

import { byId, say } from '/sign/page/dom.js';

const STATES = { signed: 'has signed', asked: 'is asked to sign', waiting: 'is asked later', declined: 'has refused' };

const moment = new Intl.DateTimeFormat('en-AU', {
  weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short'
});

export function showFacts({ document: paper, lender, signer, others, expires_at: expires }) {
  const until = moment.format(new Date(expires));
  document.title = `Sign: ${paper.title}`;
  say('lender', lender);
  say('heading', paper.title);
  say('intro', `${lender} asks you, ${signer.name}, to read this document and to sign it.`);
  say('application', paper.application);
  say('version', String(paper.version));
  say('signer', signer.name);
  say('email', signer.email_masked ?? '');
  say('until', until);
  byId('until').dateTime = expires;
  say('short', `${paper.sha256.slice(0, 8)}…${paper.sha256.slice(-8)}`);
  say('fingerprint', paper.sha256);
  say('name-hint', `As the document has it: ${signer.name}`);
  showOthers(others ?? []);
}

function showOthers(others) {
  const items = others.map(({ name, state }) => {
    const item = document.createElement('li');
    item.textContent = STATES[state] ? `${name} ${STATES[state]}` : name;
    return item;
  });
  if (!items.length) return say('others', 'Nobody, only you');
  const list = document.createElement('ul');
  list.append(...items);
  byId('others').replaceChildren(list);
}
