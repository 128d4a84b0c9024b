// A part of a page that asks for news of itself says so when no answer comes, and from when that is what it shows.

const box = document.querySelector("[data-connection]");
let heardAt = new Date();

// An answer that a proxy gives for a server that is gone is none.
export function isUnanswered(event) {
  return isLive(event) && (event.detail.xhr.status === 0 || event.detail.xhr.status >= 500);
}

export function isLive(event) {
  return event.detail.requestConfig?.elt.matches("[data-live]") ?? event.detail.elt?.matches("[data-live]") ?? false;
}

function tell(isLost) {
  const lost = box.querySelector("[data-lost]");
  if (lost.hidden !== isLost) return;
  lost.querySelector("time").textContent = heardAt.toLocaleTimeString();
  lost.hidden = !isLost;
  box.querySelector("[data-back]").hidden = isLost;
  document.body.classList.toggle("unanswered", isLost);
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (!box || !isLive(event)) return;
  const isLost = isUnanswered(event);
  if (!isLost) heardAt = new Date();
  tell(isLost);
});
