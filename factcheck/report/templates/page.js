
"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing");
  const cards = Array.from(document.querySelectorAll(".fact"), (element) => ({
    element,
    worst: element.dataset.v.split(" ").map((pair) => { const [verdict, severity] = pair.split(":"); return [verdict, Number(severity)]; }),
    articles: new Set(element.dataset.a.split(" ")),
    text: null,
  }));

  const apply = () => {
    const verdicts = new Set(Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value));
    const severity = Number(form.elements.severity.value);
    const article = form.elements.article.value;
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      let fits = card.worst.some(([verdict, level]) => verdicts.has(verdict) && level <= severity);
      fits = fits && (!article || card.articles.has(article));
      if (fits && words.length) {
        card.text ??= card.element.textContent.toLowerCase();
        fits = words.every((word) => card.text.includes(word));
      }
      if (card.element.hidden === fits) card.element.hidden = !fits;
      count += fits;
    }
    shown.textContent = `${count.toLocaleString("en")} of ${cards.length.toLocaleString("en")} facts`;
    nothing.hidden = count > 0;
  };

  const showEverything = () => {
    for (const box of form.querySelectorAll("[name=verdict]")) box.checked = true;
    form.elements.severity.value = "3";
    form.elements.article.value = "";
    form.elements.text.value = "";
    apply();
  };

  // A link may lead to an article that is closed, or to a fact that the filters hide.
  const follow = () => {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    let there = target;
    let block = "start";
    const closed = target.closest("details:not([open])");
    if (closed) closed.open = true;
    if (target.hidden) showEverything();
    if (target.classList.contains("at")) {
      const runs = document.querySelectorAll(`[data-c~="${target.id.slice(1)}"]`);
      for (const run of runs) run.classList.add("here");
      there = runs[0] ?? target;
      block = "center";
    } else if (target.classList.contains("fact")) {
      target.classList.add("here");
    }
    if (there.tabIndex < 0) there.tabIndex = -1;
    there.focus({ preventScroll: true });
    // What is off screen has an estimated height until it is seen, so the first jump may miss.
    let tries = 4;
    const jump = () => { there.scrollIntoView({ block }); if (--tries) requestAnimationFrame(jump); };
    jump();
  };

  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);  // what some tools send alone
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  }
  addEventListener("hashchange", follow);
  // The same link a second time changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) setTimeout(follow);
  });
  follow();
})();
