// Which findings are shown: by status, severity, words and clause.
const filters = document.getElementById("filters");
const sections = [...document.querySelectorAll(".status-section")];
const entries = [...document.querySelectorAll("article.entry")];
const words = new Map();
let clause = "";

function wordsOf(entry) {
  if (!words.has(entry)) words.set(entry, entry.textContent.toLowerCase());
  return words.get(entry);
}

function boxes(name) {
  return [...filters.querySelectorAll("input[name=" + name + "]")];
}

function chosen(name) {
  return new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
}

function apply() {
  const statuses = chosen("status");
  const severities = chosen("severity");
  const asked = filters.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const fits =
      severities.has(entry.dataset.severity) &&
      (clause ? entry.dataset.clause === clause : statuses.has(entry.dataset.status)) &&
      asked.every((word) => wordsOf(entry).includes(word));
    entry.hidden = !fits;
    if (fits) shown += Number(entry.dataset.findings);
  }
  for (const section of sections) showCount(section);
  document.getElementById("nothing").hidden = shown > 0;
  for (const place of document.querySelectorAll("[data-shown]")) place.textContent = String(shown);
}

// The head of a section says how many of its findings are shown; a section that shows none is not shown itself.
function showCount(section) {
  const total = section.querySelector("[data-total]");
  let count = 0;
  for (const entry of section.querySelectorAll("article.entry:not([hidden])")) count += Number(entry.dataset.findings);
  section.hidden = count === 0;
  total.textContent = String(count) === total.dataset.total ? String(count) : count + " / " + total.dataset.total;
}

// The cell of a clause shows all that was found on it, whatever its status.
function chooseClause(chosenClause, cell) {
  clause = chosenClause;
  for (const one of document.querySelectorAll("a.cell")) {
    if (one.dataset.chooseClause === clause) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  document.getElementById("chosen").hidden = !clause;
  const name = document.getElementById("chosen-clause");
  name.replaceChildren(...(cell ? [...cell.querySelectorAll(".number, .title")].map((part) => part.cloneNode(true)) : []));
  for (const box of boxes("status")) box.disabled = Boolean(clause);
  apply();
}

function showEverything() {
  for (const box of boxes("status").concat(boxes("severity"))) box.checked = true;
  filters.elements.text.value = "";
  chooseClause("", null);
}

filters.addEventListener("input", apply);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(() => chooseClause("", null)));
document.getElementById("chosen").querySelector("button").addEventListener("click", () => {
  chooseClause("", null);
  filters.elements.text.focus();
});
for (const cell of document.querySelectorAll("a.cell")) {
  cell.addEventListener("click", () => {
    if (cell.getAttribute("href") !== "#umbrellas") chooseClause(cell.dataset.chooseClause, cell);
  });
}
for (const [id, open] of [["open-all", true], ["close-all", false]]) {
  document.getElementById(id).addEventListener("click", () => {
    for (const entry of entries) if (!entry.hidden) entry.querySelector("details").open = open;
  });
}
filters.hidden = false;
apply();
