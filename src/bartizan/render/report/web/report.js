// Makes a report answer: what is chosen is marked on the diagrams, and the threats can be narrowed down.
// Every word stands in the report itself; this adds none but counts, and nothing is lost without it.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const of = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const workbench = of("workbench");
  const panel = workbench.querySelector(".cards-of-parts");
  const SVG = "http://www.w3.org/2000/svg";
  document.documentElement.classList.add("js");
  for (const each of all(".keys, .find, .filter")) each.hidden = false;
  if (!workbench.querySelector("svg")) all(".keys").forEach((each) => { each.hidden = true; });

  // ---- the diagrams

  const numbers = new Map(data.drawn.map((key, number) => [key, number]));
  const drawn = data.drawn.map(() => []);
  for (const group of all("[data-component], [data-interface], [data-domain]", workbench)) {
    const [kind, id] = Object.entries(group.dataset).find(([name]) => ["component", "interface", "domain"].includes(name));
    const number = numbers.get(`${kind} ${id}`);
    if (number === undefined) continue;
    drawn[number].push(group);
    const anchor = data.owners[number];
    if (!anchor) continue;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.setAttribute("aria-label", group.querySelector("title")?.textContent || id);
    group.classList.add("may-be-chosen");
    group.addEventListener("click", (event) => { event.stopPropagation(); choose(anchor); });
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(anchor);
      of(anchor).focus({ preventScroll: true });
    });
  }

  function badge(group, kind, sign) {
    const box = group.getBBox();
    const mark = document.createElementNS(SVG, "g");
    mark.setAttribute("class", `mark ${kind}`);
    mark.setAttribute("aria-hidden", "true");
    mark.setAttribute("transform", `translate(${box.x + box.width - 3} ${box.y + 3})`);
    const disc = document.createElementNS(SVG, "circle");
    disc.setAttribute("r", "9");
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("text-anchor", "middle");
    text.setAttribute("y", "4.2");
    text.textContent = sign;
    mark.append(disc, text);
    group.append(mark);
  }

  function mark(chosen, certain, open, near = []) {
    for (const each of all(".is-chosen, .is-certain, .is-open, .is-near", workbench)) {
      each.classList.remove("is-chosen", "is-certain", "is-open", "is-near");
      if (each.hasAttribute("aria-pressed")) each.setAttribute("aria-pressed", "false");
    }
    for (const each of all("g.mark", workbench)) each.remove();
    for (const each of all("svg", workbench)) each.classList.toggle("has-marks", chosen.length + certain.length + open.length > 0);
    for (const number of near) for (const each of drawn[number]) each.classList.add("is-near");
    for (const number of certain) for (const each of drawn[number]) { each.classList.add("is-certain"); badge(each, "certain", "!"); }
    for (const number of open) for (const each of drawn[number]) { each.classList.add("is-open"); badge(each, "open", "?"); }
    for (const number of chosen) for (const each of drawn[number]) {
      each.classList.add("is-chosen");
      each.setAttribute("aria-pressed", "true");
    }
  }

  // ---- what is chosen

  let now = null;
  const cardOf = (anchor) => of(anchor)?.closest(".card-of-part");

  function choose(anchor) {
    const card = cardOf(anchor);
    if (!card) return;
    now = anchor;
    for (const each of all(".card-of-part[open]", panel)) if (each !== card) each.open = false;
    card.hidden = false;
    card.closest(".parts").open = true;
    card.open = true;
    show();
    reveal(card);
    history.replaceState(null, "", `#${anchor}`);
  }

  function show() {
    const card = cardOf(now);
    const open = card && card.querySelector(".what-if[open]");
    const [certain, may] = (open && data.ifs[open.id]) || [[], []];
    mark(data.shown[now] || [], certain, may, data.near[now]);
    const name = card.querySelector(".name").textContent;
    tell(open ? `${name}. ${open.querySelector("summary").textContent}` : name);
    bring(drawn[(data.shown[now] || [])[0]]?.[0]);
  }

  function nothing() {
    const card = now && cardOf(now);
    now = null;
    if (card) card.open = false;
    mark([], [], []);
    tell("Nothing is chosen.");
  }

  function tell(text) { of("told").textContent = text; }

  // Where the list moves within itself it is moved, and the page stays where it is.
  function reveal(card) {
    if (panel.scrollHeight > panel.clientHeight + 1 && getComputedStyle(panel).overflowY !== "visible") {
      const above = panel.querySelector(".find").offsetHeight;
      panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - above - 8;
    } else {
      card.querySelector("summary").scrollIntoView({ block: "nearest" });
    }
  }

  // Moves a drawing within its frame until something in it is seen.
  function bring(group) {
    const canvas = group && group.closest(".canvas");
    if (!canvas) return;
    const frame = canvas.getBoundingClientRect();
    const box = group.getBoundingClientRect();
    if (box.left < frame.left || box.right > frame.right) canvas.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
    if (box.top < frame.top || box.bottom > frame.bottom) canvas.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
  }

  panel.addEventListener("toggle", (event) => {
    const it = event.target;
    if (it.classList.contains("card-of-part")) {
      const anchor = it.querySelector(".body").id;
      if (it.open && anchor !== now) choose(anchor);
      if (!it.open && anchor === now) nothing();
    } else if (it.classList.contains("what-if") && now && cardOf(now).contains(it)) {
      show();
    }
  }, true);
  workbench.addEventListener("keydown", (event) => { if (event.key === "Escape" && now) nothing(); });
  of("nothing").addEventListener("click", nothing);
  for (const each of all("svg", workbench)) each.addEventListener("click", nothing);

  of("find").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const group of all(".parts", panel)) {
      let some = 0;
      for (const card of all(".card-of-part", group)) {
        card.hidden = wanted !== "" && !card.querySelector("summary").textContent.toLowerCase().includes(wanted);
        some += !card.hidden;
      }
      group.hidden = !some;
      if (wanted && some) group.open = true;
    }
  });

  // ---- the threats

  const form = of("filter");
  const words = new Map();

  function narrow() {
    const wanted = new FormData(form);
    const [status, stride, element, actor] = ["status", "stride", "element", "actor"].map((name) => wanted.get(name) || "");
    const text = (wanted.get("text") || "").trim().toLowerCase();
    let some = 0;
    for (const [id, [certain, letter, about, whom]] of Object.entries(data.threats)) {
      const row = of(id);
      row.hidden = (status !== "" && status !== (certain ? "certain" : "open")) || (stride !== "" && stride !== letter)
        || (element !== "" && !about.includes(element)) || (actor !== "" && !whom.includes(actor))
        || (text !== "" && !wordsOf(id, row).includes(text));
      some += !row.hidden;
    }
    for (const kind of all(".kind")) kind.hidden = !kind.querySelector(".threat:not([hidden])");
    document.querySelector(".none-left").hidden = some > 0;
    form.querySelector("output").textContent = `${some} of ${Object.keys(data.threats).length}`;
  }

  function wordsOf(id, row) {
    if (!words.has(id)) words.set(id, `${row.closest(".kind").querySelector("h3").textContent} ${row.textContent}`.toLowerCase());
    return words.get(id);
  }

  if (form) {
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(narrow));
    narrow();
    for (const [id, [, , , , path]] of Object.entries(data.threats)) {
      if (!path.some((number) => drawn[number].length)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Show its way on the diagram";
      button.addEventListener("click", () => {
        if (now) nothing();
        mark(path, [], []);
        workbench.scrollIntoView();
        tell(of(id).querySelector(".says").textContent);
      });
      of(id).querySelector(".foot").append(button);
    }
  }

  // ---- links

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link) return;
    if (link.dataset.about && form) {
      form.reset();
      form.elements.element.value = link.dataset.about;
      setTimeout(narrow);
    }
    const anchor = link.getAttribute("href").slice(1);
    if (Object.hasOwn(data.shown, anchor)) {
      event.preventDefault();
      arrive(anchor);
    } else {
      open(anchor);
    }
  });

  function arrive(anchor) {
    if (location.hash !== `#${anchor}`) history.pushState(null, "", `#${anchor}`);
    choose(anchor);
    const box = workbench.getBoundingClientRect();
    if (box.top > innerHeight / 2 || box.bottom < innerHeight / 2) workbench.scrollIntoView();
    reveal(cardOf(anchor));
    of(anchor).focus({ preventScroll: true });
  }

  function open(anchor) {
    const target = of(anchor);
    const threat = target && target.closest(".threat");
    if (!threat) return;
    if (threat.hidden) { form.reset(); setTimeout(narrow); threat.hidden = false; threat.closest(".kind").hidden = false; }
    threat.open = true;
  }

  function follow() {
    let anchor = location.hash.slice(1);
    try { anchor = decodeURIComponent(anchor); } catch { return; }
    if (Object.hasOwn(data.shown, anchor)) arrive(anchor); else open(anchor);
  }
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  if (location.hash) follow();

  // ---- where the reader is

  const entries = new Map(all("nav.beside a").map((link) => [link.getAttribute("href").slice(1), link]));
  const seen = new IntersectionObserver((changes) => {
    for (const change of changes) {
      const link = entries.get(change.target.getAttribute("aria-labelledby"));
      if (link) link.toggleAttribute("aria-current", change.isIntersecting);
    }
  }, { rootMargin: "-20% 0px -70%" });
  for (const each of all("main section")) seen.observe(each);
})();
