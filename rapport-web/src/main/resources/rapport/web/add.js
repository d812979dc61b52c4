// Files that are dropped anywhere on the page on which reports are added.
(function () {
  const form = document.getElementById("add");
  if (!form) return;
  const files = form.elements.namedItem("files");
  const chosen = document.getElementById("a-chosen");
  document.getElementById("a-drop").hidden = false;
  files.addEventListener("change", function () {
    chosen.textContent = [...files.files].map(function (file) { return file.name; }).join(", ");
  });
  function isOfFiles(event) {
    return event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  }
  document.addEventListener("dragover", function (event) {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", function (event) {
    form.classList.remove("over");
    if (!isOfFiles(event)) return;
    event.preventDefault(); // or the browser would open the file
    files.files = event.dataTransfer.files;
    files.dispatchEvent(new Event("change"));
    form.querySelector("button").focus();
  });
})();
