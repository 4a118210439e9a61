/* Filters and sorts the list of plans. The URL stores the choices, so that it can be shared. */
(() => {
  const section = document.currentScript?.closest(".plan-overview") ?? document.querySelector(".plan-overview:not([data-plan-ready])");
  const form = section?.querySelector("form.plan-filter");
  if (!form || "planReady" in section.dataset) return;
  section.dataset.planReady = "";
  const table = section.querySelector("table");
  const groups = [...table.tBodies];
  const nothing = form.querySelector("p");
  const rows = groups.flatMap((group) =>
    [...group.rows].slice(1).map((row) => ({
      row,
      group,
      data: row.dataset,
      text: row.textContent.toLowerCase() + " " + (row.dataset.planTag ?? "").toLowerCase(),
      name: row.querySelector("a").textContent.toLowerCase(),
    })),
  );
  const heads = [...table.tHead.querySelectorAll("[data-plan-key]")];
  const keys = ["status", "health", "owner", "tag"].filter((key) => form.elements[key]);
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const dataKey = (key) => "plan" + key[0].toUpperCase() + key.slice(1);
  const valueOf = ({ data, name }, key) => (key === "name" ? name : (data[dataKey(key)] ?? ""));
  let sorted = "";

  const sort = (chosen) => {
    if (chosen === sorted) return;
    sorted = chosen;
    const key = chosen.replace("-", "");
    const sign = chosen[0] === "-" ? -1 : 1;
    const order = (a, b) => {
      const [one, other] = [valueOf(a, key), valueOf(b, key)];
      if (!one || !other) return !one - !other; // rows without a value come last
      return sign * collator.compare(one, other);
    };
    for (const { row, group } of chosen ? [...rows].sort(order) : rows)
      (chosen ? groups[0] : group).append(row);
    for (const head of heads) {
      const own = head.dataset.planKey === key;
      if (own) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  };

  const show = () => {
    const words = form.elements.find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = keys.map((key) => [dataKey(key), form.elements[key].value]).filter(([, value]) => value !== "*");
    let count = 0;
    const counts = new Map();
    for (const { row, group, data, text } of rows) {
      const fits =
        wanted.every(([key, value]) => (data[key] ?? "").split("|").includes(value)) &&
        words.every((word) => text.includes(word));
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) count++, counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    sort(form.elements.sort.value);
    for (const group of groups) {
      const shown = counts.get(group) ?? 0;
      group.rows[0].hidden = sorted !== "" || !shown;
      group.rows[0].querySelector("span").textContent = shown;
    }
    table.hidden = !count;
    nothing.hidden = count > 0;
    const output = form.querySelector("output");
    output.textContent = count < rows.length ? output.dataset.planShown.replace("%s", count) : "";
  };

  const saveToUrl = () => {
    const url = new URL(location);
    for (const { name, value } of form.elements) {
      if (!name) continue;
      if (value && value !== "*") url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  };

  const readFromUrl = (search) => {
    form.reset();
    for (const [name, value] of new URLSearchParams(search)) {
      const field = form.elements[name];
      if (!field || !("value" in field)) continue;
      const before = field.value;
      field.value = value;
      if (field.value !== value) field.value = before; // unknown value
    }
    show();
  };

  for (const tile of document.querySelectorAll(".plan-tiles a"))
    tile.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation(); // themes load pages themselves
      readFromUrl(tile.search);
      saveToUrl();
      section.scrollIntoView();
    });
  form.querySelector("p button").addEventListener("click", () => {
    readFromUrl("");
    saveToUrl();
    form.elements.find.focus();
  });
  form.addEventListener("input", () => (show(), saveToUrl()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  readFromUrl(location.search);
})();
