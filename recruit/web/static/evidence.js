// Chips and reasons light up the words they came from, and the words light up what they are evidence for.

function clear(scope) {
  for (const element of scope.querySelectorAll(".current")) element.classList.remove("current");
}

function light(scope, ids) {
  clear(scope);
  for (const id of ids) {
    document.getElementById(id)?.classList.add("current");
    for (const words of scope.querySelectorAll(`[data-targets~="${id}"]`)) words.classList.add("current");
  }
}

// Brings a place into sight within the pane it scrolls in. The page itself stays where the person is: on a phone the
// panes stand below each other, and jumping to one would take the chip away that was touched.
function show(element) {
  const pane = element?.closest(".resume-text, .pane-pages, .panel, .person");
  if (!pane || pane.scrollHeight <= pane.clientHeight || getComputedStyle(pane).overflowY === "visible") return;
  const place = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    pane.scrollTop += place.top - frame.top - (frame.height - place.height) / 2;
  }
}

document.addEventListener("click", (event) => {
  const scope = event.target.closest("[data-linked]");
  if (!scope) return;
  const place = event.target.closest("[data-targets]");
  const chip = event.target.closest("summary.chip, a.chip, .reason a, .read-row");
  if (place) {
    const ids = place.dataset.targets.split(" ");
    light(scope, ids);
    const other = place.closest(".pane-pages") ? ".pane-text" : ".pane-pages";
    show(scope.querySelector(`${other} .current`));
    if (place.matches(".area")) show(document.getElementById(ids[0]));
  } else if (chip) {
    const owner = chip.closest(".reason") ?? chip;
    light(scope, [owner.id]);
    show(chip.dataset.words && document.getElementById(chip.dataset.words));
    show(scope.querySelector(".pane-pages .current"));
  }
});

// What opens near an edge of the window is brought into sight, and its controls with it. Toggles do not bubble.
document.addEventListener("toggle", (event) => {
  const panel = event.target.open && event.target.querySelector(".chip-panel, .reject-panel");
  if (!panel) return;
  panel.classList.remove("leftwards");
  panel.classList.toggle("leftwards", panel.getBoundingClientRect().right > document.documentElement.clientWidth);
  panel.scrollIntoView({ block: "nearest" });
}, true);

// A click outside an open chip closes it, as does Escape; focus goes back to the chip.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.chip-edit[open], details.reject[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest("details.chip-edit[open], details.reject[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// What is shown of a resume stays so when the part of the page around it is replaced.
let shown = null;

document.addEventListener("htmx:beforeSwap", () => {
  shown = document.querySelector(".switch input:checked")?.value ?? shown;
});

document.addEventListener("htmx:afterSwap", () => {
  const same = shown && document.querySelector(`.switch input[value="${shown}"]`);
  if (same) same.checked = true;
  // A chip whose correction was refused comes open, but beside the one it replaces the browser closes it.
  const refused = document.querySelector("details[data-refused]");
  if (refused) refused.open = true;
});
