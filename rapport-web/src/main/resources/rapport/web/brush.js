// A stretch of time, chosen on a drawing with the pointer or the arrow keys. It goes into two date fields of the page's form, which
// do the same by themselves; so it stands in the address.
(function () {
  const hint = document.getElementById("brush");
  const first = document.getElementById("f-first");
  const last = document.getElementById("f-last");
  if (!hint || !first || !last) return;
  hint.hidden = false;
  const told = document.getElementById("brush-told");
  let choice = null; // box: the drawing; from, to: places of columns, to is the one that moves
  let isDragged = false;

  function columns(box) {
    return [...box.querySelectorAll(".column")];
  }

  function under(box, x) {
    const all = columns(box);
    const at = all.findIndex(function (column) { return x < column.getBoundingClientRect().right; });
    return at < 0 ? all.length - 1 : at;
  }

  function bounds() {
    const all = columns(choice.box);
    return [all[Math.min(choice.from, choice.to)], all[Math.max(choice.from, choice.to)]];
  }

  function show() {
    columns(choice.box).forEach(function (column, at) {
      column.classList.toggle(
          "chosen", at >= Math.min(choice.from, choice.to) && at <= Math.max(choice.from, choice.to));
    });
    const [one, other] = bounds();
    told.textContent = one === other ? one.dataset.period : one.dataset.period + " to " + other.dataset.period;
  }

  function list(from, until) {
    told.textContent = "";
    if (first.value === from && last.value === until) return;
    first.value = from;
    last.value = until;
    first.form.requestSubmit();
  }

  function listChosen() {
    const [one, other] = bounds();
    list(one.dataset.first, other.dataset.last);
  }

  // ---- pointer; on a screen that is touched a drag scrolls, so there a tap chooses one column

  document.addEventListener("pointerdown", function (event) {
    const box = event.target.closest(".brush svg") && event.target.closest(".brush");
    if (!box || event.button !== 0 || event.pointerType === "touch" || columns(box).length === 0) return;
    event.preventDefault(); // selects no text
    box.focus({ preventScroll: true });
    const at = under(box, event.clientX);
    choice = { box: box, from: at, to: at };
    isDragged = true;
    show();
  });
  document.addEventListener("pointermove", function (event) {
    if (!isDragged) return;
    choice.to = under(choice.box, event.clientX);
    show();
  });
  document.addEventListener("pointerup", function () {
    if (!isDragged) return;
    isDragged = false;
    listChosen();
  });
  document.addEventListener("pointercancel", function () { isDragged = false; });
  document.addEventListener("click", function (event) {
    const box = event.target.closest(".brush svg") && event.target.closest(".brush");
    if (!box || event.pointerType !== "touch" || columns(box).length === 0) return;
    const at = under(box, event.clientX);
    choice = { box: box, from: at, to: at };
    listChosen();
  });

  // ---- keyboard

  /** Begins where the list is now, else before the first column. */
  function begin(box) {
    const chosen = columns(box).map(function (column, at) {
      return column.classList.contains("chosen") ? at : -1;
    }).filter(function (at) { return at >= 0; });
    return chosen.length === 0
        ? { box: box, from: -1, to: -1 }
        : { box: box, from: chosen[0], to: chosen[chosen.length - 1] };
  }

  document.addEventListener("keydown", function (event) {
    const box = event.target.matches && event.target.matches(".brush") ? event.target : null;
    if (!box || event.ctrlKey || event.altKey || event.metaKey) return;
    const most = columns(box).length - 1;
    if (most < 0) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      if (!choice || choice.box !== box) choice = begin(box);
      const step = event.key === "ArrowRight" ? 1 : -1;
      choice.to = Math.max(0, Math.min(most, choice.to + step));
      if (!event.shiftKey || choice.from < 0) choice.from = choice.to;
      show();
      columns(box)[choice.to].scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (event.key === "Enter" && choice && choice.box === box) {
      listChosen();
    } else if (event.key === "Escape") {
      choice = null;
      list("", "");
    } else return;
    event.preventDefault();
  });
})();
