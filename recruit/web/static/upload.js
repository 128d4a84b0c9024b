// Says before the upload what the server would say after it, and lets a file be dropped.

function complaint(form, file) {
  const endings = form.dataset.accepted.split(",");
  const limit = Number(form.dataset.limit);
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    return `“${file.name}” is no PDF, Word or text file. Save it as one of these and choose it again.`;
  }
  if (file.size > limit) {
    return `“${file.name}” is ${(file.size / 1048576).toFixed(1)} MB; at most ${(limit / 1048576).toFixed(0)} MB can be uploaded. Save it without pictures.`;
  }
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  return "";
}

for (const form of document.querySelectorAll("[data-upload]")) {
  const input = form.querySelector("input[type=file]");
  const error = form.querySelector(".error");
  const check = () => {
    const file = input.files[0];
    const words = file ? complaint(form, file) : "";
    error.textContent = words;
    input.setCustomValidity(words);
    input.toggleAttribute("aria-invalid", Boolean(words));
  };
  input.addEventListener("change", check);

  const field = form.querySelector("[data-drop]");
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
