// Waits for the signed copy, politely: less and less often, and not while nobody looks.

import { copyStatus } from '/sign/page/server.js';
import { byId, say } from '/sign/page/dom.js';

const WAITS = [1, 2, 3, 5, 8, 13, 20, 30, 30, 30]; // seconds

const seconds = count => new Promise(done => setTimeout(done, count * 1000));

const seen = () => document.hidden
  ? new Promise(done => document.addEventListener('visibilitychange', done, { once: true }))
  : Promise.resolve();

/** Only what this server itself gives out is offered. */
function own(url) {
  try {
    const whole = new URL(url, location.origin);
    return whole.origin === location.origin && whole.pathname.startsWith('/sign/copies/') ? whole.pathname : null;
  } catch {
    return null;
  }
}

/** Offers the copy as soon as it can be had. */
export async function offerCopy(url) {
  const path = url ? own(url) : null;
  if (!path) return;
  byId('copy').hidden = false;
  byId('again').onclick = () => look(path);
  await look(path);
}

async function look(path) {
  byId('again').hidden = true;
  say('copy-state', 'Waiting for the signed copy. It is ready when everybody has signed and it is sealed.');
  for (const wait of WAITS) {
    await seen();
    const status = await copyStatus(path);
    if (status === 200) return offer(path);
    if (status !== 409 && status !== 0 && status < 500) break;
    await seconds(wait);
  }
  say('copy-state', 'The signed copy is not ready yet. It comes to you by e-mail as soon as it is; you may close this page.');
  byId('again').hidden = false;
}

function offer(path) {
  say('copy-state', 'The signed copy is ready. It has everybody’s signatures and a certificate with the evidence.');
  byId('copy-link').href = path;
  byId('copy-link').hidden = false;
}
