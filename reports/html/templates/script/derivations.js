// The derivation of a finding, made from the table of reasons when it is first opened. Facts go in as text only.
let table = null;

function made(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function text(number) {
  return table.texts[number];
}

function both(zh, en) {
  if (zh === en) return [document.createTextNode(text(zh))];
  const parts = [made("span", "", text(zh)), made("span", "", text(en))];
  parts[0].lang = "zh";
  parts[1].lang = "en";
  return parts;
}

function piece(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function factPlace(number) {
  return made("span", "place", text(table.facts[number][4]));
}

function reason(number, depth) {
  const [zh, en, holds, facts, missing, children] = table.reasons[number];
  const told = [piece("holds-" + holds), " ", ...both(zh, en)];
  for (const fact of facts) told.push(" ", factPlace(fact));
  if (missing.length && !children.length) {
    told.push(" ", piece("not-stated"));
    for (const path of missing) told.push(" ", made("code", "", text(path)));
  }
  if (!children.length) return made("li", "leaf", ...told);
  const branch = made("details", "branch", made("summary", "", ...told));
  branch.append(made("ul", "", ...children.map((child) => reason(child, depth + 1))));
  branch.open = depth < 2;
  return made("li", "", branch);
}

function evidence(facts) {
  const found = piece("evidence");
  for (const number of facts) {
    const [titleZh, titleEn, valueZh, valueEn] = table.facts[number];
    found.tBodies[0].append(
      made(
        "tr",
        "",
        made("td", "", ...both(titleZh, titleEn)),
        made("td", "", ...both(valueZh, valueEn)),
        made("td", "", factPlace(number)),
      ),
    );
  }
  return found;
}

function fill(details) {
  if (details.dataset.filled) return;
  details.dataset.filled = "yes";
  table = table || JSON.parse(document.getElementById("reasons").textContent);
  const [reasons, facts] = table.findings[details.dataset.finding];
  details.append(made("ul", "tree", ...reasons.map((one) => reason(one, 0))));
  if (facts.length) details.append(evidence(facts));
}

for (const details of document.querySelectorAll("details.derivation")) {
  details.addEventListener("toggle", () => details.open && fill(details));
}
