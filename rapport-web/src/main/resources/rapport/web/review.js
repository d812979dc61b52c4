// Single keys on the page of one record: each presses, or puts the cursor on, what bears its letter; Escape leaves a field. Who speaks to the machine,
// or rests a hand on it, can turn them off (WCAG 2.1.4).
const keys = document.getElementById("r-keys");
if (keys) {
  keys.parentElement.hidden = false;
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", function () {
    localStorage.setItem("keys", keys.checked ? "on" : "off");
  });
}
document.addEventListener("keydown", function (event) {
  if (!keys || !keys.checked) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const target = document.querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
  if (!target) return;
  event.preventDefault();
  const field = target.matches("fieldset") ? target.querySelector("input:not([type=hidden])") : target;
  if (!field) return;
  if (field.matches("input, select, textarea")) field.focus();
  else target.click();
});
