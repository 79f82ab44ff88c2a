// The calls behind this page. The secret is the last part of its address, and goes to this server alone.

import { post } from '/password/page.js';

const here = location.pathname.replace(/\/+$/, '');
const quietly = { referrerPolicy: 'no-referrer', credentials: 'omit', cache: 'no-store' };

export const address = { content: `${here}/content` };

/** {status, content, problem}; a network that fails is status 0. */
export async function details() {
  try {
    const answer = await fetch(`${here}/details`, { ...quietly, headers: { Accept: 'application/json' } });
    const read = await answer.json().catch(() => null);
    return { status: answer.status, content: answer.ok ? read : null, problem: answer.ok ? null : read ?? {} };
  } catch {
    return { status: 0, content: null, problem: null };
  }
}

/** The bytes of the document; tells how many have come. */
export async function content(onProgress) {
  const answer = await fetch(address.content, quietly);
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Error(`status ${answer.status}`);
  }
  const parts = [];
  let size = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    parts.push(value);
    onProgress(size += value.length);
  }
}

function joined(parts, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const sign = body => post(here, body);

export const refuse = reason => post(`${here}/refusal`, { reason });

/** The status of the signed copy, without its bytes: 200 when it is there, 409 when it is not yet. */
export async function copyStatus(url) {
  const enough = new AbortController();
  try {
    return (await fetch(url, { ...quietly, signal: enough.signal })).status;
  } catch {
    return 0;
  } finally {
    enough.abort();
  }
}
