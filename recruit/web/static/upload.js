// Says before the upload what the server would say after it, and lets a file be dropped.

function complaint(box, files) {
  if (!box.dataset.accepted) return complaintOfMany(box, files);
  const [file] = files;
  const endings = box.dataset.accepted.split(",");
  const limit = Number(box.dataset.limit);
  // A name without an ending says nothing; the content will.
  if (file.name.includes(".") && !endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    return `“${file.name}” is not a kind of file that can be read. Save it as PDF, Word or plain text, and choose that.`;
  }
  if (file.size > limit) {
    return `“${file.name}” is ${(file.size / 1048576).toFixed(1)} MB; at most ${(limit / 1048576).toFixed(0)} MB can be uploaded. Save it without pictures.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  return "";
}

// Of many files each is judged when it is read; only what would be sent in vain is refused here.
function complaintOfMany(box, files) {
  const limit = Number(box.dataset.limit);
  const size = [...files].reduce((sum, file) => sum + file.size, 0);
  if (size <= limit) return "";
  return `These are ${(size / 1048576).toFixed(0)} MB; at most ${(limit / 1048576).toFixed(0)} MB can come in at once. Import them in several parts.`;
}

for (const box of document.querySelectorAll("[data-upload]")) {
  const input = box.querySelector("input[type=file]");
  const error = box.querySelector(".error");
  const check = () => {
    const words = input.files.length ? complaint(box, input.files) : "";
    error.textContent = words;
    // A refused file is not kept, so that it is never sent with what was typed beside it.
    if (words) input.value = "";
    input.toggleAttribute("aria-invalid", Boolean(words));
  };
  input.addEventListener("change", check);

  const field = box.querySelector("[data-drop]");
  if (!field) continue;
  field.querySelector(".drop-words").hidden = false;
  field.addEventListener("dragover", (event) => {
    event.preventDefault();
    field.classList.add("over");
  });
  field.addEventListener("dragleave", () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    event.preventDefault();
    field.classList.remove("over");
    input.files = event.dataTransfer.files;
    check();
  });
}
