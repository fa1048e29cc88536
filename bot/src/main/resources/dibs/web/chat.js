/* The chat page: sends what is typed, shows what Dibs answers. Its HTML comes from Dibs escaped; what is typed here is
   only ever set as text. */

import { answerTo, newId } from "./delivery.js";

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;
const NAME_FAULT = "A name has letters, digits, points, hyphens and underscores, 64 at most, and no spaces.";
const STORED_NAME = "dibs.name";

const element = (id) => document.getElementById(id);
const scroller = element("scroller");
const log = element("log");
const line = element("line");
const typedName = element("typed-name");

let name = storedName();
let queue = Promise.resolve(); // one line after the other, so that answers keep the order of questions
let draft = "";
const said = [];
let recalled = 0;

function storedName() {
  try {
    const stored = localStorage.getItem(STORED_NAME) ?? "";
    return NAME.test(stored) ? stored : "";
  } catch {
    return ""; // storage is switched off: the page asks each time
  }
}

function storeName() {
  try {
    localStorage.setItem(STORED_NAME, name);
  } catch {
    // see above
  }
}

/* Who speaks */

function showName() {
  element("you").hidden = name === "";
  element("name").textContent = name;
  element("name").title = name;
  element("naming").hidden = name !== "";
  element("saying").hidden = name === "";
  (name === "" ? typedName : line).focus();
}

function askName() {
  typedName.value = name;
  element("name-fault").textContent = "";
  element("keep-name").hidden = name === "";
  element("naming").hidden = false;
  element("saying").hidden = true;
  typedName.select();
  typedName.focus();
}

function takeName(event) {
  event.preventDefault();
  const wanted = typedName.value.trim();
  if (!NAME.test(wanted)) {
    element("name-fault").textContent = NAME_FAULT;
    typedName.setAttribute("aria-invalid", "true");
    return;
  }
  typedName.removeAttribute("aria-invalid");
  element("name-fault").textContent = "";
  if (wanted !== name) {
    name = wanted;
    storeName();
    add(bubble("remark", `You are ${name} now.`));
  }
  showName();
}

/* What is shown */

function bubble(kind, text) {
  const box = document.createElement("div");
  box.className = `message ${kind}`;
  if (kind !== "remark") {
    const who = document.createElement("span");
    who.className = "unseen";
    who.textContent = kind === "mine" ? "You: " : "Dibs: ";
    box.append(who);
  }
  if (text !== undefined) {
    const words = document.createElement("p");
    words.dir = "auto";
    words.textContent = text;
    box.append(words);
  }
  return box;
}

function answerBubble(kind, html) {
  const box = bubble(kind);
  const parsed = document.createElement("template");
  parsed.innerHTML = html;
  box.append(parsed.content);
  return box;
}

/** Shows the newest message: its end, or its beginning where it is longer than the screen. */
function add(box) {
  log.append(box);
  scroller.scrollTop = box.offsetHeight > scroller.clientHeight ? box.offsetTop : scroller.scrollHeight;
  return box;
}

/** The one line about its sending that a message of mine may have. */
function state(box, text, again) {
  box.querySelector(".state")?.remove();
  if (text === "") {
    return;
  }
  const note = document.createElement("p");
  note.className = "state";
  note.textContent = text;
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Send again";
    button.addEventListener("click", () => { line.focus(); again(); });
    note.append(" ", button);
  }
  box.append(note);
  box.scrollIntoView({ block: "nearest" });
}

function showAnswer(answer) {
  for (const notice of answer.notices) {
    const box = answerBubble("dibs notice", notice);
    const label = document.createElement("p");
    label.className = "label";
    label.textContent = "News for you";
    box.prepend(label);
    add(box);
  }
  add(answerBubble("dibs", answer.html)).dataset.outcome = answer.outcome;
}

/* What is sent */

function say(text) {
  said.push(text);
  recalled = said.length;
  draft = "";
  const message = { as: name, text, id: newId(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  send(message, add(bubble("mine", text)));
}

function send(message, box) {
  state(box, "");
  queue = queue.then(() => deliver(message, box));
}

async function deliver(message, box) {
  const busy = add(bubble("dibs busy"));
  busy.ariaHidden = "true";
  busy.append(...Array.from({ length: 3 }, () => document.createElement("i")));
  let again = false;
  const answer = await answerTo(message, () => {
    again = true;
    state(box, "Dibs cannot be reached. This is sent again until it gets through, and counts once.");
  });
  busy.remove();
  if (answer === undefined) {
    state(box, "Dibs could not be reached.", () => send(message, box));
    return;
  }
  if (again) {
    state(box, "Sent again, and got through.");
  }
  if (answer.error !== undefined) {
    add(bubble("dibs", answer.error)).dataset.outcome = "failed";
  } else {
    showAnswer(answer);
  }
}

/* What is typed */

function recall(step) {
  const next = recalled + step;
  if (next < 0 || next > said.length) {
    return;
  }
  if (recalled === said.length) {
    draft = line.value;
  }
  recalled = next;
  line.value = next === said.length ? draft : said[next];
  line.setSelectionRange(line.value.length, line.value.length);
}

/** Puts a line into the box; what is to be filled in, such as NAME, is marked so that typing replaces it. */
function fill(text) {
  line.value = text;
  line.focus();
  const hole = /\b[A-Z]{2,}\b/.exec(text);
  line.setSelectionRange(hole?.index ?? text.length, hole ? hole.index + hole[0].length : text.length);
}

element("naming").addEventListener("submit", takeName);
element("rename").addEventListener("click", askName);
element("keep-name").addEventListener("click", showName);
typedName.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && name !== "") {
    showName();
  }
});

element("saying").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = line.value.trim();
  if (text !== "") {
    line.value = "";
    say(text);
  }
});

line.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step && !event.isComposing) {
    event.preventDefault();
    recall(step);
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-line], button[data-say]");
  if (button?.dataset.say) {
    say(button.dataset.say);
  } else if (button && name !== "") {
    showName();
    fill(button.dataset.line);
  }
});

showName();
