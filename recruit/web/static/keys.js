// The workspace by keyboard: j and k walk the list, s shortlists, r opens the reasons to reject, ? lists the keys.

const STORED = "recruit-keys";
const workspace = document.querySelector("[data-workspace]");
const help = document.getElementById("keys");

function keysAreOn() {
  return localStorage.getItem(STORED) !== "off";
}

function markCurrent(rowId) {
  for (const link of workspace.querySelectorAll(".ranked .row-link")) {
    if (link.closest("li").id === rowId) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function walk(step) {
  const links = [...workspace.querySelectorAll(".ranked .row-link")];
  const here = links.findIndex((link) => link.hasAttribute("aria-current"));
  const next = links[here + step];
  if (!next) return;
  next.click();
  next.focus({ preventScroll: true });
  next.closest("li").scrollIntoView({ block: "nearest" });
}

function press(key) {
  const control = workspace.querySelector(`[data-key="${key}"]`);
  control?.click();
  if (key === "r") control?.parentElement.querySelector("input[type=radio]")?.focus();
}

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

if (workspace && help) {
  const actions = { j: () => walk(1), k: () => walk(-1), s: () => press("s"), r: () => press("r"), "?": () => help.showModal() };
  const button = document.querySelector("[data-keys-help]");
  const box = document.getElementById("keys-on");
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
  box.checked = keysAreOn();
  box.addEventListener("change", () => localStorage.setItem(STORED, box.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (isTyping(event.target) || !keysAreOn()) return;
    event.preventDefault();
    action();
  });

  // The list shows whom one asked for at once, so that a second key goes on from there; then whom one got.
  workspace.addEventListener("click", (event) => {
    const row = event.target.closest(".ranked-row");
    if (row) markCurrent(row.id);
  });
  document.addEventListener("htmx:afterSwap", () => {
    const person = document.getElementById("person");
    if (person) markCurrent(`row-${person.dataset.candidate}`);
  });
}
