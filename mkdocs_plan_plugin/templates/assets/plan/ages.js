/* Says how long ago the last changes of plans were; the dates stay as tooltips. */
(() => {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || undefined, { numeric: "auto" });
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  for (const time of document.querySelectorAll("time[data-plan-age]:not([title])")) {
    const days = Math.round((Date.parse(time.dateTime) - today) / 864e5);
    const [length, unit] = [[365, "year"], [30, "month"], [7, "week"], [1, "day"]].find(([size]) => -days >= size) ?? [1, "day"];
    time.title = time.textContent;
    time.textContent = words.format(Math.trunc(days / length), unit);
  }
})();
