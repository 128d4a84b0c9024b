// Chips and reasons light up the words they came from, and the words light up what they are evidence for.

function clear(scope) {
  for (const element of scope.querySelectorAll(".current")) element.classList.remove("current");
}

function light(scope, ids) {
  clear(scope);
  for (const id of ids) {
    document.getElementById(id)?.classList.add("current");
    for (const words of scope.querySelectorAll(`.evidence[data-targets~="${id}"]`)) words.classList.add("current");
  }
}

document.addEventListener("click", (event) => {
  const scope = event.target.closest("[data-linked]");
  if (!scope) return;
  const words = event.target.closest(".evidence[data-targets]");
  const chip = event.target.closest("summary.chip, a.chip, .reason a");
  if (words) {
    light(scope, words.dataset.targets.split(" "));
  } else if (chip) {
    const owner = chip.closest(".reason") ?? chip;
    light(scope, [owner.id]);
    const anchor = chip.dataset.words && document.getElementById(chip.dataset.words);
    anchor?.scrollIntoView({ block: "nearest" });
  }
});

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
