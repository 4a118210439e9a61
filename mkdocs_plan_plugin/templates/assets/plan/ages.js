/* Says how long ago the last changes of plans were; the dates stay as tooltips. */
(() => {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || undefined, { numeric: "auto", numberingSystem: "latn" });
  for (const time of document.querySelectorAll("[data-plan-age]:not([title])")) {
    const days = Math.ceil((Date.parse(time.dateTime) - Date.now()) / 864e5);
    const [length, unit] = days > -7 ? [1, "day"] : days > -30 ? [7, "week"] : days > -365 ? [30, "month"] : [365, "year"];
    time.title = time.textContent;
    time.textContent = words.format(Math.trunc(days / length), unit);
  }
})();
