/* Brings a message to Dibs and an answer back, over a network that may lose either. */

const WAITS = [1, 2, 4, 8, 15]; // seconds before a message is sent again
const ANSWER_WITHIN = 30_000;

/**
 * Sends until there is an answer: the same id each time, so that the message has its effect once however often it came.
 * Says through onLost that it did not get through and is sent again. Undefined when it never did.
 */
export async function answerTo(message, onLost) {
  let answer = await post(message);
  for (let tries = 0; answer === undefined && tries < WAITS.length; tries++) {
    onLost();
    await rest(WAITS[tries]);
    answer = await post(message);
  }
  return answer;
}

/** An id for a message. crypto.randomUUID() would be missing where the page is neither on localhost nor on https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The answer, or a refusal's {error}; undefined when there was neither, and nobody knows whether the line arrived. */
async function post(message) {
  try {
    const response = await fetch("chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    return response.status >= 500 ? undefined : await response.json();
  } catch {
    return undefined;
  }
}

/** Waits that long, or until the network is back. */
function rest(seconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener("online", done);
  });
}
