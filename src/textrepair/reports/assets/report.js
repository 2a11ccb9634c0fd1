"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const items = Array.from(document.querySelectorAll("#list > li"));
  const filters = { family: $("family"), rule: $("rule"), tier: $("tier") };
  const search = $("search"), shown = $("shown");
  let texts = null, current = null, timer = 0;

  const fits = (item, words) => {
    for (const name in filters) if (filters[name].value && item.dataset[name] !== filters[name].value) return false;
    return words.every((word) => texts.get(item).includes(word));
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
    let count = 0;
    for (const item of items) { item.hidden = !fits(item, words); if (!item.hidden) count += 1; }
    if (current && current.hidden) current = null;
    shown.textContent = count + " of " + items.length + " samples shown";
  };

  const reset = () => { for (const name in filters) filters[name].value = ""; search.value = ""; filter(); };

  const step = (way) => {
    const seen = items.filter((item) => !item.hidden);
    if (!seen.length) return;
    const at = seen.indexOf(current);
    current = seen[at < 0 ? (way > 0 ? 0 : seen.length - 1) : Math.min(seen.length - 1, Math.max(0, at + way))];
    current.scrollIntoView({ block: "nearest", behavior: "auto" });
    current.focus({ preventScroll: true });
  };

  for (const name in filters) filters[name].addEventListener("change", filter);
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 120); });
  $("filters").addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  $("reset").addEventListener("click", reset);
  for (const button of document.querySelectorAll("button[data-filter]")) button.addEventListener("click", () => {
    reset();
    filters[button.dataset.filter].value = button.dataset.value;
    filter();
    $("samples").focus();
    $("samples").scrollIntoView();
  });
  $("list").addEventListener("focusin", (event) => { current = event.target.closest("#list > li"); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") { if (typing) event.target.blur(); reset(); return; }
    if (typing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); search.select(); }
  });
  filter();
})();
