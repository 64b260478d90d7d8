// A link leads to what it names even where a filter hides it or its details are closed.
function goTo(id) {
  const target = id && document.getElementById(id);
  if (!target) return;
  if (target.closest("[hidden]")) showEverything();
  for (let above = target.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
  if (target.matches("article.entry")) target.querySelector("details").open = true;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  const id = link.getAttribute("href").slice(1);
  setTimeout(() => goTo(id));
});
if (window.location.hash) goTo(decodeURIComponent(window.location.hash.slice(1)));
