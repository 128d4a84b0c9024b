// Everything here improves a page that already works without it.

import "./evidence.js";
import "./keys.js";
import { isLive, isUnanswered } from "./live.js";
import "./upload.js";

const trouble = document.getElementById("trouble");

function say(words) {
  trouble.textContent = words;
}

// A form that was sent once is not sent again by a second click; going back to it makes it usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// What a page asks by itself takes back no message, and says in its own place when no answer comes.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!isLive(event)) say("");
});
document.addEventListener("htmx:sendError", (event) => {
  if (!isLive(event)) say("The server could not be reached. Nothing was changed. Check the connection and try again.");
});
document.addEventListener("htmx:responseError", (event) => {
  if (isUnanswered(event)) return;
  const busy = event.detail.xhr.status === 429;
  say(busy ? "Too many requests in a short time. Wait a minute and try again." : "That did not work, and nothing was changed. Reload the page and try again.");
});

// After a part of the page was replaced, the keyboard stands where the change is.
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const changed = part.querySelector("[data-changed] summary") ?? part.querySelector("[data-focus]");
  changed?.focus({ preventScroll: true });
});

document.querySelector("main [data-focus]")?.focus();
